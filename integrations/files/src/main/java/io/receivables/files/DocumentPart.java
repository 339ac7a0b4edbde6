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
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The documents of one stretch of an invoice file, as columns. */
final class DocumentPart extends FilePart {
    private static final CsvField[] ATTRIBUTES = {CsvField.CUSTOMER_NAME, CsvField.COUNTRY, CsvField.SEGMENT};
    private static final byte[] NO = "no".getBytes(StandardCharsets.UTF_8);

    /** Ends what a customer's rows say of an attribute; no text that is taken over contains it. */
    private static final byte END = 0x1F;

    private static final byte NO_KIND = -1;
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
    private final int[] textColumns;
    private final int settledColumn;
    private final int disputedColumn;
    private final CsvField[] attributes;
    private final int[] attributeColumns;

    private final CurrencyList currencies = new CurrencyList();
    private final ByteDictionary customers = new ByteDictionary();
    private PackedIds.Builder ids = PackedIds.builder(0);
    private int rows;
    private byte[] kind = {};
    private byte[] currency = {};
    private int[] customer = {};
    private int[] issueDay = {};
    private int[] dueDay = {};
    private int @Nullable [] postingDay;
    private long[] amount = {};
    private long @Nullable [] tax;

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
        textColumns = IntStream.of(columns.column(CsvField.REFERENCE), columns.column(CsvField.TERMS))
                .filter(column -> column >= 0)
                .toArray();
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
        makeRoom(Math.max(8, expectedRows));
    }

    private void makeRoom(int room) {
        kind = Arrays.copyOf(kind, room);
        currency = Arrays.copyOf(currency, room);
        customer = Arrays.copyOf(customer, room);
        issueDay = Arrays.copyOf(issueDay, room);
        dueDay = Arrays.copyOf(dueDay, room);
        postingDay = postingDay == null ? null : Arrays.copyOf(postingDay, room);
        amount = Arrays.copyOf(amount, room);
        tax = tax == null ? null : Arrays.copyOf(tax, room);
    }

    // ---- plain rows

    @Override
    boolean takePlain(ByteRows row) {
        byte[] text = row.bytes();
        int rowCurrency = currencies.number(text, row.from(currencyColumn), row.to(currencyColumn));
        byte rowKind = kind(row);
        int issued = day(row, issueColumn, PlainCells.NO_DAY);
        int due = day(row, dueColumn, PlainCells.NO_DAY);
        int posted = day(row, postingColumn, issued);
        if (rowCurrency < 0
                || rowKind == NO_KIND
                || issued == PlainCells.NO_DAY
                || due < issued
                || posted == PlainCells.NO_DAY
                || day(row, deliveryColumn, 0) == PlainCells.NO_DAY) {
            return false;
        }
        long size = amount(row, amountColumn, rowCurrency);
        long within = isBlank(row, taxColumn) ? 0 : amount(row, taxColumn, rowCurrency);
        boolean negative = size < 0;
        if (size == PlainCells.NO_AMOUNT || within < 0 || within > Math.abs(size) || (negative && within > 0)) {
            return false;
        }
        if (!hasPlainTexts(row) || !isBlank(row, settledColumn) || !isUndisputed(row)) {
            return false;
        }
        int number = customers.number(text, row.from(customerColumn), row.to(customerColumn));
        if (!saysTheSame(row, number)) {
            return false;
        }
        ids.add(text, row.from(idColumn), row.to(idColumn));
        byte code = negative ? ItemKind.CREDIT_NOTE.code() : rowKind;
        add(number, rowCurrency, code, issued, due, posted, Math.abs(size), within);
        return true;
    }

    private static boolean isBlank(ByteRows row, int column) {
        return column < 0 || row.from(column) == row.to(column);
    }

    /** The day in a column, or another one where the cell is blank. */
    private static int day(ByteRows row, int column, int otherwise) {
        return isBlank(row, column) ? otherwise : PlainCells.day(row.bytes(), row.from(column), row.to(column));
    }

    private long amount(ByteRows row, int column, int ofCurrency) {
        return PlainCells.amount(row.bytes(), row.from(column), row.to(column), currencies.digits(ofCurrency));
    }

    private byte kind(ByteRows row) {
        if (isBlank(row, typeColumn) || row.is(typeColumn, INVOICE)) {
            return ItemKind.INVOICE.code();
        }
        if (row.is(typeColumn, CREDIT_NOTE)) {
            return ItemKind.CREDIT_NOTE.code();
        }
        return row.is(typeColumn, DEBIT_NOTE) ? ItemKind.DEBIT_NOTE.code() : NO_KIND;
    }

    private boolean isUndisputed(ByteRows row) {
        return isBlank(row, disputedColumn) || row.is(disputedColumn, NO);
    }

    private boolean hasPlainTexts(ByteRows row) {
        byte[] text = row.bytes();
        boolean plain = PlainCells.isId(text, row.from(idColumn), row.to(idColumn))
                && PlainCells.isId(text, row.from(customerColumn), row.to(customerColumn));
        for (int i = 0; plain && i < textColumns.length; i++) {
            plain = PlainCells.isText(text, row.from(textColumns[i]), row.to(textColumns[i]));
        }
        return plain;
    }

    /** Whether the row says of its customer what the plain rows before it say. */
    private boolean saysTheSame(ByteRows row, int number) {
        if (attributeColumns.length == 0) {
            return true;
        }
        if (number >= said.length) {
            said = Arrays.copyOf(said, Math.max(2 * said.length, number + 1));
        }
        byte[] earlier = said[number];
        if (earlier == null) {
            byte[] first = said(row);
            said[number] = first;
            return first != null;
        }
        int at = 0;
        for (int column : attributeColumns) {
            int end = at + row.to(column) - row.from(column);
            if (end >= earlier.length
                    || earlier[end] != END
                    || !Arrays.equals(earlier, at, end, row.bytes(), row.from(column), row.to(column))) {
                return false;
            }
            at = end + 1;
        }
        return true;
    }

    /** What the row says of its customer; null if that is not plain. */
    private byte @Nullable [] said(ByteRows row) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int column : attributeColumns) {
            if (!PlainCells.isText(row.bytes(), row.from(column), row.to(column))) {
                return null;
            }
            all.write(row.bytes(), row.from(column), row.to(column) - row.from(column));
            all.write(END);
        }
        return all.toByteArray();
    }

    private void add(int number, int rowCurrency, byte code, int issued, int due, int posted, long size, long within) {
        if (rows == kind.length) {
            makeRoom(rows + (rows >> 1));
        }
        kind[rows] = code;
        currency[rows] = (byte) rowCurrency;
        customer[rows] = number;
        issueDay[rows] = issued;
        dueDay[rows] = due;
        amount[rows] = size;
        if (posted != issued || postingDay != null) {
            postingDay = postingDay == null ? issueDay.clone() : postingDay;
            postingDay[rows] = posted;
        }
        if (within != 0) {
            tax = tax == null ? new long[kind.length] : tax;
            tax[rows] = within;
        }
        rows++;
    }

    // ---- other rows

    private Tally.Fate take(Row row, InvoiceRows.Content content) {
        if (attributes.length > 0 || content.settled() != null || content.disputed()) {
            odd.put(rows, content);
        }
        if (content.fact() instanceof Payment payment) {
            int day = day(payment.date());
            add(payment.id(), payment.customerId(), ItemKind.PAYMENT, day, day, day, payment.amount(), 0);
            return Tally.Fate.PAYMENT;
        }
        Document document = (Document) content.fact();
        LocalDate due = document.instalments().get(0).dueDate();
        if (due.isBefore(document.issueDate()) || (content.disputed() && !document.isDebit())) {
            remarkable.add(rows);
        }
        add(
                document.id(),
                document.customerId(),
                ItemKind.valueOf(document.kind().name()),
                day(document.issueDate()),
                day(due),
                day(document.postingDate()),
                document.gross(),
                document.tax().minorUnits());
        return Tally.Fate.INVOICE;
    }

    private void add(
            String id, String customerId, ItemKind rowKind, int issued, int due, int posted, Money size, long within) {
        ids.add(id);
        byte[] owner = customerId.getBytes(StandardCharsets.UTF_8);
        int number = customers.number(owner, 0, owner.length);
        add(number, currencies.number(size.currency()), rowKind.code(), issued, due, posted, size.minorUnits(), within);
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

    PackedIds ids() {
        return ids.build();
    }

    /** Rows that say more than the columns hold, or another thing of their customer than others, by their number. */
    Map<Integer, InvoiceRows.Content> odd() {
        return odd;
    }

    /** Rows that deserve a warning if they stay. */
    IntList remarkable() {
        return remarkable;
    }

    boolean statesPostingDays() {
        return postingDay != null;
    }

    boolean statesTax() {
        return tax != null;
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
    void moveTo(DocumentColumns all, int first, int[] customerNumbers, byte[] currencyNumbers) {
        System.arraycopy(kind, 0, all.kind, first, rows);
        System.arraycopy(issueDay, 0, all.issueDay, first, rows);
        System.arraycopy(dueDay, 0, all.dueDay, first, rows);
        System.arraycopy(amount, 0, all.amount, first, rows);
        for (int row = 0; row < rows; row++) {
            all.customer[first + row] = customerNumbers[customer[row]];
            all.currency[first + row] = currencyNumbers[currency[row]];
        }
        if (all.postingDay != null) {
            System.arraycopy(postingDay == null ? issueDay : postingDay, 0, all.postingDay, first, rows);
        }
        if (all.tax != null && tax != null) {
            System.arraycopy(tax, 0, all.tax, first, rows);
        }
        postingDay = null;
        tax = null;
        makeRoom(0);
        ids = PackedIds.builder(0);
    }
}
