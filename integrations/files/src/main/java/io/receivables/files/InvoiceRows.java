package io.receivables.files;

import io.receivables.core.Customer;
import io.receivables.core.Document;
import io.receivables.core.Fact;
import io.receivables.core.FactKind;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.Problem;
import io.receivables.files.CsvLayout.PaymentRows;
import io.receivables.files.CsvLayout.RowType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Rows of invoice files: documents, what the rows say about customers, settlements and disputes. */
class InvoiceRows implements RowTaker {
    private static final List<CsvField> MARKS = List.of(CsvField.ISSUE_DATE, CsvField.INVOICE_ID);

    /**
     * All that a row says; two rows that say the same are duplicates.
     *
     * @param fact the document, or the payment that stands among the documents
     * @param open what is still open of a document, where the file says so; below zero where more than all was paid
     */
    record Content(
            Fact fact,
            @Nullable String customerName,
            @Nullable String country,
            @Nullable String segment,
            @Nullable LocalDate settled,
            @Nullable Money open,
            boolean disputed) {}

    /** An accepted row. */
    static final class Accepted {
        final Content content;
        final String file;
        final long line;
        /** The day by whose end all was paid that the row says is paid; null where it says nothing of it. */
        private final @Nullable LocalDate paidBy;
        /** What payments that name the document have paid by then. */
        private long paid;

        Accepted(Content content, @Nullable LocalDate paidBy, String file, long line) {
            this.content = content;
            this.paidBy = paidBy;
            this.file = file;
            this.line = line;
        }

        Document document() {
            return (Document) content.fact;
        }

        /** Takes note of a payment that names the document. */
        void paid(LocalDate date, Money amount) {
            boolean inTime = paidBy != null
                    && (!date.isAfter(paidBy) || !date.isAfter(document().issueDate()));
            if (inTime) {
                paid = Math.addExact(paid, amount.minorUnits());
            }
        }

        /** The day of the payment or refund that the row implies; null where it implies none. */
        @Nullable LocalDate settledOn() {
            return content.settled == null ? paidBy : content.settled;
        }

        /** What that payment or refund is over: nothing where there is none. */
        Money settledAmount() {
            Money gross = document().gross();
            long open = content.open == null ? 0 : content.open.minorUnits();
            long settled = paidBy == null ? 0 : gross.minorUnits() - open - paid;
            return Money.ofMinor(Math.max(0, settled), gross.currency());
        }
    }

    /** A payment that stands among the documents. */
    record Received(Content content, Payment payment, String file, long line) {}

    private final Tally tally;
    private final CsvLayout layout;
    private final @Nullable Currency defaultCurrency;
    private final @Nullable LocalDate openOn;
    private final Map<String, Accepted> accepted = new LinkedHashMap<>();
    private final Map<String, Received> received = new LinkedHashMap<>();
    private final Map<String, KnownCustomer> customers = new LinkedHashMap<>();

    InvoiceRows(CsvLayout layout, @Nullable Currency defaultCurrency, @Nullable LocalDate defaultOpenOn, Tally tally) {
        this.layout = layout;
        this.defaultCurrency = defaultCurrency;
        this.openOn = layout.openOn().orElse(defaultOpenOn);
        this.tally = tally;
    }

    /** What only reads rows with canonical columns, and hands on what they say. */
    static InvoiceRows reading(Tally tally, BiFunction<Row, Content, Tally.Fate> taker) {
        return new InvoiceRows(CsvLayout.canonical(), null, null, tally) {
            @Override
            Tally.Fate accept(Row row, Content content) {
                return taker.apply(row, content);
            }
        };
    }

    Collection<Accepted> accepted() {
        return accepted.values();
    }

    @Nullable Accepted find(String id) {
        return accepted.get(id);
    }

    /** The payments that stand among the documents. */
    Collection<Received> received() {
        return received.values();
    }

    @Nullable Received findReceived(String id) {
        return received.get(id);
    }

    List<Customer> customers() {
        return customers.values().stream().map(KnownCustomer::toCustomer).toList();
    }

