package io.receivables.dunning.work;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** The table of {@link Estimator#byAge()}. */
final class AgeTable {
    private static final BigDecimal BEYOND = new BigDecimal("0.10");

    /** The probability by the last day past due to which it applies. */
    private static final TreeMap<Integer, BigDecimal> UP_TO = new TreeMap<>(Map.of(
            0, new BigDecimal("0.98"),
            30, new BigDecimal("0.95"),
            60, new BigDecimal("0.85"),
            90, new BigDecimal("0.75"),
            180, new BigDecimal("0.50"),
            365, new BigDecimal("0.25")));

    private AgeTable() {}

    static BigDecimal probability(int daysPastDue) {
        Map.Entry<Integer, BigDecimal> entry = UP_TO.ceilingEntry(daysPastDue);
        return entry == null ? BEYOND : entry.getValue();
    }
}
