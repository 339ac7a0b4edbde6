package io.receivables.metrics.efficiency;

import io.receivables.metrics.internal.LedgerFigures;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How much, or how many, took how many days: an average needs no list of all payments. */
final class DaysHistogram {
    private final Map<Integer, Long> weightByDays = new TreeMap<>();

    void add(int days, long weight) {
        weightByDays.merge(days, weight, Math::addExact);
    }

    DaysHistogram plus(DaysHistogram more) {
        more.weightByDays.forEach(this::add);
        return this;
    }

    /** The days, weighted by count. */
    List<WeightedDays> days() {
        List<WeightedDays> all = new ArrayList<>();
        weightByDays.forEach((days, weight) -> all.add(new WeightedDays(BigDecimal.valueOf(weight), days)));
        return all;
    }

    /** The days, weighted by amount: what was added were minor units. */
    List<WeightedDays> days(LedgerFigures at, int currency) {
        return days().stream()
                .map(item -> new WeightedDays(at.major(currency, item.amount()), item.days()))
                .toList();
    }
}
