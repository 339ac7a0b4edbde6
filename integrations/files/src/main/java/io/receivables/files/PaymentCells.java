package io.receivables.files;

import java.util.Arrays;

/** What rows of a payment file say, as columns. */
final class PaymentCells {
    /** The row of the document that is paid; below zero, and less one, the number of the customer who pays none. */
    int[] target = {};

    short[] currency = {};
    int[] day = {};
    long[] amount = {};

    PaymentCells(int rows) {
        resize(rows);
    }

    int rows() {
        return target.length;
    }

    /** Makes room for so many rows, and lets go of others. */
    void resize(int rows) {
        target = Arrays.copyOf(target, rows);
        currency = Arrays.copyOf(currency, rows);
        day = Arrays.copyOf(day, rows);
        amount = Arrays.copyOf(amount, rows);
    }

    /** Copies rows from elsewhere. */
    void put(int at, PaymentCells other, int from, int count) {
        System.arraycopy(other.target, from, target, at, count);
        System.arraycopy(other.currency, from, currency, at, count);
        System.arraycopy(other.day, from, day, at, count);
        System.arraycopy(other.amount, from, amount, at, count);
    }
}
