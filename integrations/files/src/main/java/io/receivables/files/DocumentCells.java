package io.receivables.files;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What rows of an invoice file say, as columns; columns that the file does not have and none needs are left out. */
final class DocumentCells {
    /** The settled day of what is not said to be settled. */
    static final int NOT_SETTLED = Integer.MAX_VALUE;

    byte[] kind = {};
    short[] currency = {};
    int[] customer = {};
    int[] issueDay = {};
    int[] dueDay = {};
    int @Nullable [] postingDay;
    int @Nullable [] settledDay;
    long[] amount = {};
    long @Nullable [] tax;

    DocumentCells(Columns columns, int rows) {
        postingDay = columns.hasColumn(CsvField.POSTING_DATE) ? new int[0] : null;
        settledDay = columns.hasColumn(CsvField.SETTLED_DATE) ? new int[0] : null;
        tax = columns.hasColumn(CsvField.TAX_AMOUNT) ? new long[0] : null;
        resize(rows);
    }

    int rows() {
        return kind.length;
    }

    /** Makes room for so many rows, and lets go of others. */
    void resize(int rows) {
        kind = Arrays.copyOf(kind, rows);
        currency = Arrays.copyOf(currency, rows);
        customer = Arrays.copyOf(customer, rows);
        issueDay = Arrays.copyOf(issueDay, rows);
        dueDay = Arrays.copyOf(dueDay, rows);
        postingDay = postingDay == null ? null : Arrays.copyOf(postingDay, rows);
        settledDay = settledDay == null ? null : Arrays.copyOf(settledDay, rows);
        amount = Arrays.copyOf(amount, rows);
        tax = tax == null ? null : Arrays.copyOf(tax, rows);
    }

    /** Copies rows of the same file from elsewhere. */
    void put(int at, DocumentCells other, int from, int count) {
        System.arraycopy(other.kind, from, kind, at, count);
        System.arraycopy(other.currency, from, currency, at, count);
        System.arraycopy(other.customer, from, customer, at, count);
        System.arraycopy(other.issueDay, from, issueDay, at, count);
        System.arraycopy(other.dueDay, from, dueDay, at, count);
        System.arraycopy(other.amount, from, amount, at, count);
        if (postingDay != null && other.postingDay != null) {
            System.arraycopy(other.postingDay, from, postingDay, at, count);
        }
        if (settledDay != null && other.settledDay != null) {
            System.arraycopy(other.settledDay, from, settledDay, at, count);
        }
        if (tax != null && other.tax != null) {
            System.arraycopy(other.tax, from, tax, at, count);
        }
    }

    /** The day on which a row says that all was settled, or {@link #NOT_SETTLED}. */
    int settledDay(int row) {
        return settledDay == null ? NOT_SETTLED : settledDay[row];
    }
}
