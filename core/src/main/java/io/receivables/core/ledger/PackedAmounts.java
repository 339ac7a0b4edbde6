package io.receivables.core.ledger;

import java.util.Arrays;
import java.util.function.IntToLongFunction;

/**
 * Amounts by place: 32 bits each where few need more, and those few beside them; 64 bits where many do. Written by the
 * builder of columns and then never again.
 */
final class PackedAmounts {
    /** Stands where the amount is among those that need more bits. */
    private static final int ELSEWHERE = Integer.MIN_VALUE;

    /** With one large amount in so many, looking them up would cost more than the bits that it saves. */
    private static final int FEW = 16;

    private final int[] narrow;
    private final long[] wide;
    private final int[] largePlaces;
    private final long[] largeAmounts;
    private int large;

    /**
     * Room for some amounts.
     *
     * @param large how many of them are not {@link #fits small}
     */
    PackedAmounts(int size, int large) {
        boolean few = large <= size / FEW;
        narrow = new int[few ? size : 0];
        wide = new long[few ? 0 : size];
        largePlaces = new int[few ? large : 0];
        largeAmounts = new long[few ? large : 0];
    }

    static boolean fits(long amount) {
        return (int) amount == amount && (int) amount != ELSEWHERE;
    }

    static int countLarge(long[] amounts) {
        int count = 0;
        for (long amount : amounts) {
            count += fits(amount) ? 0 : 1;
        }
        return count;
    }

    /** Puts all but large amounts into their places, which several threads may do; {@link #putLarge} has to follow. */
    void put(int place, long amount) {
        if (narrow.length == 0) {
            wide[place] = amount;
        } else {
            narrow[place] = fits(amount) ? (int) amount : ELSEWHERE;
        }
    }

    /** Puts the large amounts beside the others, in the order of their places. */
    void putLarge(IntToLongFunction amounts) {
        for (int place = 0; large < largePlaces.length; place++) {
            if (narrow[place] == ELSEWHERE) {
                largePlaces[large] = place;
                largeAmounts[large] = amounts.applyAsLong(place);
                large++;
            }
        }
    }

    long get(int place) {
        if (narrow.length == 0) {
            return wide[place];
        }
        int amount = narrow[place];
        return amount == ELSEWHERE ? largeAmounts[Arrays.binarySearch(largePlaces, place)] : amount;
    }

    long sizeInBytes() {
        return 4L * narrow.length + 8L * wide.length + 12L * largePlaces.length;
    }
}
