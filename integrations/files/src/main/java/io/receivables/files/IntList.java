package io.receivables.files;

import java.util.Arrays;

/** Numbers, one after the other. */
final class IntList {
    private int[] values;
    private int size;

    IntList(int expected) {
        values = new int[Math.max(8, expected)];
    }

    /** The numbers from 0 on and below another one. */
    static IntList upTo(int end) {
        IntList all = new IntList(end);
        for (int value = 0; value < end; value++) {
            all.add(value);
        }
        return all;
    }

    void add(int value) {
        values = size == values.length ? Arrays.copyOf(values, size + (size >> 1)) : values;
        values[size++] = value;
    }

    int get(int index) {
        return values[index];
    }

    int size() {
        return size;
    }

    /** Lets go of what was reserved and not needed. */
    void trim() {
        values = Arrays.copyOf(values, size);
    }

    void copyTo(int[] target, int at) {
        System.arraycopy(values, 0, target, at, size);
    }
}
