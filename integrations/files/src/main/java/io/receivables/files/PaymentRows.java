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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows of payment files. */
final class PaymentRows implements RowTaker {
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
        Object key = stated == null ? content : stated;
        InvoiceRows.Received received = stated == null ? null : invoices.findReceived(stated);
        if (received != null) {
            row.reject(
                    CsvProblem.CONFLICTING_ROW,
                    CsvField.PAYMENT_ID,
                    received.payment().id(),
                    "otherFile",
                    received.file(),
                    "otherLine",
                    received.line());
            return Tally.Fate.REJECTED;
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
        String file = row.columns().file();
        return newId(file.substring(0, Math.min(file.length(), LONGEST_FILE_NAME)) + ":" + row.line());
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
            row.warn(
                    CsvProblem.UNAPPLIED_TO_UNKNOWN_INVOICE,
                    CsvField.INVOICE_ID,
                    content.invoiceId,
                    "customer",
                    customer);
        }
    }

    private static Tally.Fate repeated(Row row, Content content, Accepted earlier) {
        Object[] where = {"otherFile", earlier.file, "otherLine", earlier.line};
        String id = earlier.payment.id();
        if (content.equals(earlier.content)) {
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
