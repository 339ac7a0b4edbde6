package io.receivables.core.ledger;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The rows of each document, wherever they stand: the first row by id, and of those after it which is the first. */
final class RowIndex {
    private final LedgerColumns columns;
    /** Null where no ids were given: then the row's number is its id. */
    private final @Nullable IdIndex first;
    /** The first row and, in the lower half, a later row of the same document; ascending. */
    private final long[] later;

    private RowIndex(LedgerColumns columns, @Nullable IdIndex first, long[] later) {
        this.columns = columns;
        this.first = first;
        this.later = later;
    }

    static RowIndex of(LedgerColumns columns) {
        PackedIds ids = columns.packedIds();
        if (ids == null) {
            return new RowIndex(columns, null, new long[0]);
        }
        IdIndex index = IdIndex.of(ids, row -> isOfDocument(columns, row), Workers.caller());
        long[] later = Arrays.stream(index.repeated())
                .mapToLong(row -> (long) index.first(row) << Integer.SIZE | row)
                .sorted()
                .toArray();
        return new RowIndex(columns, index, later);
    }

    private static boolean isOfDocument(LedgerColumns columns, int row) {
        return columns.kindCode(row) != ItemKind.PAYMENT.code();
    }

    int[] rowsOf(String documentId) {
        int row = first == null ? numbered(documentId) : first.find(documentId);
        if (row == IdIndex.NONE) {
            return new int[0];
        }
        int from = -1 - Arrays.binarySearch(later, (long) row << Integer.SIZE);
        int to = -1 - Arrays.binarySearch(later, (row + 1L) << Integer.SIZE);
        return IntStream.concat(
                        IntStream.of(row), Arrays.stream(later, from, to).mapToInt(each -> (int) each))
                .boxed()
                .sorted((a, b) -> Integer.compare(columns.instalment(a), columns.instalment(b)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The row whose number a text is, written as {@link LedgerColumns#id} writes it. */
    private int numbered(String text) {
        int row;
        try {
            row = Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return IdIndex.NONE;
        }
        boolean written =
                row >= 0 && row < columns.rows() && Integer.toString(row).equals(text);
        return written && isOfDocument(columns, row) ? row : IdIndex.NONE;
    }
}
