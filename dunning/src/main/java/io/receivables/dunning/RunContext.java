package io.receivables.dunning;

import io.receivables.core.Customer;
import io.receivables.core.collection.CollectionLog;
import io.receivables.core.collection.CollectionOptions;
import io.receivables.core.collection.ItemReference;
import io.receivables.core.collection.PlanState;
import io.receivables.core.collection.PromiseState;
import io.receivables.core.ledger.Accounts;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.LedgerColumns;
import io.receivables.core.terms.BusinessCalendar;
import io.receivables.dunning.cases.Cases;
import io.receivables.dunning.policy.DunningPolicy;
import io.receivables.dunning.policy.Grouping;
import io.receivables.dunning.policy.Policies;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/** What the customers of one run share: its arguments, and what was made of them once. */
final class RunContext {
    final Ledger ledger;
    final LedgerColumns columns;
    final Accounts accounts;
    final Cases cases;
    final Policies policies;
    final DunningOptions options;
    final int day;
    /** How many currencies the ledger has. */
    final int currencies;

    private final Map<DunningPolicy, PolicyRun> runs = new HashMap<>();
    private final Map<CollectionOptions, Agreements> agreements = new HashMap<>();
    private final Map<String, List<Alert>> alerts = new HashMap<>();
    private final Map<String, Customer> leadOfGroup = new TreeMap<>();

    /**
     * A policy and what it needs on this day.
     *
     * @param isBusinessDay whether its letters go out
     * @param nextBusinessDay the epoch day of the next day on which they do
     */
    record PolicyRun(
            DunningPolicy policy, Ladder ladder, Agreements agreements, boolean isBusinessDay, int nextBusinessDay) {}

    /**
     * What customers agreed to and have not broken, as some policy judges it.
     *
     * @param promises open promises about items, by item
     * @param accountPromises open promises about a whole account, by customer
     * @param plans plans in good order, by item
     */
    record Agreements(
            Map<ItemReference, PromiseState> promises,
            Map<String, List<PromiseState>> accountPromises,
            Map<ItemReference, PlanState> plans) {
        boolean areNone() {
            return promises.isEmpty() && accountPromises.isEmpty() && plans.isEmpty();
        }
    }

    RunContext(CollectionLog log, Cases cases, Policies policies, DunningOptions options) {
        this.ledger = log.ledger();
        this.columns = ledger.columns();
        this.accounts = columns.accounts();
        this.cases = cases;
        this.policies = policies;
        this.options = options;
        this.day = Math.toIntExact(options.date().toEpochDay());
        this.currencies = columns.currencies().size();
        cases.lastRun().ifPresent(last -> {
            if (options.date().isBefore(last)) {
                throw new IllegalArgumentException("run date " + options.date() + " is before the run of " + last
                        + ", which was accepted: run on that day or later");
            }
        });
        policies.all().forEach(policy -> runs.put(policy, run(log, policy)));
        for (Alert alert : options.alerts()) {
            if (!alert.date().isAfter(options.date())) {
                alerts.computeIfAbsent(alert.customerId(), id -> new ArrayList<>())
                        .add(alert);
            }
        }
        alerts.values()
                .forEach(each -> each.sort(Comparator.comparing(Alert::date).thenComparing(Alert::id)));
        boolean byGroup = policies.all().stream().anyMatch(policy -> policy.grouping() == Grouping.PER_ACCOUNT_GROUP);
        if (byGroup) {
            ledger.customers()
                    .forEach(customer -> customer.attribute(Customer.GROUP)
                            .ifPresent(group -> leadOfGroup.merge(
                                    group, customer, BinaryOperator.minBy(Comparator.comparing(Customer::id)))));
        }
    }

    private PolicyRun run(CollectionLog log, DunningPolicy policy) {
        BusinessCalendar calendar = options.calendars().get(policy.calendar());
        if (calendar == null) {
            throw new IllegalArgumentException("policy " + policy.id() + " names the calendar \"" + policy.calendar()
                    + "\", which is not among " + options.calendars().keySet() + ": give it with the options");
        }
        boolean isBusinessDay = calendar.isBusinessDay(options.date());
        int next = isBusinessDay ? day : epochDay(calendar.next(options.date()));
        CollectionOptions judged =
                new CollectionOptions(options.date(), policy.promiseGraceDays(), policy.planToleranceDays());
        return new PolicyRun(
                policy,
                new Ladder(policy, calendar),
                agreements.computeIfAbsent(judged, each -> agreements(log, each)),
                isBusinessDay,
                next);
    }

    private static Agreements agreements(CollectionLog log, CollectionOptions judged) {
        Map<ItemReference, PromiseState> promises = new HashMap<>();
        Map<String, List<PromiseState>> accountPromises = new HashMap<>();
        for (PromiseState promise : log.promises(judged)) {
            if (promise.status() != PromiseState.Status.OPEN) {
                continue;
            }
            if (promise.promise().items().isEmpty()) {
                accountPromises
                        .computeIfAbsent(promise.promise().customerId(), id -> new ArrayList<>())
                        .add(promise);
            }
            for (ItemReference item : items(log.ledger(), promise.promise().items())) {
                promises.merge(item, promise, RunContext::later);
            }
        }
        Map<ItemReference, PlanState> plans = new HashMap<>();
        for (PlanState plan : log.plans(judged)) {
            if (plan.status() == PlanState.Status.RUNNING || plan.status() == PlanState.Status.BEHIND) {
                items(log.ledger(), plan.plan().items()).forEach(item -> plans.putIfAbsent(item, plan));
            }
        }
        return new Agreements(promises, accountPromises, plans);
    }

    private static PromiseState later(PromiseState one, PromiseState other) {
        return one.deadline().isBefore(other.deadline()) ? other : one;
    }

    /** Each instalment that references name. */
    private static List<ItemReference> items(Ledger ledger, List<ItemReference> references) {
        List<ItemReference> items = new ArrayList<>();
        for (ItemReference reference : references) {
            if (reference.instalment() != ItemReference.ALL_INSTALMENTS) {
                items.add(reference);
                continue;
            }
            for (int row : ledger.rowsOf(reference.documentId())) {
                items.add(ItemReference.of(
                        reference.documentId(), ledger.columns().instalment(row)));
            }
        }
        return items;
    }

    /** The policy of a customer. */
    PolicyRun run(Policies.Choice choice) {
        PolicyRun run = runs.get(choice.policy());
        if (run == null) {
            throw new IllegalStateException("policy " + choice.policy().id() + " is not among those of this run");
        }
        return run;
    }

    List<Alert> alerts(String customerId) {
        return alerts.getOrDefault(customerId, List.of());
    }

    /** Who is written to in place of a customer: the first of the account group where letters are per group. */
    Customer lead(Customer customer, DunningPolicy policy) {
        return policy.grouping() == Grouping.PER_ACCOUNT_GROUP
                ? customer.attribute(Customer.GROUP).map(leadOfGroup::get).orElse(customer)
                : customer;
    }

    /** Whether any policy writes one letter to several customers. */
    boolean groupsAccounts() {
        return !leadOfGroup.isEmpty();
    }

    static int epochDay(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }
}
