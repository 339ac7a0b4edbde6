package io.receivables.core.ledger;

import java.util.Arrays;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** What was known of some columns by the end of a day: rows and settlements recorded later are left out. */
final class KnownColumns {
    private final LedgerColumns all;
    private final int day;
    private final int[] rows;
    private final int[] starts;
    private final int[] settlements;

    KnownColumns(LedgerColumns all, int day) {
        this.all = all;
        this.day = day;
        rows = IntStream.range(0, all.rows())
                .filter(row -> all.recordedDay(row) <= day)
                .toArray();
        starts = new int[rows.length + 1];
        settlements = settlements();
    }

    private int[] settlements() {
        int[] known = new int[all.settlements()];
        int count = 0;
        for (int i = 0; i < rows.length; i++) {
            for (int s = all.settlementsFrom(rows[i]); s < all.settlementsTo(rows[i]); s++) {
                if (all.settlementRecordedDay(s) <= day) {
                    known[count++] = s;
                }
            }
            starts[i + 1] = count;
        }
        return Arrays.copyOf(known, count);
    }

    LedgerColumns columns() {
        if (rows.length == all.rows() && settlements.length == all.settlements()) {
            return all;
        }
        LedgerColumns.Builder known = LedgerColumns.of(rows.length)
                .currencies(all.currencies(), ints(rows, all::currency))
                .customers(all.customers(), ints(rows, all::customer))
                .kinds(bytes(rows, all::kindCode))
                .issueDays(ints(rows, all::issueDay))
                .dueDays(ints(rows, all::dueDay))
                .postingDays(ints(rows, all::postingDay))
                .originDays(ints(rows, all::originDay))
                .recordedDays(ints(rows, all::recordedDay))
                .minorUnits(longs(rows, all::amount))
                .taxes(longs(rows, all::tax))
                .instalments(ints(rows, all::instalment))
                .ids(Arrays.stream(rows).mapToObj(all::id).toArray(String[]::new))
                .settlements(starts, ints(settlements, all::settlementDay), longs(settlements, all::settlementAmount))
                .settlementKinds(bytes(settlements, all::settlementKindCode))
                .settlementRecordedDays(ints(settlements, all::settlementRecordedDay));
        for (int i = 0; i < rows.length; i++) {
            for (int d = all.disputesFrom(rows[i]); d < all.disputesTo(rows[i]); d++) {
                known.dispute(i, all.disputeFrom(d), all.disputeTo(d), all.disputeAmount(d));
            }
        }
        return known.build();
    }

    private static int[] ints(int[] indexes, IntUnaryOperator value) {
        return Arrays.stream(indexes).map(value).toArray();
    }

    private static long[] longs(int[] indexes, IntToLongFunction value) {
        return Arrays.stream(indexes).mapToLong(value).toArray();
    }

    private static byte[] bytes(int[] indexes, IntUnaryOperator value) {
        byte[] bytes = new byte[indexes.length];
        for (int i = 0; i < indexes.length; i++) {
            bytes[i] = (byte) value.applyAsInt(indexes[i]);
        }
        return bytes;
    }
}
