package io.receivables.core.ledger;

import io.receivables.core.Allocation;
import java.util.Currency;

/** The rows of a document or payment, what they have in common, and the days from which they count and are known. */
final class Lines {
    final String customerId;
    final int firstDay;
    final int recordedDay;
    final Currency currency;
    private final int firstRow;
    private final int[] byDueDate;

    Lines(String customerId, int firstRow, int[] byDueDate, int firstDay, int recordedDay, Currency currency) {
        this.customerId = customerId;
        this.firstRow = firstRow;
        this.byDueDate = byDueDate;
        this.firstDay = firstDay;
        this.recordedDay = recordedDay;
        this.currency = currency;
    }

    /** All rows, in the order in which they fall due. */
    int[] all() {
        return byDueDate;
    }

    /** The row of an instalment, or all where none is named. */
    int[] of(int instalment) {
        return instalment == Allocation.EARLIEST_DUE_FIRST ? byDueDate : new int[] {firstRow + instalment - 1};
    }
}
