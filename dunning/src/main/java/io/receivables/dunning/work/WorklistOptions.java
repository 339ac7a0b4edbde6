package io.receivables.dunning.work;

import io.receivables.core.Money;
import io.receivables.dunning.internal.Checks;
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
 * @param promiseGraceDays days after a promised day on which its money still is in time
 */
public record WorklistOptions(Estimator estimator, Map<TaskKind, Map<String, Money>> costs, int promiseGraceDays) {
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
    }

    /** Probabilities by age, no costs, no days of grace. */
    public static WorklistOptions standard() {
        return new WorklistOptions(Estimator.byAge(), Map.of(), 0);
    }

    public WorklistOptions with(Estimator estimator) {
        return new WorklistOptions(estimator, costs, promiseGraceDays);
    }

    /** With what a task of a kind costs in one currency. */
    public WorklistOptions costing(TaskKind kind, Money cost) {
        Map<TaskKind, Map<String, Money>> changed = new EnumMap<>(TaskKind.class);
        changed.putAll(costs);
        Map<String, Money> amounts = new TreeMap<>(costs.getOrDefault(kind, Map.of()));
        amounts.put(cost.currency().getCurrencyCode(), cost);
        changed.put(kind, amounts);
        return new WorklistOptions(estimator, changed, promiseGraceDays);
    }

    public WorklistOptions withPromiseGraceDays(int days) {
        return new WorklistOptions(estimator, costs, days);
    }

    Money cost(TaskKind kind, Currency currency) {
        return costs.getOrDefault(kind, Map.of()).getOrDefault(currency.getCurrencyCode(), Money.zero(currency));
    }
}
