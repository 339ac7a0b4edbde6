package io.receivables.core.ledger;

/**
 * Days by place: 16 bits each, counted from the earliest one, where all of them lie within 179 years; otherwise 32 bits.
 * Written by the builder of columns and then never again.
 */
final class PackedDays {
    /** The code of {@link LedgerColumns#NEVER}. */
    private static final char NEVER = Character.MAX_VALUE;

    private final boolean narrow;
    private final int base;
    private final int last;
    private final char[] codes;
    private final int[] days;

    /**
     * Room for some days.
     *
     * @param first the earliest of them
     * @param last the latest of them, {@link LedgerColumns#NEVER} apart
     */
    PackedDays(int size, int first, int last) {
        narrow = (long) last - first < NEVER;
        base = first;
        this.last = last;
        codes = new char[narrow ? size : 0];
        days = new int[narrow ? 0 : size];
    }

    void put(int place, int day) {
        if (narrow) {
            codes[place] = day == LedgerColumns.NEVER ? NEVER : (char) (day - base);
        } else {
            days[place] = day;
        }
    }

    int first() {
        return base;
    }

    int last() {
        return last;
    }

    /** A day of a column that holds no {@link LedgerColumns#NEVER}. */
    int get(int place) {
        return narrow ? base + codes[place] : days[place];
    }

    int getOrNever(int place) {
        if (!narrow) {
            return days[place];
        }
        char code = codes[place];
        return code == NEVER ? LedgerColumns.NEVER : base + code;
    }

    long sizeInBytes() {
        return 2L * codes.length + 4L * days.length;
    }
}
