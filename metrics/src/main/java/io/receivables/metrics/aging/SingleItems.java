package io.receivables.metrics.aging;

import java.util.Arrays;

/** A growing list of items, of which few accounts have any: an amount in minor units of an account on a day. */
final class SingleItems {
    private static final int FIRST_CAPACITY = 16;

    private int size;
    private int[] account = {};
    private int[] day = {};
    private int[] bucket = {};
    private long[] amount = {};

    /** Takes one item. */
    @FunctionalInterface
    interface Consumer {
        void accept(int account, int bucket, long amount);
    }

    /** Adds an item of a day, which is given by its number. */
    void add(int ofAccount, int atDay, int inBucket, long minorUnits) {
        if (size == account.length) {
            int capacity = Math.max(FIRST_CAPACITY, Math.multiplyExact(size, 2));
            account = Arrays.copyOf(account, capacity);
            day = Arrays.copyOf(day, capacity);
            bucket = Arrays.copyOf(bucket, capacity);
            amount = Arrays.copyOf(amount, capacity);
        }
        account[size] = ofAccount;
        day[size] = atDay;
        bucket[size] = inBucket;
        amount[size] = minorUnits;
        size++;
    }

    /** Gives the items of a day. */
    void forEach(int ofDay, Consumer consumer) {
        for (int i = 0; i < size; i++) {
            if (day[i] == ofDay) {
                consumer.accept(account[i], bucket[i], amount[i]);
            }
        }
    }
}
