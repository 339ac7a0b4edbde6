package io.receivables.files;

import io.receivables.core.Money;
import io.receivables.core.Payment;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows of payment files. */
class PaymentRows implements RowTaker {
    private static final int LONGEST_FILE_NAME = 100;
    private static final List<CsvField> MARKS = List.of(CsvField.DATE, CsvField.PAYMENT_ID, CsvField.INVOICE_ID);

    /** All that a row says, its identifier apart. */
    record Content(
            @Nullable String invoiceId,
            @Nullable String customerId,
            LocalDate date,
            Money amount,
            @Nullable String reference) {}

    /** An accepted row; the invoice is null where the payment settles none. */
    record Accepted(Content content, Payment payment, InvoiceRows.@Nullable Accepted invoice, String file, long line) {}

    /** Takes over what a row says, and the identifier that it states. */
    @FunctionalInterface
    interface Acceptance {
        Tally.Fate accept(Row row, Content content, @Nullable String stated);
    }

    private final Tally tally;
    private final InvoiceRows invoices;
    private final @Nullable Currency defaultCurrency;
    /** By identifier, or by content where the file has none. */
    private final Map<Object, Accepted> accepted = new LinkedHashMap<>();

    private final Set<String> ids = new HashSet<>();

    PaymentRows(InvoiceRows invoices, @Nullable Currency defaultCurrency, Tally tally) {
        this.invoices = invoices;
        this.defaultCurrency = defaultCurrency;
        this.tally = tally;
    }

    /** What only reads rows with canonical columns, and hands on what they say. */
    static PaymentRows reading(InvoiceRows invoices, Tally tally, Acceptance taker) {
        return new PaymentRows(invoices, null, tally) {
            @Override
            Tally.Fate accept(Row row, Content content, @Nullable String stated) {
                return taker.accept(row, content, stated);
            }
        };
    }

    Collection<Accepted> accepted() {
        return accepted.values();
    }

    /** An identifier that no payment has yet. */
    String newId(String wanted) {
        String id = wanted;
        while (ids.contains(id) || invoices.findReceived(id) != null) {
            id = id + "'";
        }
        return id;
    }

    @Override
    public void check(Columns columns) {
        columns.require(CsvField.DATE);
        columns.require(CsvField.AMOUNT);
        if (!columns.has(CsvField.CUSTOMER_ID)) {
            columns.require(CsvField.INVOICE_ID);
        }
        if (!columns.has(CsvField.INVOICE_ID) && defaultCurrency == null) {
            columns.require(CsvField.CURRENCY);
        }
    }

    @Override
    public List<CsvField> marks() {
        return MARKS;
    }

    @Override
    public Tally.Fate take(Row row) {
        Content content = read(row);
        boolean named = row.columns().hasColumn(CsvField.PAYMENT_ID);
        String stated = named ? row.mandatoryId(CsvField.PAYMENT_ID) : null;
        if (content == null || row.isRejected()) {
            return Tally.Fate.REJECTED;
        }
        return accept(row, content, stated);
    }

    /** Takes over what a row says, unless an accepted one says it already or something else. */
    Tally.Fate accept(Row row, Content content, @Nullable String stated) {
        Object key = stated == null ? content : stated;
        InvoiceRows.Received received = stated == null ? null : invoices.findReceived(stated);
        if (received != null) {
            return conflicting(row, received.payment().id(), received.file(), received.line());
        }
        Accepted earlier = accepted.get(key);
        if (earlier != null) {
            return repeated(row, content, earlier);
        }
        if (!tally.add(content.amount)) {
            row.reject(CsvProblem.TOTAL_TOO_LARGE, CsvField.AMOUNT, row.stated(CsvField.AMOUNT));
            return Tally.Fate.REJECTED;
        }
        accept(row, key, content, stated == null ? generatedId(row) : stated);
        return Tally.Fate.PAYMENT;
    }

    private String generatedId(Row row) {
        return newId(generatedId(row.columns().file(), row.line()));
    }

    /** The identifier of a row that states none. */
    static String generatedId(String file, long line) {
        return file.substring(0, Math.min(file.length(), LONGEST_FILE_NAME)) + ":" + line;
    }

