package io.receivables.metrics.aging;

import java.util.Arrays;

/**
 * The open debit items of some accounts at the end of some days, packed: a row for each account and day that has any, and
 * for each of its buckets that is not empty an amount in minor units and a number of items.
 */
final class OpenDebits {
    private int rows;
    private final int[] account;
    private final int[] day;
    private final long[] oldest;
    private final int[] end;

    private int size;
    private final int[] bucket;
    private final long[] amount;
    private final int[] items;

    private OpenDebits(
            int rows,
            int[] account,
            int[] day,
            long[] oldest,
            int[] end,
            int size,
            int[] bucket,
            long[] amount,
            int[] items) {
        this.rows = rows;
        this.account = account;
        this.day = day;
        this.oldest = oldest;
        this.end = end;
        this.size = size;
        this.bucket = bucket;
        this.amount = amount;
        this.items = items;
    }

    /** Room for so many rows and sums. */
    static OpenDebits ofAtMost(int rows, int sums) {
        // one more: a sum is written before it is known to count
        int most = sums + 1;
        return new OpenDebits(
                0,
                new int[rows],
                new int[rows],
                new long[rows],
                new int[rows],
                0,
                new int[most],
                new long[most],
                new int[most]);
    }

    /** Takes one row. */
    @FunctionalInterface
    interface RowConsumer {
        /** Takes an account and its oldest item, as {@link AgedPlaces} has it. */
        void accept(int account, long oldest);
    }

    /** Takes one sum. */
    @FunctionalInterface
    interface SumConsumer {
        void accept(int account, int bucket, long amount, int items);
    }

    /**
     * Adds a row.
     *
     * @param atDay the number of its day
     * @param itsOldest its oldest item, as {@link AgedPlaces} has it
     * @param amounts by bucket, beginning at {@code from}
     * @param counts the numbers of items, likewise
     */
    void add(int ofAccount, int atDay, long itsOldest, long[] amounts, int[] counts, int from, int buckets) {
        int next = size;
        for (int b = 0; b < buckets; b++) {
            bucket[next] = b;
            amount[next] = amounts[from + b];
            items[next] = counts[from + b];
            next += counts[from + b] == 0 ? 0 : 1;
        }
        size = next;
        account[rows] = ofAccount;
        day[rows] = atDay;
        oldest[rows] = itsOldest;
        end[rows] = next;
        rows++;
    }

    /** The same, with no room for more. */
    OpenDebits trimmed() {
        return new OpenDebits(
                rows,
                Arrays.copyOf(account, rows),
                Arrays.copyOf(day, rows),
                Arrays.copyOf(oldest, rows),
                Arrays.copyOf(end, rows),
                size,
                Arrays.copyOf(bucket, size),
                Arrays.copyOf(amount, size),
                Arrays.copyOf(items, size));
    }

    /** Forgets all rows. */
    void clear() {
        rows = 0;
        size = 0;
    }

    /** Gives the rows of a day. */
    void forEachRow(int ofDay, RowConsumer consumer) {
        for (int row = 0; row < rows; row++) {
            if (day[row] == ofDay) {
                consumer.accept(account[row], oldest[row]);
            }
        }
    }

    /** Gives the sums of a day. */
    void forEach(int ofDay, SumConsumer consumer) {
        for (int row = 0; row < rows; row++) {
            for (int at = row == 0 ? 0 : end[row - 1]; day[row] == ofDay && at < end[row]; at++) {
                consumer.accept(account[row], bucket[at], amount[at], items[at]);
            }
        }
    }
}
