package io.receivables.metrics.efficiency;

import io.receivables.metrics.internal.LedgerFigures;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How much, or how many, took how many days, by currency: an average needs no list of all payments. */
final class DaysHistogram {
    private final List<Map<Integer, Long>> weightByDays = new ArrayList<>();

    DaysHistogram(int currencies) {
        for (int c = 0; c < currencies; c++) {
            weightByDays.add(new TreeMap<>());
        }
    }

    void add(int currency, int days, long weight) {
        weightByDays.get(currency).merge(days, weight, Math::addExact);
    }

    /** The days, weighted by count. */
    List<WeightedDays> days(int currency) {
        List<WeightedDays> all = new ArrayList<>();
        weightByDays
                .get(currency)
                .forEach((days, weight) -> all.add(new WeightedDays(BigDecimal.valueOf(weight), days)));
        return all;
    }

    /** The days, weighted by amount: what was added were minor units. */
    List<WeightedDays> days(LedgerFigures at, int currency) {
        return days(currency).stream()
                .map(item -> new WeightedDays(at.major(currency, item.amount()), item.days()))
                .toList();
    }
}
