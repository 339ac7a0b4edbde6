package io.receivables.core.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * The first row of each identifier, by an open-addressing hash over the packed bytes: some 12 bytes a row, and no object for
 * any of them.
 *
 * <pre>{@code
 * IdIndex index = IdIndex.of(ids, workers);
 * int row = index.find(buffer, from, to);        // -1 if there is no such identifier
 * }</pre>
 */
public final class IdIndex {
    /** What {@link #find} returns where there is no such identifier. */
    public static final int NONE = -1;

    private static final int ROWS_OF_ONE_RANGE = 10_000;
    private static final int RANGES = 16;
    private static final int BLOCK = 1 << 16;

    private final PackedIds ids;
    private final int ranges;
    /** The places of one range; a range is never full. */
    private final int width;
    /** In each place the hash and, in the lower half, the row plus one; 0 where it is free. */
    private final long[] places;

    private final int[] repeated;

    /**
     * Indexes rows, some or all of them.
     *
     * @param included tells whether a row is to be found
     */
    public static IdIndex of(PackedIds ids, IntPredicate included, Workers workers) {
        return new IdIndex(ids, included, workers);
    }

    /** Indexes all rows. */
    public static IdIndex of(PackedIds ids, Workers workers) {
        return of(ids, row -> true, workers);
    }

    private IdIndex(PackedIds ids, IntPredicate included, Workers workers) {
        this.ids = ids;
        int rows = ids.size();
        ranges = rows < ROWS_OF_ONE_RANGE ? 1 : RANGES;
        int[] hashes = new int[rows];
        width = width(hashes(hashes, workers));
        places = new long[Math.multiplyExact(width, ranges)];
        repeated = workers.all(ranges, range -> fill(range, hashes, included)).stream()
                .flatMapToInt(Arrays::stream)
                .sorted()
                .toArray();
    }

    /** Hashes all rows, and counts how many fall into each range. */
    private int[] hashes(int[] hashes, Workers workers) {
        List<int[]> counts = workers.all(tasks(hashes.length), block -> {
            int[] count = new int[ranges];
            int end = (int) Math.min(hashes.length, (block + 1L) * BLOCK);
            for (int row = block * BLOCK; row < end; row++) {
                hashes[row] = ids.hash(row);
                count[range(hashes[row])]++;
            }
            return count;
        });
        int[] all = new int[ranges];
        counts.forEach(count -> Arrays.setAll(all, range -> all[range] + count[range]));
        return all;
    }

    private static int tasks(int rows) {
        return (int) ((rows + BLOCK - 1L) / BLOCK);
    }

    /** Half as many places again as there are rows in the fullest range. */
    private static int width(int[] counts) {
        int most = Arrays.stream(counts).max().orElse(0);
        return Math.toIntExact(most + most / 2L + 1);
    }

    /** Takes the rows of one range in their order; returns those whose identifier an earlier row has. */
    private int[] fill(int range, int[] hashes, IntPredicate included) {
        int[] again = new int[8];
        int count = 0;
        for (int row = 0; row < hashes.length; row++) {
            if (range(hashes[row]) == range && included.test(row) && !take(row, hashes[row])) {
                again = count == again.length ? Arrays.copyOf(again, 2 * count) : again;
                again[count++] = row;
            }
        }
        return Arrays.copyOf(again, count);
    }

    private boolean take(int row, int hash) {
        int place = place(hash);
        while (places[place] != 0) {
            if (hash(places[place]) == hash && ids.same(row(places[place]), row)) {
                return false;
            }
            place = next(place, hash);
        }
        places[place] = (long) hash << Integer.SIZE | (row + 1);
        return true;
    }

    /** The first row of an identifier given as UTF-8, or {@link #NONE}. */
    public int find(byte[] text, int from, int to) {
        int hash = PackedIds.hash(text, from, to);
        int place = place(hash);
        while (places[place] != 0) {
            int row = row(places[place]);
            if (hash(places[place]) == hash && ids.is(row, text, from, to)) {
                return row;
            }
            place = next(place, hash);
        }
        return NONE;
    }

    /**
     * The first row of each of several identifiers given as UTF-8, or {@link #NONE}. They are looked up together: while one place
     * is fetched from memory, so are those of the others.
     *
     * @param from where each identifier starts in the text, {@code to} where it ends
     * @param found takes the rows
     * @param count how many there are
     */
    public void findAll(byte[] text, int[] from, int[] to, int[] found, int count) {
        for (int i = 0; i < count; i++) {
            found[i] = PackedIds.hash(text, from[i], to[i]);
        }
        long[] first = new long[count];
        for (int i = 0; i < count; i++) {
            first[i] = places[place(found[i])];
        }
        for (int i = 0; i < count; i++) {
            boolean isFirst =
                    hash(first[i]) == found[i] && first[i] != 0 && ids.is(row(first[i]), text, from[i], to[i]);
            found[i] = isFirst ? row(first[i]) : find(text, from[i], to[i]);
        }
    }

    /** The first row of an identifier, or {@link #NONE}. */
    public int find(String id) {
        byte[] text = id.getBytes(StandardCharsets.UTF_8);
        return find(text, 0, text.length);
    }

    /** The first row that has the identifier of this row. */
    public int first(int row) {
        return find(ids.get(row));
    }

    /** The rows whose identifier an earlier row has, ascending. */
    public int[] repeated() {
        return repeated.clone();
    }

    /** The bytes that are taken, the identifiers apart. */
    public long sizeInBytes() {
        return (long) Long.BYTES * places.length + (long) Integer.BYTES * repeated.length;
    }

    // ---- places

    private int range(int hash) {
        return (int) ((Integer.toUnsignedLong(hash) * ranges) >>> Integer.SIZE);
    }

    private int place(int hash) {
        long spread = Integer.toUnsignedLong(hash) * ranges;
        int inRange = (int) (((spread & 0xFFFF_FFFFL) * width) >>> Integer.SIZE);
        return (int) (spread >>> Integer.SIZE) * width + inRange;
    }

    /** The place after, back at the start of the range at its end. */
    private int next(int place, int hash) {
        int start = range(hash) * width;
        return place + 1 == start + width ? start : place + 1;
    }

    private static int hash(long place) {
        return (int) (place >>> Integer.SIZE);
    }

    private static int row(long place) {
        return (int) place - 1;
    }
}
