package io.receivables.dunning;

import io.receivables.core.Customer;
import io.receivables.core.ledger.Accounts;
import io.receivables.dunning.cases.CaseState;
import io.receivables.dunning.cases.DunningEvent.LadderRestarted;
import io.receivables.dunning.policy.DunningPolicy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes a plan: finds what is open, gives every customer's items to a {@link CustomerRun}, and gathers what comes out. */
final class Planner {
    /** So many groups of customers make a task of their own. */
    private static final int GROUPS_PER_TASK = 2_048;

    private final RunContext context;
    private final Accounts accounts;
    private final List<Customer> customers;

    /** The open places of all accounts one after the other. */
    private final int[] places;

    /** By account, where its open places begin. */
    private final int[] starts;

    /** By customer, the first of the accounts. */
    private final int[] firstAccount;

    Planner(RunContext context) {
        this.context = context;
        this.accounts = context.accounts;
        this.customers = context.ledger.customers();
        this.firstAccount = new int[customers.size() + 1];
        for (int account = 0; account < accounts.count(); account++) {
            firstAccount[accounts.customer(account) + 1]++;
        }
        addUp(firstAccount);
        this.starts = new int[accounts.count() + 1];
        eachOpen((account, place) -> starts[account + 1]++);
        addUp(starts);
        this.places = new int[starts[accounts.count()]];
        int[] next = starts.clone();
        eachOpen((account, place) -> places[next[account]++] = place);
    }

    /** From how many there are of each to where each begins. */
    private static void addUp(int[] counts) {
        for (int i = 1; i < counts.length; i++) {
            counts[i] += counts[i - 1];
        }
    }

    @FunctionalInterface
    private interface OpenPlace {
        void accept(int account, int place);
    }

    /** Gives what is open, several accounts at a time, but each account's to one thread. */
    private void eachOpen(OpenPlace consumer) {
        context.options.workers().each(accounts.parts(), part -> {
            for (int period = 0; period < accounts.periods() && accounts.settledBy(period) > context.day; period++) {
                for (int run = accounts.firstRun(period, part); run < accounts.endRun(period, part); run++) {
                    int account = accounts.account(run);
                    for (int place = accounts.start(run); place < accounts.end(run); place++) {
                        if (accounts.openAt(place, context.day) != 0) {
                            consumer.accept(account, place);
                        }
                    }
                }
            }
        });
    }

    // ---- the whole plan

    DunningPlan plan() {
        List<int[]> groups = groups();
        int tasks = (groups.size() + GROUPS_PER_TASK - 1) / GROUPS_PER_TASK;
        List<Part> parts = context.options.workers().all(tasks, task -> {
            Part part = new Part();
            int to = Math.min(groups.size(), (task + 1) * GROUPS_PER_TASK);
            for (int[] group : groups.subList(task * GROUPS_PER_TASK, to)) {
                part.take(group);
            }
            return part;
        });
        return new DunningPlan(this, parts);
    }

    /** The customers with anything open, together with those who are written to in one letter, in the order of ids. */
    private List<int[]> groups() {
        List<Integer> withItems = new ArrayList<>(customers.size());
        for (int customer = 0; customer < customers.size(); customer++) {
            if (starts[firstAccount[customer]] < starts[firstAccount[customer + 1]]) {
                withItems.add(customer);
            }
        }
        withItems.sort(Comparator.comparing(customer -> customers.get(customer).id()));
        if (!context.groupsAccounts()) {
            return withItems.stream().map(each -> new int[] {each}).toList();
        }
        Map<String, List<Integer>> byLead = new LinkedHashMap<>();
        for (int each : withItems) {
            Customer customer = customers.get(each);
            DunningPolicy policy = context.policies.choose(customer).policy();
            byLead.computeIfAbsent(context.lead(customer, policy).id(), id -> new ArrayList<>())
                    .add(each);
        }
        return byLead.values().stream()
                .map(each -> each.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    /** What came out for some of the customers. */
    final class Part {
        final List<Letter> letters = new ArrayList<>();
        final List<DunningAction> questions = new ArrayList<>();
        final List<LadderRestarted> restarts = new ArrayList<>();
        final Map<Rule, Integer> counts = new EnumMap<>(Rule.class);
        private final LetterSorter sorter = new LetterSorter(context.options.date());

        void take(int[] group) {
            for (int each : group) {
                CustomerRun run = decided(each);
                for (Item item : run.items()) {
                    take(run, item);
                }
            }
            sorter.moveTo(letters);
        }

        private void take(CustomerRun run, Item item) {
            Rule rule = item.rule();
            counts.merge(rule, 1, Integer::sum);
            if (rule.acts()) {
                sorter.add(run, run.action(item));
            } else if (rule == Rule.SALES_TO_ANSWER && !item.state.isSalesAsked(CustomerRun.key(item, item.code))) {
                questions.add(run.action(item));
            }
            if (item.restartDay != CaseState.NEVER) {
                restarts.add(new LadderRestarted(
                        run.lead().id(), LocalDate.ofEpochDay(item.restartDay), item.reference(), item.cycle()));
            }
        }
    }

    // ---- one customer

    /** All open items of a customer, decided. */
    CustomerRun decided(int customer) {
        int from = firstAccount[customer];
        int to = firstAccount[customer + 1];
        List<Item> items = new ArrayList<>(starts[to] - starts[from]);
        long[] credits = new long[context.currencies];
        for (int account = from; account < to; account++) {
            int currency = accounts.currency(account);
            for (int i = starts[account]; i < starts[account + 1]; i++) {
                int place = places[i];
                long open = accounts.unsettledAt(place, context.day);
                if (accounts.isDebit(place) && open > 0) {
                    items.add(item(currency, place, open));
                } else {
                    // a debit that more was paid on than is owed leaves a credit, too
                    credits[currency] = Math.addExact(credits[currency], Math.abs(open));
                }
            }
        }
        CustomerRun run = new CustomerRun(context, customers.get(customer), items, credits);
        run.decide();
        return run;
    }

    private Item item(int currency, int place, long open) {
        return new Item(
                place,
                accounts.row(place),
                currency,
                accounts.dueDay(place),
                open,
                accounts.disputedAt(place, context.day, open),
                context.cases,
                context.columns);
    }

    RunContext context() {
        return context;
    }
}
