package io.receivables.core.ledger;

import java.util.Arrays;

/** Sorts the settlements of each row by day, those of one day in the order given. Most are in order already. */
final class SettlementOrder {
    private final LedgerColumns.Builder columns;
    private final int[] starts;
    private final int[] days;
    private final int[] order;

    SettlementOrder(LedgerColumns.Builder columns) {
        this.columns = columns;
        starts = columns.settlementStart;
        days = columns.settlementDay.values();
        order = new int[days.length];
    }

    static boolean isKept(LedgerColumns.Builder columns) {
        int[] starts = columns.settlementStart;
        int[] days = columns.settlementDay.values();
        for (int row = 0; row < columns.rows; row++) {
            for (int s = starts[row] + 1; s < starts[row + 1]; s++) {
                if (days[s] < days[s - 1]) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Replaces the columns' arrays, which are the caller's, by sorted ones. */
    void restore() {
        for (int row = 0; row < columns.rows; row++) {
            sort(starts[row], starts[row + 1]);
        }
        columns.settlementDay = sorted(columns.settlementDay);
        columns.settlementAmount =
                Arrays.stream(order).mapToLong(s -> columns.settlementAmount[s]).toArray();
        byte[] kinds = columns.settlementKind;
        if (kinds != null) {
            byte[] inOrder = new byte[order.length];
            for (int s = 0; s < order.length; s++) {
                inOrder[s] = kinds[order[s]];
            }
            columns.settlementKind = inOrder;
        }
        if (columns.settlementRecordedDay != null) {
            columns.settlementRecordedDay = sorted(columns.settlementRecordedDay);
        }
    }

    private void sort(int from, int to) {
        long[] dayAndPlace = new long[to - from];
        for (int s = from; s < to; s++) {
            dayAndPlace[s - from] = ((long) days[s] << Integer.SIZE) | s;
        }
        Arrays.sort(dayAndPlace);
        for (int s = from; s < to; s++) {
            order[s] = (int) dayAndPlace[s - from];
        }
    }

    private LedgerColumns.Days sorted(LedgerColumns.Days given) {
        int[] inOrder = Arrays.stream(order).map(s -> given.values()[s]).toArray();
        return new LedgerColumns.Days(inOrder, given.first(), given.last());
    }
}
