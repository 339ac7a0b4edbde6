package io.receivables.core.ledger;

import io.receivables.core.internal.Checks;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Strings by row, packed as UTF-8 into one array: ten million identifiers without ten million objects.
 *
 * <pre>{@code
 * PackedIds.Builder ids = PackedIds.builder(rows);
 * ids.add(buffer, from, to);        // the bytes of one cell, as they were read
 * columns.ids(ids.build());
 * }</pre>
 *
 * <p>All of them together take at most some 2 GiB; more is refused. What was packed by several threads is put together with
 * {@link #concat}.
 */
public final class PackedIds {
    private static final long MOST_BYTES = Integer.MAX_VALUE - 8L;
    private static final int USUAL_LENGTH = 8;

    private final byte[] bytes;
    private final int[] ends;

    private PackedIds(byte[] bytes, int[] ends) {
        this.bytes = bytes;
        this.ends = ends;
    }

    /** Packs strings. */
    public static PackedIds of(String... ids) {
        Builder builder = builder(ids.length);
        for (String id : ids) {
            builder.add(id);
        }
        return builder.build();
    }

    /** Starts to pack; more or fewer rows than expected are as well. */
    public static Builder builder(int expectedRows) {
        return new Builder(expectedRows);
    }

    /**
     * All rows of several parts, one part after the other.
     *
     * @throws IllegalArgumentException if that is more than fits: 2 GiB of text, or 2^31 rows
     */
    public static PackedIds concat(List<PackedIds> parts) {
        return concat(parts, Workers.caller());
    }

    /** {@link #concat(List)} by several threads. */
    public static PackedIds concat(List<PackedIds> parts, Workers workers) {
        int[] firstRow = new int[parts.size()];
        int[] firstByte = new int[parts.size()];
        long rows = 0;
        long size = 0;
        for (int i = 0; i < parts.size(); i++) {
            firstRow[i] = (int) rows;
            firstByte[i] = (int) size;
            rows += parts.get(i).size();
            size += parts.get(i).bytes.length;
            checkRoom(rows, size);
        }
        PackedIds all = new PackedIds(new byte[(int) size], new int[(int) rows]);
        workers.each(parts.size(), i -> all.put(parts.get(i), firstRow[i], firstByte[i]));
        return all;
    }

    private void put(PackedIds part, int row, int at) {
        System.arraycopy(part.bytes, 0, bytes, at, part.bytes.length);
        for (int i = 0; i < part.ends.length; i++) {
            ends[row + i] = at + part.ends[i];
        }
    }

    private static void checkRoom(long rows, long size) {
        Checks.that(
                rows <= MOST_BYTES && size <= MOST_BYTES,
                () -> "ids of " + rows + " rows take " + size + " bytes, more than " + MOST_BYTES
                        + ": split the ledger, for example by year");
    }

    /** The number of rows. */
    public int size() {
        return ends.length;
    }

    /**
     * The string of a row.
     *
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public String get(int row) {
        int start = start(Objects.checkIndex(row, ends.length));
        return new String(bytes, start, ends[row] - start, StandardCharsets.UTF_8);
    }

    /** Whether the string of a row is made of these bytes. */
    public boolean is(int row, byte[] text, int from, int to) {
        return Arrays.equals(bytes, start(row), ends[row], text, from, to);
    }

    /** The bytes that are taken. */
    public long sizeInBytes() {
        return bytes.length + (long) Integer.BYTES * ends.length;
    }

    /** The first row whose string holds nothing but blanks; -1 if there is none. */
    int firstBlank() {
        for (int row = 0; row < ends.length; row++) {
            // only what starts with a byte that may be of a blank is looked at as a string
            int start = start(row);
            boolean plain = start < ends[row] && bytes[start] > ' ';
            if (!plain && get(row).isBlank()) {
                return row;
            }
        }
        return -1;
    }

    int hash(int row) {
        return hash(bytes, start(row), ends[row]);
    }

    boolean same(int row, int other) {
        return is(row, bytes, start(other), ends[other]);
    }

    private int start(int row) {
        return row == 0 ? 0 : ends[row - 1];
    }

    /** Spreads bytes over 32 bits, in another way in every process: a hash is never to be stored. */
    public static int hash(byte[] text, int from, int to) {
        return IdHash.of(text, from, to);
    }

    /** Packs strings row by row. Not for several threads: each has its own. */
    public static final class Builder {
        private byte[] bytes;
        private int[] ends;
        private int rows;
        private int size;

        private Builder(int expectedRows) {
            Checks.that(expectedRows >= 0, () -> "expected rows " + expectedRows + " are below zero");
            ends = new int[Math.max(USUAL_LENGTH, expectedRows)];
            bytes = new byte[(int) Math.min(MOST_BYTES, (long) USUAL_LENGTH * ends.length)];
        }

        /** The next row's string, as UTF-8. The bytes are copied and not checked. */
        public Builder add(byte[] text, int from, int to) {
            int length = to - from;
            makeRoom(length);
            System.arraycopy(text, from, bytes, size, length);
            size += length;
            ends[rows++] = size;
            return this;
        }

        /**
         * The strings of the next rows, as UTF-8.
         *
         * @param from where each starts in the text, {@code to} where it ends
         * @param first the first of them that is added
         * @param end the one after the last that is added
         */
        public Builder addAll(byte[] text, int[] from, int[] to, int first, int end) {
            for (int i = first; i < end; i++) {
                add(text, from[i], to[i]);
            }
            return this;
        }

        /** The next row's string. */
        public Builder add(String text) {
            byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
            return add(encoded, 0, encoded.length);
        }

        /** The next row's string, as it is packed elsewhere. */
        public Builder add(PackedIds other, int row) {
            return add(other.bytes, other.start(row), other.ends[row]);
        }

        private void makeRoom(int length) {
            long needed = (long) size + length;
            if (needed > bytes.length) {
                checkRoom(rows + 1L, needed);
                bytes = Arrays.copyOf(bytes, grown(bytes.length, needed));
            }
            if (rows == ends.length) {
                checkRoom(rows + 1L, needed);
                ends = Arrays.copyOf(ends, grown(rows, rows + 1L));
            }
        }

        private static int grown(int capacity, long needed) {
            return (int) Math.min(MOST_BYTES, Math.max(needed, capacity + (capacity >> 1)));
        }

        /** How many rows there are so far. */
        public int size() {
            return rows;
        }

        /** What was packed so far. */
        public PackedIds build() {
            return new PackedIds(Arrays.copyOf(bytes, size), Arrays.copyOf(ends, rows));
        }
    }
}
