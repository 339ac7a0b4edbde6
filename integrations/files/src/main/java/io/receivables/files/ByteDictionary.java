package io.receivables.files;

import io.receivables.core.ledger.PackedIds;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Numbers the different texts of a column in the order in which they come, by their bytes. */
final class ByteDictionary {
    private byte[] bytes = new byte[1 << 12];
    private int[] ends = new int[1 << 8];
    private int size;
    /** In each place a number plus one; 0 where it is free. Never more than half full. */
    private int[] places = new int[1 << 10];

    int size() {
        return size;
    }

    /** The number of a text, which is a new one if it was not there. */
    int number(byte[] text, int from, int to) {
        int place = place(text, from, to);
        if (places[place] == 0) {
            add(text, from, to);
            places[place] = size;
            if (2 * size > places.length) {
                grow();
            }
            return size - 1;
        }
        return places[place] - 1;
    }

    /** Where the text is, or may be put. */
    private int place(byte[] text, int from, int to) {
        int mask = places.length - 1;
        int place = PackedIds.hash(text, from, to) & mask;
        while (places[place] != 0 && !is(places[place] - 1, text, from, to)) {
            place = (place + 1) & mask;
        }
        return place;
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
        places = new int[2 * places.length];
        for (int number = 0; number < size; number++) {
            places[place(bytes, start(number), ends[number])] = number + 1;
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
