package io.receivables.metrics.totals;

/**
 * What is open of one currency at the end of each day of the items due up to each day. First it takes changes; once they
 * are added up, every range of due days on every day is a difference of two sums.
 *
 * <p>Open debits are never below zero, and every sum on the way is one of what is open, or a difference of two such. So
 * their sums fit a {@code long} if the totals at the ends of the days do, whatever the order of the changes.
 */
final class CurrencySums {
    /** What a row takes besides its sums: its header and the reference to it. */
    private static final int ROW_BYTES = 24;

    private final OccurringDays days;
    private final OccurringDays dueDays;

    // by number of the day and of the due day; those of number 0 are zero
    private final long[][] debits;
    private final long[][] credits;

    CurrencySums(OccurringDays days, OccurringDays dueDays) {
        this.days = days;
        this.dueDays = dueDays;
        debits = new long[days.count() + 1][dueDays.count() + 1];
        credits = new long[days.count() + 1][dueDays.count() + 1];
    }

    /** The bytes of sums over so many days. */
    static long sizeInBytes(OccurringDays days, OccurringDays dueDays) {
        return 2 * (days.count() + 1L) * (ROW_BYTES + 8L * (dueDays.count() + 1))
                + days.sizeInBytes()
                + dueDays.sizeInBytes();
    }

    long sizeInBytes() {
        return sizeInBytes(days, dueDays);
    }

    private long[][] sums(Side side) {
        return side == Side.DEBITS ? debits : credits;
    }

    /** Takes by how much the open amounts of a due day change at the end of a day; both days have to occur. */
    void change(Side side, int day, int dueDay, long amount) {
        long[] row = sums(side)[days.upTo(day)];
        int at = dueDays.upTo(dueDay);
        row[at] = Math.addExact(row[at], amount);
    }

    /** Adds up the changes of a side. */
    void addUp(Side side) {
        long[][] sums = sums(side);
        for (int day = 1; day < sums.length; day++) {
            long[] before = sums[day - 1];
            long[] row = sums[day];
            long changed = 0;
            for (int due = 1; due < row.length; due++) {
                changed = Math.addExact(changed, row[due]);
                row[due] = Math.addExact(before[due], changed);
            }
        }
    }

    /** What is open at the end of a day of the items due from one day to another, both included. */
    long open(Side side, int day, int dueFrom, int dueTo) {
        long[] row = sums(side)[days.upTo(day)];
        return row[dueDays.upTo(dueTo)] - row[dueDays.before(dueFrom)];
    }
}
