package io.receivables.metrics.live;

import java.util.Arrays;

/**
 * The open items and payments: what is open of each, and how much of that may be contested. What belongs to a row stands
 * side by side, since a fact mostly meets a row that nobody has touched for weeks.
 */
final class Rows {
    private static final int ACCOUNT = 0;
    private static final int ISSUE_DAY = 1;
    private static final int DUE_DAY = 2;
    private static final int RELEASED_DAY = 3;
    private static final int PREVIOUS = 4;
    private static final int DEBIT = 5;
    private static final int ATTRIBUTES = 6;

    private long[] open = new long[64];
    private int[] attributes = new int[64 * ATTRIBUTES];

    /** What is contested, for the rows up to the last one of which anything ever was. */
    private long[] contested = {};

    private int size;

    /** Makes room for further rows, so that adding them takes no time; copies are made before readers have to wait. */
    void reserve(int further, Stamp stamp) {
        int capacity = open.length;
        if (size + further <= capacity) {
            return;
        }
        int larger = Math.max(Math.addExact(size, further), Math.multiplyExact(capacity, 2));
        long[] newOpen = Arrays.copyOf(open, larger);
        int[] newAttributes = Arrays.copyOf(attributes, Math.multiplyExact(larger, ATTRIBUTES));
        stamp.begin();
        open = newOpen;
        attributes = newAttributes;
        stamp.end();
    }

    /**
     * Adds a row of which nothing is open yet.
     *
     * @param previous the row of the same account that was added before, or {@link Accounts#NONE}
     */
    int add(int account, int previous, boolean debit, int issueDay, int dueDay) {
        int at = size * ATTRIBUTES;
        attributes[at + ACCOUNT] = account;
        attributes[at + ISSUE_DAY] = issueDay;
        attributes[at + DUE_DAY] = dueDay;
        attributes[at + RELEASED_DAY] = Integer.MIN_VALUE;
        attributes[at + PREVIOUS] = previous;
        attributes[at + DEBIT] = debit ? 1 : 0;
        return size++;
    }

    int size() {
        return size;
    }

    void setOpen(int row, long amount) {
        open[row] = amount;
    }

    void setContested(int row, long amount) {
        if (row >= contested.length) {
            contested = Arrays.copyOf(contested, open.length);
        }
        contested[row] = amount;
    }

    void release(int row, int day) {
        int at = row * ATTRIBUTES + RELEASED_DAY;
        attributes[at] = Math.max(attributes[at], day);
    }

    long open(int row) {
        return open[row];
    }

    long contested(int row) {
        return row < contested.length ? contested[row] : 0;
    }

    /** What is contested of the open amount. */
    long disputed(int row) {
        return Math.min(open(row), contested(row));
    }

    int account(int row) {
        return attributes[row * ATTRIBUTES + ACCOUNT];
    }

    int issueDay(int row) {
        return attributes[row * ATTRIBUTES + ISSUE_DAY];
    }

    int dueDay(int row) {
        return attributes[row * ATTRIBUTES + DUE_DAY];
    }

    /** The last day as of which something that had settled the row was undone, if any. */
    int releasedDay(int row) {
        return attributes[row * ATTRIBUTES + RELEASED_DAY];
    }

    boolean isDebit(int row) {
        return attributes[row * ATTRIBUTES + DEBIT] != 0;
    }

    /** The row of the same account that was added before, or {@link Accounts#NONE}. */
    int previous(int row) {
        return attributes[row * ATTRIBUTES + PREVIOUS];
    }
}