    @Override
    public void check(Columns columns) {
        columns.require(CsvField.INVOICE_ID);
        if (!columns.has(CsvField.CUSTOMER_NAME)) {
            columns.require(CsvField.CUSTOMER_ID);
        }
        columns.require(CsvField.ISSUE_DATE);
        if (!columns.has(CsvField.CREDIT_AMOUNT)) {
            columns.require(CsvField.AMOUNT);
        }
        if (defaultCurrency == null) {
            columns.require(CsvField.CURRENCY);
        }
        if (layout.missingDueDate() == CsvLayout.MissingDueDate.REJECT) {
            columns.require(CsvField.DUE_DATE);
        }
        if (columns.has(CsvField.OPEN_AMOUNT) && openOn == null) {
            throw new CsvException(Problem.of(
                    CsvProblem.OPEN_ON_MISSING,
                    Problem.FILE,
                    columns.file(),
                    Problem.FIELD,
                    CsvField.OPEN_AMOUNT.code()));
        }
    }

    @Override
    public List<CsvField> marks() {
        return MARKS;
    }

    @Override
    public Tally.Fate take(Row row) {
        if (row.isIgnoredByStatus()) {
            return row.passOver(CsvProblem.IGNORED_ROW);
        }
        RowType type = row.type();
        if (type == RowType.IGNORED && !row.isRejected()) {
            return row.passOver(CsvProblem.IGNORED_ROW);
        }
        Content content = read(row, type);
        if (content == null) {
            return row.isRejected() ? Tally.Fate.REJECTED : row.passOver(CsvProblem.APPLIED_PAYMENT);
        }
        return accept(row, content);
    }

    /** Takes over what a row says, unless an accepted one says it already or something else. */
    Tally.Fate accept(Row row, Content content) {
        return content.fact instanceof Payment payment ? take(row, content, payment) : takeDocument(row, content);
    }

    private Tally.Fate takeDocument(Row row, Content content) {
        Document document = (Document) content.fact;
        Accepted earlier = accepted.get(document.id());
        if (earlier != null) {
            return repeated(row, content, earlier.content, earlier.file, earlier.line);
        }
        if (!counts(row, document.gross())) {
            return Tally.Fate.REJECTED;
        }
        LocalDate paidBy = content.open == null ? content.settled : openOn;
        accepted.put(document.id(), new Accepted(content, paidBy, row.columns().file(), row.line()));
        warn(row, content, document);
        learn(row, content, document.customerId());
        return document.isDebit() ? Tally.Fate.INVOICE : Tally.Fate.CREDIT_NOTE;
    }

    private Tally.Fate take(Row row, Content content, Payment payment) {
        Received earlier = received.get(payment.id());
        if (earlier != null) {
            return repeated(row, content, earlier.content, earlier.file, earlier.line);
        }
        if (!counts(row, payment.amount())) {
            return Tally.Fate.REJECTED;
        }
        received.put(payment.id(), new Received(content, payment, row.columns().file(), row.line()));
        learn(row, content, payment.customerId());
        return Tally.Fate.PAYMENT;
    }

    private boolean counts(Row row, Money size) {
        boolean counts = tally.add(size);
        if (!counts) {
            row.reject(CsvProblem.TOTAL_TOO_LARGE, CsvField.AMOUNT, row.stated(CsvField.AMOUNT));
        }
        return counts;
    }

    private void learn(Row row, Content content, String customerId) {
        KnownCustomer customer = customers.computeIfAbsent(customerId, KnownCustomer::new);
        customer.learn(() -> row, CsvField.CUSTOMER_NAME, content.customerName);
        customer.learn(() -> row, CsvField.COUNTRY, content.country);
        customer.learn(() -> row, CsvField.SEGMENT, content.segment);
    }

