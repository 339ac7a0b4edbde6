package io.receivables.metrics.live;

import java.util.Arrays;

/** One account per customer and currency: its balance, and the latest of its rows. */
final class Accounts {
    static final int NONE = -1;

    private final IdTable customers = new IdTable();
    private int[] firstOfCustomer = new int[16];
    private int[] nextOfCustomer = new int[16];
    private CurrencyTotals[] totals = new CurrencyTotals[16];
    private long[] balance = new long[16];
    private int[] lastRow = new int[16];
    private int size;

    /** The account of a customer in a currency, which is opened if there is none. */
    int findOrOpen(String customerId, CurrencyTotals in) {
        int customer = customers.findOrAdd(0, customerId);
        if (customer == firstOfCustomer.length) {
            firstOfCustomer = Arrays.copyOf(firstOfCustomer, Math.multiplyExact(customer, 2));
        }
        int account = firstOfCustomer[customer] - 1;
        while (account != NONE && totals[account] != in) {
            account = next(account);
        }
        return account == NONE ? open(customer, in) : account;
    }

    private int open(int customer, CurrencyTotals in) {
        if (size == balance.length) {
            int capacity = Math.multiplyExact(size, 2);
            nextOfCustomer = Arrays.copyOf(nextOfCustomer, capacity);
            totals = Arrays.copyOf(totals, capacity);
            balance = Arrays.copyOf(balance, capacity);
            lastRow = Arrays.copyOf(lastRow, capacity);
        }
        totals[size] = in;
        lastRow[size] = NONE;
        nextOfCustomer[size] = firstOfCustomer[customer];
        firstOfCustomer[customer] = size + 1;
        return size++;
    }

    /** The first account of a customer, or {@link #NONE}. */
    int first(String customerId) {
        int customer = customers.find(0, customerId);
        return customer == IdTable.NONE ? NONE : firstOfCustomer[customer] - 1;
    }

    /** The next account of the same customer, or {@link #NONE}. */
    int next(int account) {
        return nextOfCustomer[account] - 1;
    }

    CurrencyTotals totals(int account) {
        return totals[account];
    }

    long balance(int account) {
        return balance[account];
    }

    void addBalance(int account, long amount) {
        balance[account] += amount;
    }

    /** The row that was added last, or {@link #NONE}. */
    int lastRow(int account) {
        return lastRow[account];
    }

    void setLastRow(int account, int row) {
        lastRow[account] = row;
    }
}
