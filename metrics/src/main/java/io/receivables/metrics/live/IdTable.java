package io.receivables.metrics.live;

import java.util.Arrays;

/**
 * Numbers ids from 0 in the order in which they come. Ids of different spaces never meet: a payment may have the id of an
 * invoice. Open addressing over the strings' own hash codes: a look-up touches one slot and one string as a rule. Ids that
 * are counted up have close hash codes, and their slots stay side by side: so an id that follows the last ones, or names what
 * came together with them, finds its slot at hand.
 */
final class IdTable {
    static final int NONE = -1;

    /** Hash codes that differ in these bits only have slots side by side. */
    private static final int NEAR_BITS = 3;

    private static final int NEAR = (1 << NEAR_BITS) - 1;

    private static final int SPACE_BITS = 3;
    private static final int SPACES = (1 << SPACE_BITS) - 1;

    /** Key in the upper half, number of the id plus one in the lower; zero where nothing is. */
    private long[] slots = new long[64];

    private String[] ids = new String[32];
    private int size;

    /**
     * The number of an id, or {@link #NONE}.
     *
     * @param space 0 to 7
     */
    int find(int space, String id) {
        long[] table = slots;
        return number(table[positionOf(key(space, id), id, table)]);
    }

    /** The number of an id, which is given one if it has none. */
    int findOrAdd(int space, String id) {
        int key = key(space, id);
        int at = positionOf(key, id, slots);
        return slots[at] == 0 ? add(key, id, at) : number(slots[at]);
    }

    /** The position at which an id is, or where it is to be put. */
    private int positionOf(int key, String id, long[] table) {
        int mask = table.length - 1;
        int at = position(key, mask);
        while (table[at] != 0 && !((int) (table[at] >>> 32) == key && id.equals(ids[number(table[at])]))) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private int add(int key, String id, int at) {
        if (size == ids.length) {
            grow();
            put(slots, key, size);
        } else {
            slots[at] = slot(key, size);
        }
        ids[size] = id;
        return size++;
    }

    private void grow() {
        int capacity = Math.multiplyExact(size, 2);
        long[] larger = new long[Math.multiplyExact(capacity, 2)];
        for (long slot : slots) {
            if (slot != 0) {
                put(larger, (int) (slot >>> 32), number(slot));
            }
        }
        ids = Arrays.copyOf(ids, capacity);
        slots = larger;
    }

    private static void put(long[] table, int key, int number) {
        int mask = table.length - 1;
        int at = position(key, mask);
        while (table[at] != 0) {
            at = (at + 1) & mask;
        }
        table[at] = slot(key, number);
    }

    private static long slot(int key, int number) {
        return (long) key << 32 | (number + 1);
    }

    /** The number in a slot, or {@link #NONE} of an empty one. */
    private static int number(long slot) {
        return (int) slot - 1;
    }

    /** By the highest bits: a table that grows is read and written from its beginning to its end. */
    private static int position(int key, int mask) {
        return ((key >>> Integer.numberOfLeadingZeros(mask)) & ~NEAR) | (key & NEAR);
    }

    /** From the lowest bits: those of the hash code, the space, all others spread. */
    private static int key(int space, String id) {
        int hash = id.hashCode();
        int mixed = ((hash >>> NEAR_BITS) + (space << (Integer.SIZE - SPACE_BITS))) * 0x9E3779B9;
        mixed = (mixed ^ (mixed >>> 15)) * 0x85EBCA6B;
        return (mixed & ~(SPACES << NEAR_BITS | NEAR)) | space << NEAR_BITS | (hash & NEAR);
    }
}
