package io.receivables.files;

import io.receivables.core.Document;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.ledger.ItemKind;
import io.receivables.core.ledger.PackedIds;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The documents of one stretch of an invoice file, as columns. */
final class DocumentPart extends FilePart {
    private static final CsvField[] ATTRIBUTES = {CsvField.CUSTOMER_NAME, CsvField.COUNTRY, CsvField.SEGMENT};
    private static final byte[] NO = "no".getBytes(StandardCharsets.UTF_8);

    /** Ends what a customer's rows say of an attribute; no text that is taken over contains it. */
    private static final byte END = 0x1F;

    private static final byte NO_KIND = -1;
    private static final int NOT_POSTED = Integer.MAX_VALUE;
    private static final byte[] INVOICE = "INVOICE".getBytes(StandardCharsets.UTF_8);
    private static final byte[] DEBIT_NOTE = "DEBIT_NOTE".getBytes(StandardCharsets.UTF_8);
    private static final byte[] CREDIT_NOTE = "CREDIT_NOTE".getBytes(StandardCharsets.UTF_8);

    private final int idColumn;
    private final int customerColumn;
    private final int currencyColumn;
    private final int amountColumn;
    private final int issueColumn;
    private final int dueColumn;
    private final int postingColumn;
    private final int taxColumn;
    private final int typeColumn;
    private final int deliveryColumn;
    private final int referenceColumn;
    private final int termsColumn;
    private final int settledColumn;
    private final int disputedColumn;
    private final CsvField[] attributes;
    private final int[] attributeColumns;

    private final CurrencyList currencies = new CurrencyList();
    private final ByteDictionary customers = new ByteDictionary();
    private PackedIds.Builder ids = PackedIds.builder(0);
    private PackedIds allIds = PackedIds.of();
    private int rows;
    private final DocumentCells cells;
    /** What was read of the rows of a block. */
    private final DocumentCells read;

    private final int[] deliveryDay = new int[RowBlock.ROWS];

    /** What the plain rows of a customer say of its attributes, all of them the same; by the customer's number. */
    private byte[] @Nullable [] said = new byte[64][];
    /** Rows that say more than the columns hold, or another thing of their customer. */
    private final Map<Integer, InvoiceRows.Content> odd = new HashMap<>();
    /** Rows that deserve a warning if they stay. */
    private final IntList remarkable = new IntList(0);

    private final RowTaker taker;

    DocumentPart(Columns columns) {
        super(columns);
        boolean named = columns.hasColumn(CsvField.CUSTOMER_ID);
        idColumn = columns.column(CsvField.INVOICE_ID);
        customerColumn = columns.column(named ? CsvField.CUSTOMER_ID : CsvField.CUSTOMER_NAME);
        currencyColumn = columns.column(CsvField.CURRENCY);
        amountColumn = columns.column(CsvField.AMOUNT);
        issueColumn = columns.column(CsvField.ISSUE_DATE);
        dueColumn = columns.column(CsvField.DUE_DATE);
        postingColumn = columns.column(CsvField.POSTING_DATE);
        deliveryColumn = columns.column(CsvField.DELIVERY_DATE);
        taxColumn = columns.column(CsvField.TAX_AMOUNT);
        typeColumn = columns.column(CsvField.TYPE);
        settledColumn = columns.column(CsvField.SETTLED_DATE);
        disputedColumn = columns.column(CsvField.DISPUTED);
        referenceColumn = columns.column(CsvField.REFERENCE);
        termsColumn = columns.column(CsvField.TERMS);
        cells = new DocumentCells(columns, 0);
        read = new DocumentCells(columns, RowBlock.ROWS);
        attributes = Arrays.stream(ATTRIBUTES)
                .filter(field -> columns.hasColumn(field) && columns.column(field) != customerColumn)
                .toArray(CsvField[]::new);
        attributeColumns = Arrays.stream(attributes).mapToInt(columns::column).toArray();
        taker = InvoiceRows.reading(tally(), this::take);
    }

    @Override
    RowTaker taker() {
        return taker;
    }

    @Override
    void expect(int expectedRows) {
        ids = PackedIds.builder(expectedRows);
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
        block.checkIds(idColumn);
        block.checkIds(customerColumn);
        block.checkTexts(referenceColumn);
        block.checkTexts(termsColumn);
        block.readCurrencies(currencyColumn, currencies, read.currency);
        readKinds(block);
        readDays(block);
        readAmounts(block);
        leaveDisputed(block);
        readCustomers(block);
    }

