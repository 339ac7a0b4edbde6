package io.receivables.metrics;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A measure by currency. Amounts of different currencies are never added, and so there is no total.
 *
 * @param byCurrency the measures by ISO 4217 code, for currencies of which anything was issued by the as-of date
 */
public record Measures(SortedMap<String, Measure> byCurrency) {
    public Measures {
        byCurrency = Collections.unmodifiableSortedMap(new TreeMap<>(byCurrency));
    }

    public static Measures of(Map<String, Measure> byCurrency) {
        return new Measures(new TreeMap<>(byCurrency));
    }

    /** The currency codes, in order. */
    public List<String> currencies() {
        return List.copyOf(byCurrency.keySet());
    }

    /**
     * The measure of a currency.
     *
     * @throws IllegalArgumentException if nothing was issued in that currency
     */
    public Measure in(String currency) {
        Measure measure = byCurrency.get(currency);
        if (measure == null) {
            throw new IllegalArgumentException(
                    "nothing was issued in \"" + currency + "\": the currencies are " + currencies());
        }
        return measure;
    }
}
