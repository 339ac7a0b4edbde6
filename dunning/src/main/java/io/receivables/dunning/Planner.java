package io.receivables.dunning;

import io.receivables.core.Customer;
import io.receivables.core.ledger.Accounts;
import io.receivables.dunning.cases.CaseState;
import io.receivables.dunning.cases.DunningEvent.LadderRestarted;
import io.receivables.dunning.policy.DunningPolicy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Makes a plan: finds what is open, gives every customer's items to a {@link CustomerRun}, and gathers what comes out. */
final class Planner {
    /** So many groups of customers make a task of their own. */
    private static final int GROUPS_PER_TASK = 2_048;

    private final RunContext context;
    private final Accounts accounts;
    private final List<Customer> customers;

    /** The open places of all customers one after the other, and where each customer's begin. */
    private final int[] places;

    private final int[] starts;

    Planner(RunContext context) {
        this.context = context;
        this.accounts = context.accounts;
        this.customers = context.ledger.customers();
        this.starts = new int[customers.size() + 1];
        eachOpen((account, place) -> starts[accounts.customer(account) + 1]++);
        Arrays.parallelPrefix(starts, Integer::sum);
        this.places = new int[starts[customers.size()]];
        int[] next = starts.clone();
        eachOpen((account, place) -> places[next[accounts.customer(account)]++] = place);
    }

    @FunctionalInterface
    private interface OpenPlace {
        void accept(int account, int place);
    }

    private void eachOpen(OpenPlace consumer) {
        accounts.eachOpenRun(context.day, (account, from, to) -> {
            for (int place = from; place < to; place++) {
                if (accounts.openAt(place, context.day) != 0) {
                    consumer.accept(account, place);
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
        int[] withItems = IntStream.range(0, customers.size())
                .filter(customer -> starts[customer] < starts[customer + 1])
                .boxed()
                .sorted(Comparator.comparing(customer -> customers.get(customer).id()))
                .mapToInt(Integer::intValue)
                .toArray();
        if (!context.groupsAccounts()) {
            return Arrays.stream(withItems).mapToObj(each -> new int[] {each}).toList();
        }
        Map<String, List<Integer>> byLead = new LinkedHashMap<>();
        for (int each : withItems) {
            Customer customer = customers.get(each);
            DunningPolicy policy = context.policies.choose(customer).policy();
            byLead.computeIfAbsent(context.lead(customer, policy), id -> new ArrayList<>())
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

        void take(int[] group) {
            LetterSorter sorter = new LetterSorter(context);
            for (int each : group) {
                CustomerRun run = decided(each);
                run.items().forEach(item -> take(run, item, sorter));
            }
            letters.addAll(sorter.letters());
        }

        private void take(CustomerRun run, Item item, LetterSorter sorter) {
            Rule rule = item.rule();
            counts.merge(rule, 1, Integer::sum);
            if (rule.acts()) {
                sorter.add(run, run.action(item));
            } else if (rule == Rule.SALES_TO_ANSWER && !item.state.isSalesAsked(CustomerRun.key(item, item.code))) {
                questions.add(run.action(item));
            }
            if (item.restartDay != CaseState.NEVER) {
                restarts.add(new LadderRestarted(
                        run.lead(), LocalDate.ofEpochDay(item.restartDay), item.reference(), item.cycle()));
            }
        }
    }

    // ---- one customer

    /** All open items of a customer, decided. */
    CustomerRun decided(int customer) {
        List<Item> items = new ArrayList<>(starts[customer + 1] - starts[customer]);
        Map<Integer, Long> credits = new HashMap<>();
        for (int i = starts[customer]; i < starts[customer + 1]; i++) {
            int place = places[i];
            int currency = accounts.currency(accounts.accountAt(place));
            long open = accounts.openAt(place, context.day);
            if (accounts.isDebit(place) && open > 0) {
                items.add(item(customer, currency, place, open));
            } else {
                // a debit that more was paid on than is owed leaves a credit, too
                credits.merge(currency, Math.abs(open), Math::addExact);
            }
        }
        CustomerRun run = new CustomerRun(context, customers.get(customer), items, credits);
        run.decide();
        return run;
    }

    private Item item(int customer, int currency, int place, long open) {
        return new Item(
                place,
                accounts.row(place),
                customer,
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
