package io.receivables.files;

import io.receivables.core.Customer;
import io.receivables.core.Document;
import io.receivables.core.FactKind;
import io.receivables.core.Money;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Rows of invoice files: documents, what the rows say about customers, settlements and disputes. */
final class InvoiceRows implements RowTaker {
    /** All that a row says; two rows that say the same are duplicates. */
    record Content(
            Document document,
            @Nullable String customerName,
            @Nullable String country,
            @Nullable String segment,
            @Nullable LocalDate settled,
            boolean disputed) {}

    /** An accepted row. */
    static final class Accepted {
        final Content content;
        final String file;
        final long line;
        /** What payments that name the document have paid by the day on which it is settled. */
        private long paidWhenSettled;

        Accepted(Content content, String file, long line) {
            this.content = content;
            this.file = file;
            this.line = line;
        }

        Document document() {
            return content.document;
        }

        /** Takes note of a payment that names the document. */
        void paid(LocalDate date, Money amount) {
            LocalDate settled = content.settled;
            boolean inTime = settled != null
                    && (!date.isAfter(settled) || !date.isAfter(document().issueDate()));
            if (inTime) {
                paidWhenSettled = Math.addExact(paidWhenSettled, amount.minorUnits());
            }
        }

        /** What the payment or refund on the settled date is over: nothing where there is no such date. */
        Money settledAmount() {
            Money gross = document().gross();
            long open = content.settled == null ? 0 : gross.minorUnits() - paidWhenSettled;
            return Money.ofMinor(Math.max(0, open), gross.currency());
        }
    }

    private final Tally tally;
    private final CsvLayout layout;
    private final @Nullable Currency defaultCurrency;
    private final Map<String, Accepted> accepted = new LinkedHashMap<>();
    private final Map<String, KnownCustomer> customers = new LinkedHashMap<>();

    InvoiceRows(CsvLayout layout, @Nullable Currency defaultCurrency, Tally tally) {
        this.layout = layout;
        this.defaultCurrency = defaultCurrency;
        this.tally = tally;
    }

    Collection<Accepted> accepted() {
        return accepted.values();
    }

    @Nullable Accepted find(String id) {
        return accepted.get(id);
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
        columns.require(CsvField.AMOUNT);
        if (defaultCurrency == null) {
            columns.require(CsvField.CURRENCY);
        }
        if (layout.missingDueDate() == CsvLayout.MissingDueDate.REJECT) {
            columns.require(CsvField.DUE_DATE);
        }
    }

    @Override
    public Tally.Fate take(Row row) {
        Content content = read(row);
        if (content == null) {
            return Tally.Fate.REJECTED;
        }
        Document document = content.document;
        Accepted earlier = accepted.get(document.id());
        if (earlier != null) {
            return repeated(row, content, earlier);
        }
        if (!tally.add(document.gross())) {
            row.reject(CsvProblem.TOTAL_TOO_LARGE, CsvField.AMOUNT, row.stated(CsvField.AMOUNT));
            return Tally.Fate.REJECTED;
        }
        accepted.put(document.id(), new Accepted(content, row.columns().file(), row.line()));
        warn(row, content);
        customers.computeIfAbsent(document.customerId(), KnownCustomer::new).learn(row, content);
        return document.isDebit() ? Tally.Fate.INVOICE : Tally.Fate.CREDIT_NOTE;
    }

    private static Tally.Fate repeated(Row row, Content content, Accepted earlier) {
        Object[] where = {"otherFile", earlier.file, "otherLine", earlier.line};
        String id = content.document.id();
        if (content.equals(earlier.content)) {
            row.warn(CsvProblem.DUPLICATE_ROW, CsvField.INVOICE_ID, id, where);
            return Tally.Fate.DUPLICATE;
        }
        row.reject(CsvProblem.CONFLICTING_ROW, CsvField.INVOICE_ID, id, where);
        return Tally.Fate.REJECTED;
    }

