package io.receivables.metrics.dso;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/** The calendar months from a first day to a last one, numbered from 0; or another stretch of days in their place. */
final class Months {
    /** The first day of each month, and the one after the last. */
    private final int[] start;

    private Months(int[] start) {
        this.start = start;
    }

    /** The months from that of an epoch day to that of a date; the latter alone if it comes first. */
    static Months between(int firstDay, LocalDate last) {
        YearMonth newest = YearMonth.from(last);
        YearMonth first = YearMonth.from(LocalDate.ofEpochDay(Math.min(firstDay, last.toEpochDay())));
        int[] start = new int[Math.toIntExact(ChronoUnit.MONTHS.between(first, newest)) + 2];
        Arrays.setAll(start, m -> day(first.plusMonths(m).atDay(1)));
        return new Months(start);
    }

    /** One stretch of days in the place of a month. */
    static Months single(LocalDate first, LocalDate last) {
        return new Months(new int[] {day(first), day(last) + 1});
    }

    private static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }

    /** The month of a day; below zero if the day is before all of them. */
    int of(int day) {
        int found = Arrays.binarySearch(start, day);
        return found >= 0 ? found : -found - 2;
    }

    int firstDay(int month) {
        return start[month];
    }

    int lastDay(int month) {
        return start[month + 1] - 1;
    }
}