    static Tally.Fate repeated(Row row, Content content, Content earlier, String file, long line) {
        Object[] where = {"otherFile", file, "otherLine", line};
        String id = content.fact.id();
        if (content.equals(earlier)) {
            row.warn(CsvProblem.DUPLICATE_ROW, CsvField.INVOICE_ID, id, where);
            return Tally.Fate.DUPLICATE;
        }
        row.reject(CsvProblem.CONFLICTING_ROW, CsvField.INVOICE_ID, id, where);
        return Tally.Fate.REJECTED;
    }

    static void warn(Row row, Content content, Document document) {
        if (document.instalments().get(0).dueDate().isBefore(document.issueDate())) {
            row.warn(
                    CsvProblem.DUE_BEFORE_ISSUE,
                    CsvField.DUE_DATE,
                    row.stated(CsvField.DUE_DATE),
                    "issued",
                    document.issueDate());
        }
        if (content.disputed && !document.isDebit()) {
            row.warn(CsvProblem.DISPUTED_CREDIT_NOTE, CsvField.DISPUTED, row.stated(CsvField.DISPUTED));
        }
    }

    // ---- one row

    /** All that a row says; null where it is rejected or holds nothing that counts. */
    private @Nullable Content read(Row row, RowType type) {
        boolean isPayment = type == RowType.PAYMENT;
        boolean named = row.columns().has(CsvField.CUSTOMER_ID);
        String id = row.mandatoryId(CsvField.INVOICE_ID);
        String customer = row.mandatoryId(named ? CsvField.CUSTOMER_ID : CsvField.CUSTOMER_NAME);
        LocalDate issued = row.mandatoryDate(CsvField.ISSUE_DATE);
        LocalDate due = isPayment || layout.missingDueDate() == CsvLayout.MissingDueDate.ISSUE_DATE
                ? row.date(CsvField.DUE_DATE)
                : row.mandatoryDate(CsvField.DUE_DATE);
        LocalDate delivered = row.date(CsvField.DELIVERY_DATE);
        LocalDate posted = row.date(CsvField.POSTING_DATE);
        Currency currency = row.currency(defaultCurrency);
        Money amount = amount(row, currency);
        Money open = row.money(CsvField.OPEN_AMOUNT, currency);
        Money tax = row.money(CsvField.TAX_AMOUNT, currency);
        String reference = row.text(CsvField.REFERENCE);
        String terms = row.text(CsvField.TERMS);
        // where the name serves as identifier, it has been read and is the name anyway
        String name = named ? row.text(CsvField.CUSTOMER_NAME) : null;
        String country = row.text(CsvField.COUNTRY);
        String segment = row.text(CsvField.SEGMENT);
        LocalDate settled = row.date(CsvField.SETTLED_DATE);
        boolean disputed = row.flag(CsvField.DISPUTED);
        if (id == null || customer == null || issued == null || amount == null || row.isRejected()) {
            return null;
        }
        if (isPayment) {
            boolean applied = settled != null && open == null;
            Money received = received(row, amount, applied ? Money.zero(amount.currency()) : open);
            return received == null
                    ? null
                    : new Content(
                            set(Payment.of(id, customer, issued, received), reference, Payment::withReference),
                            name,
                            country,
                            segment,
                            null,
                            null,
                            false);
        }
        checkSigns(row, amount, open, tax);
        if (row.isRejected()) {
            return null;
        }
        boolean negative = amount.isNegative();
        FactKind kind = negative ? FactKind.CREDIT_NOTE : type.kind().orElse(FactKind.INVOICE);
        Document document = Document.of(kind, id, customer, issued, amount.abs());
        document = set(document, issued.equals(due) ? null : due, Document::dueOn);
        document = set(document, issued.equals(posted) ? null : posted, Document::postedOn);
        document = set(document, delivered, Document::deliveredOn);
        document = set(document, tax == null || tax.isZero() ? null : tax.abs(), Document::withTax);
        document = set(document, reference, Document::withReference);
        document = set(document, terms, Document::withTerms);
        Money part = open != null && negative ? open.negated() : open;
        return new Content(document, name, country, segment, settled, part, disputed);
    }