    private static void warn(Row row, Content content) {
        Document document = content.document;
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

    private @Nullable Content read(Row row) {
        Document document = document(row);
        // where the name serves as identifier, it has been read and is the name anyway
        String name = row.columns().has(CsvField.CUSTOMER_ID) ? row.text(CsvField.CUSTOMER_NAME) : null;
        String country = row.text(CsvField.COUNTRY);
        String segment = row.text(CsvField.SEGMENT);
        LocalDate settled = row.date(CsvField.SETTLED_DATE);
        boolean disputed = row.flag(CsvField.DISPUTED);
        return document == null || row.isRejected()
                ? null
                : new Content(document, name, country, segment, settled, disputed);
    }

    private @Nullable Document document(Row row) {
        String id = row.mandatoryId(CsvField.INVOICE_ID);
        String customer = row.mandatoryId(
                row.columns().has(CsvField.CUSTOMER_ID) ? CsvField.CUSTOMER_ID : CsvField.CUSTOMER_NAME);
        FactKind type = row.type();
        LocalDate issued = row.mandatoryDate(CsvField.ISSUE_DATE);
        LocalDate due = layout.missingDueDate() == CsvLayout.MissingDueDate.REJECT
                ? row.mandatoryDate(CsvField.DUE_DATE)
                : row.date(CsvField.DUE_DATE);
        LocalDate delivered = row.date(CsvField.DELIVERY_DATE);
        LocalDate posted = row.date(CsvField.POSTING_DATE);
        Currency currency = row.currency(defaultCurrency);
        Money amount = row.mandatoryMoney(CsvField.AMOUNT, currency);
        Money tax = row.money(CsvField.TAX_AMOUNT, currency);
        String reference = row.text(CsvField.REFERENCE);
        String terms = row.text(CsvField.TERMS);
        if (id == null || customer == null || issued == null || amount == null || row.isRejected()) {
            return null;
        }
        boolean negative = amount.isNegative();
        if (negative && layout.negativeAmount() == CsvLayout.NegativeAmount.REJECT) {
            row.reject(CsvProblem.NEGATIVE_AMOUNT, CsvField.AMOUNT, row.stated(CsvField.AMOUNT));
            return null;
        }
        Money size = amount.abs();
        Money taxSize = tax == null ? Money.zero(size.currency()) : negative ? tax.negated() : tax;
        if (taxSize.isNegative() || taxSize.compareTo(size) > 0) {
            row.reject(
                    CsvProblem.TAX_OUTSIDE_AMOUNT,
                    CsvField.TAX_AMOUNT,
                    row.stated(CsvField.TAX_AMOUNT),
                    "amount",
                    amount);
            return null;
        }
        Document plain = Document.of(negative ? FactKind.CREDIT_NOTE : type, id, customer, issued, size);
        Document document = set(plain, issued.equals(due) ? null : due, Document::dueOn);
        document = set(document, issued.equals(posted) ? null : posted, Document::postedOn);
        document = set(document, delivered, Document::deliveredOn);
        document = set(document, taxSize.isZero() ? null : taxSize, Document::withTax);
        document = set(document, reference, Document::withReference);
        return set(document, terms, Document::withTerms);
    }

    private static <T> Document set(Document document, @Nullable T value, BiFunction<Document, T, Document> change) {
        return value == null ? document : change.apply(document, value);
    }

    /** What rows say about a customer: of each field the first value counts. */
    private static final class KnownCustomer {
        private final String id;
        private final Map<CsvField, String> values = new HashMap<>(4);
        private final Map<CsvField, Boolean> warned = new HashMap<>(2);

        KnownCustomer(String id) {
            this.id = id;
        }

        void learn(Row row, Content content) {
            learn(row, CsvField.CUSTOMER_NAME, content.customerName);
            learn(row, CsvField.COUNTRY, content.country);
            learn(row, CsvField.SEGMENT, content.segment);
        }

        private void learn(Row row, CsvField field, @Nullable String value) {
            if (value == null) {
                return;
            }
            String first = values.putIfAbsent(field, value);
            if (first != null && !first.equals(value) && warned.putIfAbsent(field, true) == null) {
                row.warn(CsvProblem.CUSTOMER_DIFFERS, field, value, "customer", id, "first", Text.shown(first));
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
