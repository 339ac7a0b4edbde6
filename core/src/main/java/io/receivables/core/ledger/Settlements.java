package io.receivables.core.ledger;

import java.util.Arrays;

/** What is open of each row, and the settlements in the order in which they happened, as growing arrays. */
final class Settlements {
    private final long[] open;
    private int size;
    private int[] row = new int[16];
    private int[] day = new int[16];
    private int[] recordedDay = new int[16];
    private long[] amount = new long[16];
    private byte[] kind = new byte[16];

    Settlements(long[] sizes) {
        open = sizes.clone();
    }

    /** The number of settlements so far; those of one step are those between its size before and after. */
    int size() {
        return size;
    }

    long open(int openRow) {
        return open[openRow];
    }

    long open(int[] rows) {
        long sum = 0;
        for (int openRow : rows) {
            sum += open[openRow]; // parts of one document or payment, whose total fits
        }
        return sum;
    }

    /** Takes an amount out of rows in their order; the caller has seen to it that they hold enough. */
    void settle(int[] rows, long minorUnits, SettlementKind why, int effectiveDay, int recorded) {
        long left = minorUnits;
        for (int openRow : rows) {
            long part = Math.min(left, open[openRow]);
            left -= part;
            if (part > 0) {
                add(openRow, part, why.code(), effectiveDay, recorded);
            }
        }
    }

    /** Undoes the settlements from one number to another, the latter not included. */
    void undo(int from, int to, int effectiveDay, int recorded) {
        for (int i = from; i < to; i++) {
            add(row[i], -amount[i], kind[i], effectiveDay, Math.max(recorded, recordedDay[i]));
        }
    }

    private void add(int settledRow, long minorUnits, byte why, int effectiveDay, int recorded) {
        if (size == row.length) {
            int capacity = Math.multiplyExact(size, 2);
            row = Arrays.copyOf(row, capacity);
            day = Arrays.copyOf(day, capacity);
            recordedDay = Arrays.copyOf(recordedDay, capacity);
            amount = Arrays.copyOf(amount, capacity);
            kind = Arrays.copyOf(kind, capacity);
        }
        row[size] = settledRow;
        day[size] = effectiveDay;
        recordedDay[size] = recorded;
        amount[size] = minorUnits;
        kind[size] = why;
        open[settledRow] -= minorUnits;
        size++;
    }

    /** Groups the settlements by row, keeping their order within each, and hands them to the columns. */
    void writeTo(LedgerColumns.Builder columns) {
        int[] starts = new int[open.length + 1];
        for (int i = 0; i < size; i++) {
            starts[row[i] + 1]++;
        }
        for (int r = 0; r < open.length; r++) {
            starts[r + 1] += starts[r];
        }
        int[] next = starts.clone();
        int[] days = new int[size];
        int[] recorded = new int[size];
        long[] amounts = new long[size];
        byte[] kinds = new byte[size];
        for (int i = 0; i < size; i++) {
            int at = next[row[i]]++;
            days[at] = day[i];
            recorded[at] = recordedDay[i];
            amounts[at] = amount[i];
            kinds[at] = kind[i];
        }
        columns.settlements(starts, days, amounts).settlementKinds(kinds).settlementRecordedDays(recorded);
    }
}
