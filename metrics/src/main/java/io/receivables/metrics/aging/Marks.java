package io.receivables.metrics.aging;

import java.util.Arrays;

/** A growing list of amounts that stand beside the debits of accounts: open credits by bucket, or contested parts. */
final class Marks {
    private int size;
    private int[] account = new int[8];
    private int[] bucket = new int[8];
    private long[] amount = new long[8];

    void add(int markedAccount, int inBucket, long minorUnits) {
        if (size == account.length) {
            int capacity = Math.multiplyExact(size, 2);
            account = Arrays.copyOf(account, capacity);
            bucket = Arrays.copyOf(bucket, capacity);
            amount = Arrays.copyOf(amount, capacity);
        }
        account[size] = markedAccount;
        bucket[size] = inBucket;
        amount[size] = minorUnits;
        size++;
    }

    int size() {
        return size;
    }

    int account(int mark) {
        return account[mark];
    }

    int bucket(int mark) {
        return bucket[mark];
    }

    long amount(int mark) {
        return amount[mark];
    }
}
