package io.receivables.metrics.live;

import java.time.LocalDate;

/** Dates as epoch days. */
final class Days {
    /** Facts are dated in the years 1900 to 9999. */
    static final int FIRST = (int) LocalDate.of(1900, 1, 1).toEpochDay();

    static final int LAST = (int) LocalDate.of(9999, 12, 31).toEpochDay();

    private Days() {}

    static int of(LocalDate date) {
        return (int) date.toEpochDay();
    }

    /**
     * A day that facts can be dated on.
     *
     * @throws IllegalArgumentException if it is none
     */
    static int checked(LocalDate date, String name) {
        long day = date.toEpochDay();
        if (day < FIRST || day > LAST) {
            throw new IllegalArgumentException(
                    name + " " + date + " is outside the years 1900 to 9999: check the date");
        }
        return (int) day;
    }
}
