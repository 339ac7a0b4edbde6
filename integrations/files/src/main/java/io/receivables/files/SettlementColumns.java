package io.receivables.files;

import io.receivables.core.ledger.SettlementKind;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Settlements by the row of what they settle. There is room for as many as there may be, so that several threads may fill it,
 * each for rows of its own; {@link #follow} then closes the gaps.
 */
final class SettlementColumns {
    /** Where the settlements of each row start. */
    final int[] starts;

    private int[] day;
    private long[] amount;
    /** Null where all are {@link SettlementKind#CASH}. */
    private byte @Nullable [] kind;

    private int size;

    /**
     * @param refunds whether there may be others than {@link SettlementKind#CASH}
     */
    SettlementColumns(int rows, int room, boolean refunds) {
        starts = new int[rows + 1];
        day = new int[room];
        amount = new long[room];
        kind = refunds ? new byte[room] : null;
    }

    void set(int at, int onDay, long minorUnits, SettlementKind ofKind) {
        day[at] = onDay;
        amount[at] = minorUnits;
        if (kind != null) {
            kind[at] = ofKind.code();
        }
    }

    /** Takes over the settlements of some rows, which are in their places, after those of the rows before. */
    void follow(int firstRow, int endRow, int from, int to) {
        int gap = from - size;
        if (gap > 0) {
            System.arraycopy(day, from, day, size, to - from);
            System.arraycopy(amount, from, amount, size, to - from);
            if (kind != null) {
                System.arraycopy(kind, from, kind, size, to - from);
            }
            for (int row = firstRow; row < endRow; row++) {
                starts[row] -= gap;
            }
        }
        size += to - from;
        starts[starts.length - 1] = size;
    }

    /** Adds a settlement to those of the last row. */
    void add(int onDay, long minorUnits, SettlementKind ofKind) {
        if (size == day.length) {
            resize(Math.max(16, Math.addExact(size, size >> 2)));
        }
        set(size++, onDay, minorUnits, ofKind);
    }

    private void resize(int room) {
        day = Arrays.copyOf(day, room);
        amount = Arrays.copyOf(amount, room);
        kind = kind == null ? null : Arrays.copyOf(kind, room);
    }

    int size() {
        return size;
    }

    /** Lets go of what was reserved and not needed. */
    void trim() {
        if (size < day.length) {
            resize(size);
        }
    }

    int[] days() {
        return day;
    }

    long[] amounts() {
        return amount;
    }

    byte @Nullable [] kinds() {
        return kind;
    }
}
