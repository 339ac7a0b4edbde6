package io.receivables.core.ledger;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** The rows of each document, wherever they stand: the first row by id, and from each row the next one of its document. */
final class RowIndex {
    private static final int NONE = -1;

    private final LedgerColumns columns;
    private final Map<String, Integer> first;
    private final int[] next;

    private RowIndex(LedgerColumns columns, Map<String, Integer> first, int[] next) {
        this.columns = columns;
        this.first = first;
        this.next = next;
    }

    static RowIndex of(LedgerColumns columns) {
        Map<String, Integer> first = new HashMap<>();
        int[] next = new int[columns.rows()];
        for (int row = columns.rows() - 1; row >= 0; row--) {
            if (columns.kindCode(row) != ItemKind.PAYMENT.code()) {
                Integer following = first.put(columns.id(row), row);
                next[row] = following == null ? NONE : following;
            }
        }
        return new RowIndex(columns, first, next);
    }

    int[] rowsOf(String documentId) {
        int[] rows = IntStream.iterate(first.getOrDefault(documentId, NONE), row -> row != NONE, row -> next[row])
                .toArray();
        if (rows.length <= 1) {
            return rows;
        }
        return Arrays.stream(rows)
                .boxed()
                .sorted(Comparator.comparing(columns::instalment))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
