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

    /** The places of so many rows stay in a processor's cache while they are filled. */
    private static final int ROWS_OF_ONE_RANGE = 1 << 15;

    private static final int BLOCK = 1 << 16;

    private final PackedIds ids;
    /** Where the places of each range of hashes start, and at the end how many there are; a range is never full. */
    private final int[] starts;
    /** In each place the hash and, in the lower half, the row plus one; 0 where it is free. */
    private final long[] places;

    private final int[] repeated;

    /**
     * Indexes rows, some or all of them.
     *
     * @param included tells whether a row is to be found
     */
    public static IdIndex of(PackedIds ids, IntPredicate included, Workers workers) {
        return new IdIndex(ids, new Ranges(ids, included, workers), workers);
    }

    /** Indexes all rows. */
    public static IdIndex of(PackedIds ids, Workers workers) {
        return of(ids, row -> true, workers);
    }

    /** The rows whose identifier an earlier row has, ascending: found without an index that has to be kept. */
    public static int[] repeated(PackedIds ids, Workers workers) {
        Ranges ranges = new Ranges(ids, row -> true, workers);
        return ascending(workers.all(ranges.count(), range -> {
            long[] places = new long[ranges.places(range)];
            return ranges.fill(places, 0, places.length, range);
        }));
    }

    private IdIndex(PackedIds ids, Ranges ranges, Workers workers) {
        this.ids = ids;
        starts = new int[ranges.count() + 1];
        for (int range = 0; range < ranges.count(); range++) {
            starts[range + 1] = Math.addExact(starts[range], ranges.places(range));
        }
        places = new long[starts[ranges.count()]];
        repeated = ascending(
                workers.all(ranges.count(), range -> ranges.fill(places, starts[range], starts[range + 1], range)));
    }

    private static int[] ascending(List<int[]> rows) {
        return rows.stream().flatMapToInt(Arrays::stream).sorted().toArray();
    }

    /** Rows by the range that their hash falls into, and in each range in their order. */
    private static final class Ranges {
        private final PackedIds ids;
        private final IntPredicate included;
        private final int[] starts;
        /** The hash and, in the lower half, the row plus one. */
        private final long[] entries;

        Ranges(PackedIds ids, IntPredicate included, Workers workers) {
            this.ids = ids;
            this.included = included;
            starts = new int[ids.size() / ROWS_OF_ONE_RANGE + 2];
            int blocks = (int) ((ids.size() + BLOCK - 1L) / BLOCK);
            List<int[]> next = workers.all(blocks, this::count);
            entries = new long[turnIntoPlaces(next)];
            workers.each(blocks, block -> sort(block, next.get(block)));
        }

        int count() {
            return starts.length - 1;
        }

        /** Half as many places again as there are rows in a range. */
        int places(int range) {
            long rows = (long) starts[range + 1] - starts[range];
            return Math.toIntExact(rows + rows / 2 + 1);
        }

        /** How many rows of a block fall into each range. */
        private int[] count(int block) {
            int[] counts = new int[count()];
            for (int row = block * BLOCK; row < end(block); row++) {
                if (included.test(row)) {
                    counts[range(ids.hash(row), counts.length)]++;
                }
            }
            return counts;
        }

        private int end(int block) {
            return (int) Math.min(ids.size(), (block + 1L) * BLOCK);
        }

        /** Turns the counts of the blocks into their first places, range by range; returns how many places there are. */
        private int turnIntoPlaces(List<int[]> counts) {
            int place = 0;
            for (int range = 0; range < count(); range++) {
                starts[range] = place;
                for (int[] each : counts) {
                    int count = each[range];
                    each[range] = place;
                    place += count;
                }
            }
            starts[count()] = place;
            return place;
        }

        private void sort(int block, int[] next) {
            for (int row = block * BLOCK; row < end(block); row++) {
                if (included.test(row)) {
                    int hash = ids.hash(row);
                    entries[next[range(hash, next.length)]++] = (long) hash << Integer.SIZE | (row + 1);
                }
            }
        }

        /** Puts the rows of one range into its places; returns those whose identifier an earlier row has. */
        int[] fill(long[] places, int start, int end, int range) {
            int[] again = new int[8];
            int count = 0;
            for (int i = starts[range]; i < starts[range + 1]; i++) {
                if (!take(entries[i], places, start, end)) {
                    again = count == again.length ? Arrays.copyOf(again, 2 * count) : again;
                    again[count++] = row(entries[i]);
                }
            }
            return Arrays.copyOf(again, count);
        }

        private boolean take(long entry, long[] places, int start, int end) {
            int place = place(hash(entry), count(), start, end);
            while (places[place] != 0) {
                if (hash(places[place]) == hash(entry) && ids.same(row(places[place]), row(entry))) {
                    return false;
                }
                place = place + 1 == end ? start : place + 1;
            }
            places[place] = entry;
            return true;
        }
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

    private static int range(int hash, int ranges) {
        return (int) ((Integer.toUnsignedLong(hash) * ranges) >>> Integer.SIZE);
    }

    /** The first place of a hash among those of its range. */
    private static int place(int hash, int ranges, int start, int end) {
        long within = (Integer.toUnsignedLong(hash) * ranges) & 0xFFFF_FFFFL;
        return start + (int) ((within * (end - start)) >>> Integer.SIZE);
    }

    private int place(int hash) {
        int range = range(hash, starts.length - 1);
        return place(hash, starts.length - 1, starts[range], starts[range + 1]);
    }

    /** The place after, back at the start of the range at its end. */
    private int next(int place, int hash) {
        int range = range(hash, starts.length - 1);
        return place + 1 == starts[range + 1] ? starts[range] : place + 1;
    }

    private static int hash(long place) {
        return (int) (place >>> Integer.SIZE);
    }

    private static int row(long place) {
        return (int) place - 1;
    }
}
