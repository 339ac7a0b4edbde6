package io.receivables.files;

import io.receivables.core.ledger.PackedIds;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Numbers the different texts of a column in the order in which they come, by their bytes. */
final class ByteDictionary {
    private byte[] bytes = new byte[1 << 12];
    private int[] ends = new int[1 << 8];
    private int size;
    /** In each place the hash and, in the lower half, a number plus one; 0 where it is free. Never more than half full. */
    private long[] places = new long[1 << 12];

    int size() {
        return size;
    }

    /** The number of a text, which is a new one if it was not there. */
    int number(byte[] text, int from, int to) {
        int hash = PackedIds.hash(text, from, to);
        int mask = places.length - 1;
        int place = hash & mask;
        while (places[place] != 0) {
            int number = (int) places[place] - 1;
            if ((int) (places[place] >>> Integer.SIZE) == hash && is(number, text, from, to)) {
                return number;
            }
            place = (place + 1) & mask;
        }
        add(text, from, to);
        places[place] = (long) hash << Integer.SIZE | size;
        if (2 * size > places.length) {
            grow();
        }
        return size - 1;
    }

    private boolean is(int number, byte[] text, int from, int to) {
        return Arrays.equals(bytes, start(number), ends[number], text, from, to);
    }

    private int start(int number) {
        return number == 0 ? 0 : ends[number - 1];
    }

    private void add(byte[] text, int from, int to) {
        int start = start(size);
        int end = Math.addExact(start, to - from);
        bytes = end > bytes.length ? Arrays.copyOf(bytes, Math.max(end, 2 * bytes.length)) : bytes;
        ends = size == ends.length ? Arrays.copyOf(ends, 2 * size) : ends;
        System.arraycopy(text, from, bytes, start, to - from);
        ends[size++] = end;
    }

    private void grow() {
        long[] all = places;
        places = new long[2 * all.length];
        int mask = places.length - 1;
        for (long each : all) {
            if (each != 0) {
                int place = (int) (each >>> Integer.SIZE) & mask;
                while (places[place] != 0) {
                    place = (place + 1) & mask;
                }
                places[place] = each;
            }
        }
    }

    /** The number of each text of another dictionary in this one, which takes over those that it has not. */
    int[] numbersOf(ByteDictionary other) {
        int[] numbers = new int[other.size];
        for (int number = 0; number < other.size; number++) {
            numbers[number] = number(other.bytes, other.start(number), other.ends[number]);
        }
        return numbers;
    }

    String text(int number) {
        return new String(bytes, start(number), ends[number] - start(number), StandardCharsets.UTF_8);
    }

    /** The texts in the order of their numbers. */
    PackedIds texts() {
        PackedIds.Builder texts = PackedIds.builder(size);
        for (int number = 0; number < size; number++) {
            texts.add(bytes, start(number), ends[number]);
        }
        return texts.build();
    }
}