    private void accept(Row row, Object key, Content content, String id) {
        InvoiceRows.Accepted invoice = content.invoiceId == null ? null : invoices.find(content.invoiceId);
        String customer = content.customerId;
        if (customer == null) {
            customer = invoice == null ? "" : invoice.document().customerId();
        }
        Payment payment = Payment.of(id, customer, content.date, content.amount);
        payment = content.reference == null ? payment : payment.withReference(content.reference);
        ids.add(id);
        accepted.put(key, new Accepted(content, payment, invoice, row.columns().file(), row.line()));
        if (invoice != null) {
            invoice.paid(content.date, content.amount);
        } else if (content.invoiceId != null) {
            warnUnapplied(row, content);
        }
    }

    /** Warns of money that names a document that is not there. */
    static void warnUnapplied(Row row, Content content) {
        row.warn(
                CsvProblem.UNAPPLIED_TO_UNKNOWN_INVOICE,
                CsvField.INVOICE_ID,
                Objects.requireNonNull(content.invoiceId),
                "customer",
                Objects.requireNonNull(content.customerId));
    }

    private static Tally.Fate repeated(Row row, Content content, Accepted earlier) {
        return repeated(row, content, earlier.content, earlier.payment.id(), earlier.file, earlier.line);
    }

    /** The identifier is that of a payment among the documents. */
    static Tally.Fate conflicting(Row row, String id, String file, long line) {
        row.reject(CsvProblem.CONFLICTING_ROW, CsvField.PAYMENT_ID, id, "otherFile", file, "otherLine", line);
        return Tally.Fate.REJECTED;
    }

    static Tally.Fate repeated(Row row, Content content, Content earlier, String id, String file, long line) {
        Object[] where = {"otherFile", file, "otherLine", line};
        if (content.equals(earlier)) {
            row.warn(CsvProblem.DUPLICATE_ROW, CsvField.PAYMENT_ID, id, where);
            return Tally.Fate.DUPLICATE;
        }
        row.reject(CsvProblem.CONFLICTING_ROW, CsvField.PAYMENT_ID, id, where);
        return Tally.Fate.REJECTED;
    }

    // ---- one row

    private @Nullable Content read(Row row) {
        String invoiceId = row.text(CsvField.INVOICE_ID);
        String customerId = row.text(CsvField.CUSTOMER_ID);
        InvoiceRows.Accepted invoice = invoiceId == null ? null : invoices.find(invoiceId);
        if (!row.isRejected()) {
            checkNamed(row, invoiceId, customerId, invoice);
        }
        LocalDate date = row.mandatoryDate(CsvField.DATE);
        Currency currency = currency(row, invoice);
        Money amount = row.mandatoryMoney(CsvField.AMOUNT, currency);
        String reference = row.text(CsvField.REFERENCE);
        if (amount != null && !amount.isPositive()) {
            row.reject(CsvProblem.PAYMENT_NOT_POSITIVE, CsvField.AMOUNT, row.stated(CsvField.AMOUNT));
        }
        if (invoice != null && currency != null && invoice.document().isDebit()) {
            checkCurrency(row, currency, invoice);
        }
        return date == null || amount == null || row.isRejected()
                ? null
                : new Content(invoiceId, customerId, date, amount, reference);
    }

    private @Nullable Currency currency(Row row, InvoiceRows.@Nullable Accepted invoice) {
        if (invoice != null && !row.columns().hasColumn(CsvField.CURRENCY)) {
            return invoice.document().gross().currency();
        }
        return row.currency(defaultCurrency);
    }

    private static void checkNamed(
            Row row, @Nullable String invoiceId, @Nullable String customerId, InvoiceRows.@Nullable Accepted invoice) {
        if (invoiceId == null && customerId == null) {
            row.reject(CsvProblem.NEITHER_INVOICE_NOR_CUSTOMER, CsvField.INVOICE_ID, "");
        } else if (invoiceId != null && invoice == null && customerId == null) {
            row.reject(CsvProblem.UNKNOWN_INVOICE, CsvField.INVOICE_ID, invoiceId);
        } else if (invoiceId != null && invoice != null && !invoice.document().isDebit()) {
            row.reject(CsvProblem.PAYS_CREDIT_NOTE, CsvField.INVOICE_ID, invoiceId);
        }
    }

    private static void checkCurrency(Row row, Currency currency, InvoiceRows.Accepted invoice) {
        Currency owed = invoice.document().gross().currency();
        if (!owed.equals(currency)) {
            row.reject(
                    CsvProblem.OTHER_CURRENCY,
                    CsvField.CURRENCY,
                    currency.getCurrencyCode(),
                    "document",
                    invoice.document().id(),
                    "other",
                    owed.getCurrencyCode());
        }
    }
}
