package io.receivables.metrics.aging;

import java.util.Arrays;

/** A growing list of sums by account and bucket: an amount in minor units, and of how many items. */
final class Sums {
    private static final int FIRST_CAPACITY = 8;

    private int size;
    private int[] account = {};
    private int[] bucket = {};
    private long[] amount = {};
    private int[] items = {};

    /** Takes one sum. */
    @FunctionalInterface
    interface Consumer {
        void accept(int account, int bucket, long amount, int items);
    }

    void add(int ofAccount, int inBucket, long minorUnits, int ofItems) {
        if (size == account.length) {
            reserve(Math.max(FIRST_CAPACITY, size));
        }
        account[size] = ofAccount;
        bucket[size] = inBucket;
        amount[size] = minorUnits;
        items[size] = ofItems;
        size++;
    }

    /** Makes room for so many more. */
    void reserve(int more) {
        int capacity = Math.addExact(size, more);
        if (capacity > account.length) {
            account = Arrays.copyOf(account, capacity);
            bucket = Arrays.copyOf(bucket, capacity);
            amount = Arrays.copyOf(amount, capacity);
            items = Arrays.copyOf(items, capacity);
        }
    }

    void forEach(Consumer consumer) {
        for (int i = 0; i < size; i++) {
            consumer.accept(account[i], bucket[i], amount[i], items[i]);
        }
    }
}
