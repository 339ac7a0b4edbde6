package io.receivables.metrics;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A measure by customer.
 *
 * <pre>{@code
 * CustomerMeasures late = Efficiency.perCustomer(ledger, asOf, EfficiencyMethod.averageDaysLate(), workers);
 * late.in("CAD").forEach((customer, measure) ->
 *         measure.value(1, RoundingMode.HALF_UP).ifPresent(days -> print(customer, days)));
 * Measure one = late.of("C-17").in("CAD");
 * }</pre>
 *
 * @param byCustomer the measures by the customer's id, for customers to whom anything was issued by the as-of date
 */
public record CustomerMeasures(SortedMap<String, Measures> byCustomer) {
    public CustomerMeasures {
        byCustomer = Collections.unmodifiableSortedMap(new TreeMap<>(byCustomer));
    }

    /**
     * The measures of a customer.
     *
     * @throws IllegalArgumentException if nothing was issued to a customer of that id
     */
    public Measures of(String customerId) {
        Measures measures = byCustomer.get(customerId);
        if (measures == null) {
            throw new IllegalArgumentException("nothing was issued to \"" + customerId + "\": " + byCustomer.size()
                    + " other customers have measures; ids are compared letter by letter");
        }
        return measures;
    }

    /** The measures of one currency by the customer's id; customers to whom nothing was issued in it are left out. */
    public SortedMap<String, Measure> in(String currency) {
        SortedMap<String, Measure> measures = new TreeMap<>();
        byCustomer.forEach((customer, all) -> {
            Measure measure = all.byCurrency().get(currency);
            if (measure != null) {
                measures.put(customer, measure);
            }
        });
        return Collections.unmodifiableSortedMap(measures);
    }
}
