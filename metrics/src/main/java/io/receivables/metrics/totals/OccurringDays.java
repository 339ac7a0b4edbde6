package io.receivables.metrics.totals;

import java.time.LocalDate;
import java.util.BitSet;

/**
 * Days on which something occurs, numbered from 1 in their order. A day in between has the number of the last one up to
 * it, and the days before all of them have 0: so years in which nothing occurs take up no numbers.
 */
final class OccurringDays {
    /** The earliest business date: a day's bit is its distance from it. */
    private static final int EARLIEST = (int) LocalDate.of(1900, 1, 1).toEpochDay();

    private final int first;
    private final int last;
    private final int count;

    /** From the first day to the last one. */
    private final int[] numbers;

    /** The days whose {@link #bit} is set. */
    OccurringDays(BitSet days) {
        int firstBit = Math.max(0, days.nextSetBit(0));
        first = day(firstBit);
        count = days.cardinality();
        numbers = new int[days.length() - firstBit];
        last = first + numbers.length - 1;
        for (int i = 0, number = 0; i < numbers.length; i++) {
            number += days.get(firstBit + i) ? 1 : 0;
            numbers[i] = number;
        }
    }

    static int bit(int day) {
        return day - EARLIEST;
    }

    static int day(int bit) {
        return EARLIEST + bit;
    }

    int count() {
        return count;
    }

    /** The number of the last day up to this one, itself included. */
    int upTo(int day) {
        return day < first ? 0 : day > last ? count : numbers[day - first];
    }

    /** The number of the last day before this one. */
    int before(int day) {
        return day <= first ? 0 : upTo(day - 1);
    }

    long sizeInBytes() {
        return 4L * numbers.length;
    }
}
