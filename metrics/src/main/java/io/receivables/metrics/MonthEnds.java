package io.receivables.metrics;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/** The last days of months. */
public final class MonthEnds {
    private MonthEnds() {}

    public static boolean isMonthEnd(LocalDate date) {
        return date.getDayOfMonth() == date.lengthOfMonth();
    }

    /**
     * The month-ends from one date to another, both included.
     *
     * @throws IllegalArgumentException if {@code to} is before {@code from}
     */
    public static List<LocalDate> between(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("to " + to + " is before from " + from);
        }
        return Stream.iterate(YearMonth.from(from), month -> month.plusMonths(1))
                .map(YearMonth::atEndOfMonth)
                .takeWhile(end -> !end.isAfter(to))
                .toList();
    }

    /** The last month-ends up to a date, which counts if it is one; the newest first. */
    public static List<LocalDate> last(int count, LocalDate upTo) {
        YearMonth newest = YearMonth.from(upTo.plusDays(1)).minusMonths(1);
        return Stream.iterate(newest, month -> month.minusMonths(1))
                .limit(count)
                .map(YearMonth::atEndOfMonth)
                .toList();
    }
}
