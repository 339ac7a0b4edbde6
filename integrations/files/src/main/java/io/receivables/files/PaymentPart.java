package io.receivables.files;

import io.receivables.core.ledger.IdIndex;
import io.receivables.core.ledger.PackedIds;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of one stretch of a payment file, as columns. */
final class PaymentPart extends FilePart {
    /** The target of a row that is not plain: it is found when all parts are put together. */
    static final int OPEN_TARGET = Integer.MIN_VALUE;

    private final DocumentColumns documents;
    private final int idColumn;
    private final int invoiceColumn;
    private final int customerColumn;
    private final int dateColumn;
    private final int currencyColumn;
    private final int amountColumn;
    private final int referenceColumn;

    private final CurrencyList currencies = new CurrencyList();
    private final int knownCurrencies;
    private final IdIndex customers;
    private PackedIds.Builder ids = PackedIds.builder(0);
    private int rows;
    /** The row of the document that is paid; below zero, and less one, the number of the customer who pays none. */
    private int[] target = {};

    private int[] day = {};
    private long[] amount = {};
    private byte[] currency = {};
    private final Map<Integer, PaymentRows.Content> odd = new HashMap<>();
    private final RowTaker taker;

    PaymentPart(Columns columns, DocumentColumns documents, IdIndex customers) {
        super(columns);
        this.documents = documents;
        this.customers = customers;
        idColumn = columns.column(CsvField.PAYMENT_ID);
        invoiceColumn = columns.column(CsvField.INVOICE_ID);
        customerColumn = columns.column(CsvField.CUSTOMER_ID);
        dateColumn = columns.column(CsvField.DATE);
        currencyColumn = columns.column(CsvField.CURRENCY);
        amountColumn = columns.column(CsvField.AMOUNT);
        referenceColumn = columns.column(CsvField.REFERENCE);
        documents.currencies().currencies().forEach(currencies::number);
        knownCurrencies = currencies.currencies().size();
        taker = PaymentRows.reading(documents.view(), tally(), this::take);
    }

    @Override
    RowTaker taker() {
        return taker;
    }

    @Override
    void expect(int expectedRows) {
        ids = PackedIds.builder(idColumn < 0 ? 0 : expectedRows);
        makeRoom(Math.max(8, expectedRows));
    }

    private void makeRoom(int room) {
        target = Arrays.copyOf(target, room);
        day = Arrays.copyOf(day, room);
        amount = Arrays.copyOf(amount, room);
        currency = Arrays.copyOf(currency, room);
    }

    // ---- rows

    @Override
    boolean takePlain(ByteRows row) {
        byte[] text = row.bytes();
        int to = target(row);
        if (to == OPEN_TARGET) {
            return false;
        }
        int rowCurrency = currency(row, to);
        int date = PlainCells.day(text, row.from(dateColumn), row.to(dateColumn));
        if (rowCurrency < 0 || date == PlainCells.NO_DAY) {
            return false;
        }
        long size =
                PlainCells.amount(text, row.from(amountColumn), row.to(amountColumn), currencies.digits(rowCurrency));
        if (size <= 0
                || (referenceColumn >= 0
                        && !PlainCells.isText(text, row.from(referenceColumn), row.to(referenceColumn)))) {
            return false;
        }
        if (idColumn >= 0) {
            if (!PlainCells.isId(text, row.from(idColumn), row.to(idColumn))) {
                return false;
            }
            ids.add(text, row.from(idColumn), row.to(idColumn));
        }
        add(to, rowCurrency, date, size);
        return true;
    }

    private int target(ByteRows row) {
        return isFilled(row, invoiceColumn) ? document(row) : customer(row);
    }

    private static boolean isFilled(ByteRows row, int column) {
        return column >= 0 && row.from(column) < row.to(column);
    }

    /** The document that is paid, if it is one that can be, and of the customer who pays. */
    private int document(ByteRows row) {
        byte[] text = row.bytes();
        int document = documents.index().find(text, row.from(invoiceColumn), row.to(invoiceColumn));
        if (document == IdIndex.NONE || !documents.isDebit(document)) {
            return OPEN_TARGET;
        }
        boolean same = !isFilled(row, customerColumn)
                || documents
                        .customerIds()
                        .is(documents.customer[document], text, row.from(customerColumn), row.to(customerColumn));
        return same ? document : OPEN_TARGET;
    }

    /** The customer of a payment for no document. Without identifiers such rows are told apart by all that they say. */
    private int customer(ByteRows row) {
        if (idColumn < 0 || !isFilled(row, customerColumn)) {
            return OPEN_TARGET;
        }
        int number = customers.find(row.bytes(), row.from(customerColumn), row.to(customerColumn));
        return number == IdIndex.NONE ? OPEN_TARGET : -1 - number;
    }

    /** The currency's number; -1 if it is not plain, or not the one of the document. */
    private int currency(ByteRows row, int to) {
        if (currencyColumn < 0) {
            return to < 0 ? -1 : documents.currency[to];
        }
        int number = currencies.number(row.bytes(), row.from(currencyColumn), row.to(currencyColumn));
        boolean fits = to < 0 ? number < knownCurrencies : number == documents.currency[to];
        return fits ? number : -1;
    }

    private Tally.Fate take(Row row, PaymentRows.Content content, @Nullable String stated) {
        if (stated != null) {
            ids.add(stated);
        }
        odd.put(rows, content);
        add(
                OPEN_TARGET,
                0,
                Math.toIntExact(content.date().toEpochDay()),
                content.amount().minorUnits());
        return Tally.Fate.PAYMENT;
    }

    private void add(int to, int rowCurrency, int date, long size) {
        if (rows == target.length) {
            makeRoom(rows + (rows >> 1));
        }
        target[rows] = to;
        currency[rows] = (byte) rowCurrency;
        day[rows] = date;
        amount[rows] = size;
        rows++;
    }

    // ---- the columns

    PackedIds ids() {
        return ids.build();
    }

    /** Rows that are not plain, by their number. */
    Map<Integer, PaymentRows.Content> odd() {
        return odd;
    }

    /** Copies the columns to where they stand among those of all parts, and lets go of them. */
    void moveTo(PaymentColumns all, int first) {
        System.arraycopy(target, 0, all.target, first, rows);
        System.arraycopy(day, 0, all.day, first, rows);
        System.arraycopy(amount, 0, all.amount, first, rows);
        System.arraycopy(currency, 0, all.currency, first, rows);
        makeRoom(0);
        ids = PackedIds.builder(0);
    }
}
