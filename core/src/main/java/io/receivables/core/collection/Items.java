package io.receivables.core.collection;

import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.LedgerColumns;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The rows of a ledger that facts name. */
final class Items {
    private Items() {}

    /** The rows that a reference names; none where the ledger has no such instalment. */
    static int[] rows(Ledger ledger, ItemReference item) {
        int[] rows = ledger.rowsOf(item.documentId());
        return item.instalment() == ItemReference.ALL_INSTALMENTS
                ? rows
                : Arrays.stream(rows)
                        .filter(row -> ledger.columns().instalment(row) == item.instalment())
                        .toArray();
    }

    /** The rows that any of the references names, each once. */
    static int[] rows(Ledger ledger, List<ItemReference> items) {
        return items.stream()
                .flatMapToInt(item -> IntStream.of(rows(ledger, item)))
                .distinct()
                .toArray();
    }

    /** What is open of rows before any money of a day, in minor units: what is issued on that day counts. */
    static long openAtStart(LedgerColumns columns, int[] rows, int day) {
        long open = 0;
        for (int row : rows) {
            open = Math.addExact(
                    open, columns.issueDay(row) == day ? columns.amount(row) : columns.openAt(row, day - 1));
        }
        return open;
    }
}
