package io.receivables.metrics.live;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Sums and numbers of open items by bucket, beside the balance, which is kept apart from them. All in one array, so that a
 * reader copies them in one go. Amounts are minor units.
 */
final class Figures {
    private static final int BALANCE = 0;
    private static final int NOT_DUE = 1;
    private static final int NOT_DUE_ITEMS = 2;
    private static final int DISPUTED = 3;
    private static final int DISPUTED_ITEMS = 4;
    private static final int FIRST_BUCKET = 5;

    private static final int DEBIT = 0;
    private static final int CREDIT = 2;
    private static final int ITEMS = 1;
    private static final int PER_BUCKET = 4;

    private final long[] values;

    Figures(int buckets) {
        this(new long[FIRST_BUCKET + PER_BUCKET * buckets]);
    }

    private Figures(long[] values) {
        this.values = values;
    }

    Figures copy() {
        return new Figures(values.clone());
    }

    // ---- changes; no sum is checked: each is at most the volume, which is (CurrencyTotals.addVolume)

    void addBalance(long amount) {
        values[BALANCE] += amount;
    }

    void add(boolean debit, int bucket, long amount, int items) {
        int at = at(debit, bucket);
        values[at] += amount;
        values[at + ITEMS] += items;
    }

    void addNotDue(long amount, long items) {
        values[NOT_DUE] += amount;
        values[NOT_DUE_ITEMS] += items;
    }

    void addDisputed(long amount, int items) {
        values[DISPUTED] += amount;
        values[DISPUTED_ITEMS] += items;
    }

    /** Moves items from a bucket to the next older one. */
    void age(boolean debit, int bucket, long amount, long items) {
        int from = at(debit, bucket);
        int to = at(debit, bucket + 1);
        values[from] -= amount;
        values[from + ITEMS] -= items;
        values[to] += amount;
        values[to + ITEMS] += items;
    }

    private static int at(boolean debit, int bucket) {
        return FIRST_BUCKET + PER_BUCKET * bucket + (debit ? DEBIT : CREDIT);
    }

    // ---- reading

    int buckets() {
        return (values.length - FIRST_BUCKET) / PER_BUCKET;
    }

    long balance() {
        return values[BALANCE];
    }

    long amount(boolean debit, int bucket) {
        return values[at(debit, bucket)];
    }

    int items(boolean debit, int bucket) {
        return (int) values[at(debit, bucket) + ITEMS];
    }

    /** The amounts of all buckets. */
    long amount(boolean debit) {
        long sum = 0;
        for (int bucket = 0; bucket < buckets(); bucket++) {
            sum += amount(debit, bucket);
        }
        return sum;
    }

    /** The items of all buckets. */
    int items(boolean debit) {
        int sum = 0;
        for (int bucket = 0; bucket < buckets(); bucket++) {
            sum += items(debit, bucket);
        }
        return sum;
    }

    long notDue() {
        return values[NOT_DUE];
    }

    int notDueItems() {
        return (int) values[NOT_DUE_ITEMS];
    }

    long disputed() {
        return values[DISPUTED];
    }

    int disputedItems() {
        return (int) values[DISPUTED_ITEMS];
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Figures figures && Arrays.equals(values, figures.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }
}