    /** The amount, or debit less credit where the file has two columns. */
    private static @Nullable Money amount(Row row, @Nullable Currency currency) {
        if (!row.columns().has(CsvField.CREDIT_AMOUNT)) {
            return row.mandatoryMoney(CsvField.AMOUNT, currency);
        }
        Money credit = row.money(CsvField.CREDIT_AMOUNT, currency);
        Money debit = credit == null && !row.isRejected()
                ? row.mandatoryMoney(CsvField.AMOUNT, currency)
                : row.money(CsvField.AMOUNT, currency);
        if (credit == null) {
            return debit;
        }
        return debit == null ? credit.negated() : debit.minus(credit);
    }

    /** What an amount may be, and what is a part of it: of the same sign and not more. Open may also be overpaid. */
    private void checkSigns(Row row, Money amount, @Nullable Money open, @Nullable Money tax) {
        boolean negative = amount.isNegative();
        if (negative && layout.negativeAmount() == CsvLayout.NegativeAmount.REJECT) {
            row.reject(CsvProblem.NEGATIVE_AMOUNT, CsvField.AMOUNT, row.stated(CsvField.AMOUNT));
        }
        if (open != null && isAbove(open, amount)) {
            rejectPart(row, CsvProblem.OPEN_ABOVE_AMOUNT, CsvField.OPEN_AMOUNT, amount);
        }
        if (tax != null && (isAbove(tax, amount) || (!tax.isZero() && tax.isNegative() != negative))) {
            rejectPart(row, CsvProblem.TAX_OUTSIDE_AMOUNT, CsvField.TAX_AMOUNT, amount);
        }
    }

    private static boolean isAbove(Money part, Money amount) {
        return (amount.isNegative() ? part.negated() : part).compareTo(amount.abs()) > 0;
    }

    private static void rejectPart(Row row, CsvProblem code, CsvField field, Money amount) {
        row.reject(code, field, row.stated(field), "amount", amount);
    }

    /**
     * Money received: what is still open of it, since invoices state themselves what of it has paid them; null where that
     * is nothing, or the row is rejected.
     */
    private @Nullable Money received(Row row, Money amount, @Nullable Money open) {
        Money stated = open == null ? amount : open;
        Money received = layout.paymentRows() == PaymentRows.NEGATIVE ? stated.negated() : stated;
        if (received.isPositive()) {
            return received;
        }
        if (open != null && open.isZero()) {
            return null;
        }
        CsvField field = open == null ? CsvField.AMOUNT : CsvField.OPEN_AMOUNT;
        row.reject(
                CsvProblem.PAYMENT_ROW_SIGN,
                field,
                row.stated(field),
                "sign",
                layout.paymentRows().code());
        return null;
    }

    private static <F, T> F set(F fact, @Nullable T value, BiFunction<F, T, F> change) {
        return value == null ? fact : change.apply(fact, value);
    }

    /** What rows say about a customer: of each field the first value counts. */
    static final class KnownCustomer {
        private final String id;
        private final Map<CsvField, String> values = new HashMap<>(4);
        private final Map<CsvField, Boolean> warned = new HashMap<>(2);

        KnownCustomer(String id) {
            this.id = id;
        }

        /**
         * @param row the row that says it, for the warning if it says another thing than those before it
         */
        void learn(Supplier<Row> row, CsvField field, @Nullable String value) {
            if (value == null) {
                return;
            }
            String first = values.putIfAbsent(field, value);
            if (first != null && !first.equals(value) && warned.putIfAbsent(field, true) == null) {
                row.get().warn(CsvProblem.CUSTOMER_DIFFERS, field, value, "customer", id, "first", Text.shown(first));
            }
        }

        Customer toCustomer() {
            Customer customer = Customer.of(id, values.getOrDefault(CsvField.CUSTOMER_NAME, id));
            String country = values.get(CsvField.COUNTRY);
            String segment = values.get(CsvField.SEGMENT);
            customer = country == null ? customer : customer.inCountry(country);
            return segment == null ? customer : customer.inSegment(segment);
        }
    }
}