    private void readKinds(RowBlock block) {
        for (int row = 0; row < block.size(); row++) {
            read.kind[row] = kind(block, row);
            if (read.kind[row] == NO_KIND) {
                block.leave(row);
            }
        }
    }

    private byte kind(RowBlock block, int row) {
        if (!block.isFilled(typeColumn, row) || block.is(typeColumn, row, INVOICE)) {
            return ItemKind.INVOICE.code();
        }
        if (block.is(typeColumn, row, CREDIT_NOTE)) {
            return ItemKind.CREDIT_NOTE.code();
        }
        return block.is(typeColumn, row, DEBIT_NOTE) ? ItemKind.DEBIT_NOTE.code() : NO_KIND;
    }

    private void readDays(RowBlock block) {
        block.readDays(issueColumn, read.issueDay);
        block.readDays(dueColumn, read.dueDay);
        for (int row = 0; row < block.size(); row++) {
            if (read.dueDay[row] < read.issueDay[row]) {
                block.leave(row);
            }
        }
        if (deliveryColumn >= 0) {
            block.readDays(deliveryColumn, deliveryDay, 0);
        }
        if (read.settledDay != null) {
            block.readDays(settledColumn, read.settledDay, DocumentCells.NOT_SETTLED);
        }
        if (read.postingDay != null) {
            readPostingDays(block, read.postingDay);
        }
    }

    /** The posting day, which is the issue day where the file says nothing of it. */
    private void readPostingDays(RowBlock block, int[] days) {
        block.readDays(postingColumn, days, NOT_POSTED);
        for (int row = 0; row < block.size(); row++) {
            days[row] = days[row] == NOT_POSTED ? read.issueDay[row] : days[row];
        }
    }

    private void readAmounts(RowBlock block) {
        block.readAmounts(amountColumn, currencies, read.currency, read.amount);
        if (read.tax != null) {
            readTaxes(block, read.tax);
        }
        for (int row = 0; row < block.size(); row++) {
            if (read.amount[row] < 0) {
                read.amount[row] = -read.amount[row];
                read.kind[row] = ItemKind.CREDIT_NOTE.code();
            }
        }
    }

    /** The taxes, which are within amounts above zero. */
    private void readTaxes(RowBlock block, long[] taxes) {
        block.readAmounts(taxColumn, currencies, read.currency, taxes, 0);
        for (int row = 0; row < block.size(); row++) {
            if (taxes[row] != 0 && (taxes[row] < 0 || taxes[row] > read.amount[row])) {
                block.leave(row);
            }
        }
    }

    private void leaveDisputed(RowBlock block) {
        for (int row = 0; disputedColumn >= 0 && row < block.size(); row++) {
            if (block.isFilled(disputedColumn, row) && !block.is(disputedColumn, row, NO)) {
                block.leave(row);
            }
        }
    }

    /** The customers of those rows that nothing else is odd about; others would only fill the dictionary. */
    private void readCustomers(RowBlock block) {
        int[] from = block.from(customerColumn);
        int[] to = block.to(customerColumn);
        for (int row = 0; row < block.size(); row++) {
            if (block.isPlain(row)) {
                read.customer[row] = customers.number(block.text(), from[row], to[row]);
            }
        }
        for (int row = 0; attributeColumns.length > 0 && row < block.size(); row++) {
            if (block.isPlain(row) && !saysTheSame(block, row, read.customer[row])) {
                block.leave(row);
            }
        }
    }

    /** Whether a row says of its customer what the plain rows before it say. */
    private boolean saysTheSame(RowBlock block, int row, int number) {
        if (number >= said.length) {
            said = Arrays.copyOf(said, Math.max(2 * said.length, number + 1));
        }
        byte[] earlier = said[number];
        if (earlier == null) {
            byte[] first = said(block, row);
            said[number] = first;
            return first != null;
        }
        int at = 0;
        for (int column : attributeColumns) {
            int from = block.from(column)[row];
            int to = block.to(column)[row];
            int end = at + to - from;
            if (end >= earlier.length
                    || earlier[end] != END
                    || !Arrays.equals(earlier, at, end, block.text(), from, to)) {
                return false;
            }
            at = end + 1;
        }
        return true;
    }

