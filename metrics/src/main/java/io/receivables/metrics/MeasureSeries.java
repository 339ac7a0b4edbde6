package io.receivables.metrics;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A measure at several dates, such as month-ends.
 *
 * @param byDate the measures by as-of date
 */
public record MeasureSeries(SortedMap<LocalDate, Measures> byDate) {
    public MeasureSeries {
        byDate = Collections.unmodifiableSortedMap(new TreeMap<>(byDate));
    }

    /** The as-of dates, in order. */
    public List<LocalDate> dates() {
        return List.copyOf(byDate.keySet());
    }

    /**
     * The measures at a date.
     *
     * @throws IllegalArgumentException if the date is not one of {@link #dates()}
     */
    public Measures at(LocalDate date) {
        Measures measures = byDate.get(date);
        if (measures == null) {
            throw new IllegalArgumentException("the series has no " + date + ": its dates are " + dates());
        }
        return measures;
    }

    /** The measures of one currency by date; dates by which nothing was issued in it are left out. */
    public SortedMap<LocalDate, Measure> in(String currency) {
        SortedMap<LocalDate, Measure> measures = new TreeMap<>();
        byDate.forEach((date, all) -> {
            Measure measure = all.byCurrency().get(currency);
            if (measure != null) {
                measures.put(date, measure);
            }
        });
        return Collections.unmodifiableSortedMap(measures);
    }
}
