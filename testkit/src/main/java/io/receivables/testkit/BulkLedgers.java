package io.receivables.testkit;

import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.LedgerColumns;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Ledgers made from the columns of others, by way of primitive arrays and the bulk builder: to test that figures come out
 * the same whichever way a ledger was made, in whatever order its rows stand, and however it is cut into shards.
 */
public final class BulkLedgers {
    private BulkLedgers() {}

    /** The same ledger as columns only. */
    public static Ledger copyOf(Ledger ledger) {
        return ofRows(ledger, allRows(ledger));
    }

    /**
     * Some rows of a ledger, in the order given. {@code Ledger.items} and {@code Ledger.document} need the instalments of
     * a document to stand together.
     *
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public static Ledger ofRows(Ledger ledger, int... rows) {
        LedgerColumns from = ledger.columns();
        for (int row : rows) {
            Objects.checkIndex(row, from.rows());
        }
        LedgerColumns.Builder to = LedgerColumns.of(rows.length)
                .currencies(from.currencies(), pick(rows, from::currency))
                .customers(from.customers(), pick(rows, from::customer))
                .kinds(bytes(pick(rows, from::kindCode)))
                .issueDays(pick(rows, from::issueDay))
                .dueDays(pick(rows, from::dueDay))
                .postingDays(pick(rows, from::postingDay))
                .originDays(pick(rows, from::originDay))
                .recordedDays(pick(rows, from::recordedDay))
                .minorUnits(Arrays.stream(rows).mapToLong(from::amount).toArray())
                .taxes(Arrays.stream(rows).mapToLong(from::tax).toArray())
                .instalments(pick(rows, from::instalment))
                .ids(Arrays.stream(rows).mapToObj(from::id).toArray(String[]::new));
        settle(from, to, rows);
        dispute(from, to, rows);
        return Ledger.ofColumns(to.build());
    }

    /** A ledger cut into shards: row {@code r} goes to shard {@code r % shards}. */
    public static List<Ledger> shards(Ledger ledger, int shards) {
        return IntStream.range(0, shards)
                .mapToObj(shard -> ofRows(
                        ledger,
                        Arrays.stream(allRows(ledger))
                                .filter(row -> row % shards == shard)
                                .toArray()))
                .toList();
    }

    private static void settle(LedgerColumns from, LedgerColumns.Builder to, int[] rows) {
        int[] settlements = Arrays.stream(rows)
                .flatMap(row -> IntStream.range(from.settlementsFrom(row), from.settlementsTo(row)))
                .toArray();
        int[] starts = new int[rows.length + 1];
        for (int i = 0; i < rows.length; i++) {
            starts[i + 1] = starts[i] + from.settlementsTo(rows[i]) - from.settlementsFrom(rows[i]);
        }
        to.settlements(
                        starts,
                        pick(settlements, from::settlementDay),
                        Arrays.stream(settlements)
                                .mapToLong(from::settlementAmount)
                                .toArray())
                .settlementKinds(bytes(pick(settlements, from::settlementKindCode)))
                .settlementRecordedDays(pick(settlements, from::settlementRecordedDay));
    }

    private static void dispute(LedgerColumns from, LedgerColumns.Builder to, int[] rows) {
        for (int i = 0; i < rows.length; i++) {
            for (int d = from.disputesFrom(rows[i]); d < from.disputesTo(rows[i]); d++) {
                to.dispute(i, from.disputeFrom(d), from.disputeTo(d), from.disputeAmount(d));
            }
        }
    }

    private static int[] allRows(Ledger ledger) {
        return IntStream.range(0, ledger.columns().rows()).toArray();
    }

    private static int[] pick(int[] indexes, IntUnaryOperator value) {
        return Arrays.stream(indexes).map(value).toArray();
    }

    private static byte[] bytes(int[] values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