    /** What a row says of its customer; null if that is not plain. */
    private byte @Nullable [] said(RowBlock block, int row) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int column : attributeColumns) {
            int from = block.from(column)[row];
            int to = block.to(column)[row];
            if (!PlainCells.isText(block.text(), from, to)) {
                return null;
            }
            all.write(block.text(), from, to - from);
            all.write(END);
        }
        return all.toByteArray();
    }

    @Override
    void keep(RowBlock block, int from, int to) {
        makeRoom(to - from);
        cells.put(rows, read, from, to - from);
        ids.addAll(block.text(), block.from(idColumn), block.to(idColumn), from, to);
        rows += to - from;
    }

    private void makeRoom(int more) {
        int needed = Math.addExact(rows, more);
        if (needed > cells.rows()) {
            cells.resize(Math.max(needed, rows + (rows >> 1)));
        }
    }

    // ---- other rows

    private Tally.Fate take(Row row, InvoiceRows.Content content) {
        if (attributes.length > 0 || content.disputed()) {
            odd.put(rows, content);
        }
        if (content.fact() instanceof Payment payment) {
            int day = day(payment.date());
            add(payment.id(), payment.customerId(), ItemKind.PAYMENT, payment.amount());
            addDays(day, day, day, DocumentCells.NOT_SETTLED);
            addTax(0);
            rows++;
            return Tally.Fate.PAYMENT;
        }
        Document document = (Document) content.fact();
        LocalDate due = document.instalments().get(0).dueDate();
        if (due.isBefore(document.issueDate()) || (content.disputed() && !document.isDebit())) {
            remarkable.add(rows);
        }
        LocalDate settled = content.settled();
        add(
                document.id(),
                document.customerId(),
                ItemKind.valueOf(document.kind().name()),
                document.gross());
        addDays(
                day(document.issueDate()),
                day(due),
                day(document.postingDate()),
                settled == null ? DocumentCells.NOT_SETTLED : day(settled));
        addTax(document.tax().minorUnits());
        rows++;
        return Tally.Fate.INVOICE;
    }

    private void add(String id, String customerId, ItemKind kind, Money size) {
        makeRoom(1);
        ids.add(id);
        byte[] owner = customerId.getBytes(StandardCharsets.UTF_8);
        cells.customer[rows] = customers.number(owner, 0, owner.length);
        cells.currency[rows] = (short) currencies.number(size.currency());
        cells.kind[rows] = kind.code();
        cells.amount[rows] = size.minorUnits();
    }

    private void addDays(int issued, int due, int posted, int settled) {
        cells.issueDay[rows] = issued;
        cells.dueDay[rows] = due;
        if (cells.postingDay != null) {
            cells.postingDay[rows] = posted;
        }
        if (cells.settledDay != null) {
            cells.settledDay[rows] = settled;
        }
    }

    private void addTax(long minorUnits) {
        if (cells.tax != null) {
            cells.tax[rows] = minorUnits;
        }
    }

    private static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }

    // ---- the columns

    CurrencyList currencies() {
        return currencies;
    }

    ByteDictionary customers() {
        return customers;
    }

    /** Gives the identifiers away. */
    PackedIds handOverIds() {
        PackedIds given = allIds;
        allIds = PackedIds.of();
        return given;
    }

    /** Rows that say more than the columns hold, or another thing of their customer than others, by their number. */
    Map<Integer, InvoiceRows.Content> odd() {
        return odd;
    }

    /** Rows that deserve a warning if they stay. */
    IntList remarkable() {
        return remarkable;
    }

    /** The attributes that the file has. */
    CsvField[] attributes() {
        return attributes;
    }

    /** What the plain rows of a customer say of its attributes, in the order of {@link #attributes()}; null if nothing. */
    String @Nullable [] said(int number) {
        byte[] all = number < said.length ? said[number] : null;
        return all == null ? null : new String(all, StandardCharsets.UTF_8).split(String.valueOf((char) END), -1);
    }

    /** Copies the columns to where they stand among those of all parts, and lets go of them. */
    void moveTo(DocumentCells all, int first, int[] customerNumbers, short[] currencyNumbers) {
        for (int row = 0; row < rows; row++) {
            cells.customer[row] = customerNumbers[cells.customer[row]];
            cells.currency[row] = currencyNumbers[cells.currency[row]];
        }
        all.put(first, cells, 0, rows);
        cells.resize(0);
    }
}
