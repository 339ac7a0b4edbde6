package io.receivables.files;

import io.receivables.core.ledger.IdIndex;
import io.receivables.core.ledger.PackedIds;
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
    private PackedIds allIds = PackedIds.of();
    private int rows;
    private final PaymentCells cells = new PaymentCells(0);
    /** What was read of the rows of a block. */
    private final PaymentCells read = new PaymentCells(RowBlock.ROWS);

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
        cells.resize(expectedRows);
    }

    @Override
    void finish() {
        cells.resize(rows);
        allIds = ids.build();
        ids = PackedIds.builder(0);
    }

    // ---- plain rows

    @Override
    void readPlain(RowBlock block) {
        readTargets(block);
        readCurrencies(block);
        block.readDays(dateColumn, read.day);
        block.readAmounts(amountColumn, currencies, read.currency, read.amount);
        block.checkTexts(referenceColumn);
        if (idColumn >= 0) {
            block.checkIds(idColumn);
        }
        for (int row = 0; row < block.size(); row++) {
            if (read.amount[row] <= 0) {
                block.leave(row);
            }
        }
    }

    private void readTargets(RowBlock block) {
        if (invoiceColumn >= 0) {
            documents
                    .index()
                    .findAll(
                            block.text(),
                            block.from(invoiceColumn),
                            block.to(invoiceColumn),
                            read.target,
                            block.size());
        }
        for (int row = 0; row < block.size(); row++) {
            boolean named = block.isFilled(invoiceColumn, row);
            boolean found = named ? isPayable(block, row, read.target[row]) : findCustomer(block, row);
            if (!found) {
                block.leave(row);
            }
        }
    }

    /** Whether a document can be paid, and is of the customer who pays. */
    private boolean isPayable(RowBlock block, int row, int document) {
        if (document == IdIndex.NONE || !documents.isDebit(document)) {
            return false;
        }
        return !block.isFilled(customerColumn, row)
                || documents
                        .customerIds()
                        .is(
                                documents.cells.customer[document],
                                block.text(),
                                block.from(customerColumn)[row],
                                block.to(customerColumn)[row]);
    }

    /** Finds the customer of a payment for no document. Without identifiers such rows are told apart by all that they say. */
    private boolean findCustomer(RowBlock block, int row) {
        if (idColumn < 0 || !block.isFilled(customerColumn, row)) {
            return false;
        }
        int number = customers.find(block.text(), block.from(customerColumn)[row], block.to(customerColumn)[row]);
        read.target[row] = -1 - number;
        return number != IdIndex.NONE;
    }

    /** The currencies, which have to be those of the documents. */
    private void readCurrencies(RowBlock block) {
        if (currencyColumn >= 0) {
            block.readCurrencies(currencyColumn, currencies, read.currency);
        }
        for (int row = 0; row < block.size(); row++) {
            if (block.isPlain(row) && !fitsCurrency(read.target[row], row)) {
                block.leave(row);
            }
        }
    }

    private boolean fitsCurrency(int target, int row) {
        if (currencyColumn >= 0) {
            return target < 0
                    ? read.currency[row] < knownCurrencies
                    : read.currency[row] == documents.cells.currency[target];
        }
        if (target >= 0) {
            read.currency[row] = documents.cells.currency[target];
        }
        return target >= 0;
    }

    @Override
    void keep(RowBlock block, int from, int to) {
        makeRoom(to - from);
        cells.put(rows, read, from, to - from);
        if (idColumn >= 0) {
            ids.addAll(block.text(), block.from(idColumn), block.to(idColumn), from, to);
        }
        rows += to - from;
    }

    private void makeRoom(int more) {
        int needed = Math.addExact(rows, more);
        if (needed > cells.rows()) {
            cells.resize(Math.max(needed, rows + (rows >> 1)));
        }
    }

    // ---- other rows

    private Tally.Fate take(Row row, PaymentRows.Content content, @Nullable String stated) {
        if (stated != null) {
            ids.add(stated);
        }
        odd.put(rows, content);
        makeRoom(1);
        cells.target[rows] = OPEN_TARGET;
        cells.currency[rows] = 0;
        cells.day[rows] = Math.toIntExact(content.date().toEpochDay());
        cells.amount[rows] = content.amount().minorUnits();
        rows++;
        return Tally.Fate.PAYMENT;
    }

    // ---- the columns

    /** Gives the identifiers away. */
    PackedIds handOverIds() {
        PackedIds given = allIds;
        allIds = PackedIds.of();
        return given;
    }

    /** Rows that are not plain, by their number. */
    Map<Integer, PaymentRows.Content> odd() {
        return odd;
    }

    /** Copies the columns to where they stand among those of all parts, and lets go of them. */
    void moveTo(PaymentCells all, int first) {
        all.put(first, cells, 0, rows);
        cells.resize(0);
    }
}
