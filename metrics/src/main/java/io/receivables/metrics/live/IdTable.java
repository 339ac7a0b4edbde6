package io.receivables.metrics.live;

import java.util.Arrays;

/**
 * Numbers ids from 0 in the order in which they come. Ids of different spaces never meet: a payment may have the id of an
 * invoice. Open addressing over the strings' own hash codes: a look-up touches one slot and one string as a rule.
 */
final class IdTable {
    static final int NONE = -1;

    /** The upper half of the hash beside the number of the id plus one; zero where nothing is. */
    private long[] slots = new long[64];

    private String[] ids = new String[32];
    private byte[] spaces = new byte[32];
    private int size;

    /** The number of an id, or {@link #NONE}. */
    int find(int space, String id) {
        int hash = hash(space, id);
        long[] table = slots;
        int mask = table.length - 1;
        for (int at = hash & mask; table[at] != 0; at = (at + 1) & mask) {
            if ((int) (table[at] >>> 32) == hash && isAt(number(table[at]), space, id)) {
                return number(table[at]);
            }
        }
        return NONE;
    }

    /** The number of an id, which is given one if it has none. */
    int findOrAdd(int space, String id) {
        int found = find(space, id);
        return found == NONE ? add(space, id) : found;
    }

    private int add(int space, String id) {
        if (size == ids.length) {
            grow();
        }
        ids[size] = id;
        spaces[size] = (byte) space;
        put(slots, hash(space, id), size);
        return size++;
    }

    private void grow() {
        int capacity = Math.multiplyExact(size, 2);
        ids = Arrays.copyOf(ids, capacity);
        spaces = Arrays.copyOf(spaces, capacity);
        long[] larger = new long[Math.multiplyExact(capacity, 2)];
        for (long slot : slots) {
            if (slot != 0) {
                put(larger, (int) (slot >>> 32), number(slot));
            }
        }
        slots = larger;
    }

    private static void put(long[] table, int hash, int number) {
        int mask = table.length - 1;
        int at = hash & mask;
        while (table[at] != 0) {
            at = (at + 1) & mask;
        }
        table[at] = (long) hash << 32 | (number + 1);
    }

    private static int number(long slot) {
        return (int) slot - 1;
    }

    private boolean isAt(int number, int space, String id) {
        return spaces[number] == space && id.equals(ids[number]);
    }

    /** Consecutive ids have hash codes close to each other: a multiplication spreads them. */
    private static int hash(int space, String id) {
        int mixed = (id.hashCode() + space) * 0x9E3779B9;
        return mixed ^ mixed >>> 15;
    }

    String id(int number) {
        return ids[number];
    }

    int size() {
        return size;
    }
}
