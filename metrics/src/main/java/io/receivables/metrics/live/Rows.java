package io.receivables.metrics.live;

import java.util.Arrays;

/** The open items and payments: what is open of each, and how much of that may be contested. */
final class Rows {
    private long[] open = new long[64];
    private long[] contested = new long[64];
    private int[] dueDay = new int[64];
    private int[] account = new int[64];
    private int[] previous = new int[64];
    private boolean[] debit = new boolean[64];
    private int[] releasedDay = new int[64];
    private int size;

    /** Makes room for further rows, so that adding them takes no time; copies are made before readers have to wait. */
    void reserve(int further, Stamp stamp) {
        if (size + further <= open.length) {
            return;
        }
        int capacity = Math.max(Math.addExact(size, further), Math.multiplyExact(open.length, 2));
        long[] newOpen = Arrays.copyOf(open, capacity);
        long[] newContested = Arrays.copyOf(contested, capacity);
        int[] newDueDay = Arrays.copyOf(dueDay, capacity);
        int[] newAccount = Arrays.copyOf(account, capacity);
        int[] newPrevious = Arrays.copyOf(previous, capacity);
        boolean[] newDebit = Arrays.copyOf(debit, capacity);
        releasedDay = Arrays.copyOf(releasedDay, capacity); // of the writer alone
        stamp.begin();
        open = newOpen;
        contested = newContested;
        dueDay = newDueDay;
        account = newAccount;
        previous = newPrevious;
        debit = newDebit;
        stamp.end();
    }

    /** Adds a row of which nothing is open yet. */
    int add(int ofAccount, int previousOfAccount, boolean isDebit, int due) {
        account[size] = ofAccount;
        previous[size] = previousOfAccount;
        debit[size] = isDebit;
        dueDay[size] = due;
        releasedDay[size] = Integer.MIN_VALUE;
        return size++;
    }

    int size() {
        return size;
    }

    void set(int row, long newOpen, long newContested) {
        open[row] = newOpen;
        contested[row] = newContested;
    }

    long open(int row) {
        return open[row];
    }

    long contested(int row) {
        return contested[row];
    }

    /** What is contested of the open amount. */
    long disputed(int row) {
        return Math.min(open[row], contested[row]);
    }

    /** The last day on which something that had settled the row was undone, if any. */
    int releasedDay(int row) {
        return releasedDay[row];
    }

    void release(int row, int day) {
        releasedDay[row] = Math.max(releasedDay[row], day);
    }

    int dueDay(int row) {
        return dueDay[row];
    }

    boolean isDebit(int row) {
        return debit[row];
    }

    int account(int row) {
        return account[row];
    }

    /** The row of the same account that was added before, or {@link Accounts#NONE}. */
    int previous(int row) {
        return previous[row];
    }
}
