package io.receivables.core.ledger;

import java.util.Arrays;

/** Settlements in the order in which they happened, as growing arrays. */
final class SettlementList {
    private int size;
    private int[] row = new int[16];
    private int[] day = new int[16];
    private int[] recordedDay = new int[16];
    private long[] amount = new long[16];
    private byte[] kind = new byte[16];

    void add(int settledRow, int effectiveDay, long minorUnits, SettlementKind why, int recorded) {
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
        amount[size] = minorUnits;
        kind[size] = why.code();
        recordedDay[size] = recorded;
        size++;
    }

    /** Groups the settlements by row, keeping their order within each, and hands them to the columns. */
    void writeTo(LedgerColumns.Builder columns, int rows) {
        int[] starts = new int[rows + 1];
        for (int i = 0; i < size; i++) {
            starts[row[i] + 1]++;
        }
        for (int r = 0; r < rows; r++) {
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
