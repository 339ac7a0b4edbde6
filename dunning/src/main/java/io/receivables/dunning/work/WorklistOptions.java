package io.receivables.dunning.work;

import io.receivables.core.Money;
import io.receivables.core.collection.CollectionOptions;
import io.receivables.core.collection.PlanState;
import io.receivables.dunning.internal.Checks;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * How work is weighed.
 *
 * @param estimator tells probabilities
 * @param costs what it costs to do a task, by kind and currency code, none negative; what is not stated costs nothing
 * @param promiseGraceDays days after a promised day, or after the due date of a plan's instalment, on which its money still
 *     is in time
 * @param planToleranceDays days after those on which a plan with an unpaid instalment is behind and not yet broken
 */
public record WorklistOptions(
        Estimator estimator, Map<TaskKind, Map<String, Money>> costs, int promiseGraceDays, int planToleranceDays) {
    public WorklistOptions {
        Objects.requireNonNull(estimator, "estimator");
        Map<TaskKind, Map<String, Money>> byKind = new EnumMap<>(TaskKind.class);
        costs.forEach((kind, amounts) -> {
            amounts.values()
                    .forEach(cost -> Checks.that(
                            !cost.isNegative(), () -> "cost " + cost + " of task " + kind.code() + " is negative"));
            byKind.put(kind, Collections.unmodifiableMap(new TreeMap<>(amounts)));
        });
        costs = Collections.unmodifiableMap(byKind);
        Checks.days(promiseGraceDays, "promiseGraceDays");
        Checks.days(planToleranceDays, "planToleranceDays");
    }

    /** Probabilities by age, no costs, no days of grace, no tolerance. */
    public static WorklistOptions standard() {
        return new WorklistOptions(Estimator.byAge(), Map.of(), 0, 0);
    }

    public WorklistOptions with(Estimator estimator) {
        return new WorklistOptions(estimator, costs, promiseGraceDays, planToleranceDays);
    }

    /** With what a task of a kind costs in one currency. */
    public WorklistOptions costing(TaskKind kind, Money cost) {
        Map<TaskKind, Map<String, Money>> changed = new EnumMap<>(TaskKind.class);
        changed.putAll(costs);
        Map<String, Money> amounts = new TreeMap<>(costs.getOrDefault(kind, Map.of()));
        amounts.put(cost.currency().getCurrencyCode(), cost);
        changed.put(kind, amounts);
        return new WorklistOptions(estimator, changed, promiseGraceDays, planToleranceDays);
    }

    public WorklistOptions withPromiseGraceDays(int days) {
        return new WorklistOptions(estimator, costs, days, planToleranceDays);
    }

    public WorklistOptions withPlanToleranceDays(int days) {
        return new WorklistOptions(estimator, costs, promiseGraceDays, days);
    }

    /** How promises and plans stand on a day. */
    CollectionOptions judging(LocalDate date) {
        return new CollectionOptions(date, promiseGraceDays, planToleranceDays);
    }

    /** The last day on which an instalment may be paid before its plan is broken. */
    LocalDate lastDay(PlanState.InstalmentState instalment) {
        return instalment.dueDate().plusDays(promiseGraceDays).plusDays(planToleranceDays);
    }

    Money cost(TaskKind kind, Currency currency) {
        return costs.getOrDefault(kind, Map.of()).getOrDefault(currency.getCurrencyCode(), Money.zero(currency));
    }
}
