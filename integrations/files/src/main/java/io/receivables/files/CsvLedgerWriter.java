package io.receivables.files;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.receivables.core.Customer;
import io.receivables.core.Document;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.Problem;
import io.receivables.core.ledger.Ledger;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes the documents and payments of a ledger as files that {@link CsvLedgerReader#canonical()} reads: canonical
 * headers, ISO dates, UTF-8. What such files cannot hold (reversals, write-offs, several instalments, a payment applied to
 * several documents, …) is named by {@link #problems()} and left out; identifiers of disputes, refunds and allocations are
 * made anew on reading.
 *
 * <pre>{@code
 * CsvLedgerWriter writer = CsvLedgerWriter.of(ledger);
 * if (writer.problems().isEmpty()) {
 *     writer.invoices(Path.of("invoices.csv"));
 *     writer.payments(Path.of("payments.csv"));
 * }
 * }</pre>
 *
 * Identifiers and texts that a spreadsheet would take for a formula, because they start with {@code = + - @}, get an
 * apostrophe before them; the reader removes it.
 */
public final class CsvLedgerWriter {
    /** Without the columns that only others' files have. */
    private static final Set<CsvField> OF_INVOICES = ofInvoices();

    private final WritePlan plan;

    private static Set<CsvField> ofInvoices() {
        Set<CsvField> fields = EnumSet.copyOf(CsvField.ofInvoices());
        fields.removeAll(EnumSet.of(CsvField.STATUS, CsvField.CREDIT_AMOUNT, CsvField.OPEN_AMOUNT));
        return fields;
    }

    private CsvLedgerWriter(WritePlan plan) {
        this.plan = plan;
    }

    /**
     * A writer of a ledger's facts.
     *
     * @throws IllegalArgumentException if the ledger was made from columns and holds no facts
     */
    public static CsvLedgerWriter of(Ledger ledger) {
        if (ledger.facts().isEmpty() && ledger.columns().rows() > 0) {
            throw new IllegalArgumentException(
                    "ledger " + ledger + " was made from columns and holds no facts: give one made from facts");
        }
        return new CsvLedgerWriter(new WritePlan(ledger));
    }

    /** What the files leave out: whole facts (errors) and details of facts (warnings). */
    public List<Problem> problems() {
        return List.copyOf(plan.problems());
    }

    /**
     * Writes the invoice file.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public void invoices(Path file) {
        toFile(file, this::invoices);
    }

    /**
     * Writes invoices; the writer is not closed.
     *
     * @throws UncheckedIOException if it fails
     */
    public void invoices(Writer target) {
        write(target, OF_INVOICES, plan.documents(), document -> field -> cell(document, field));
    }

    /**
     * Writes the payment file.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public void payments(Path file) {
        toFile(file, this::payments);
    }

    /**
     * Writes payments; the writer is not closed.
     *
     * @throws UncheckedIOException if it fails
     */
    public void payments(Writer target) {
        write(target, CsvField.ofPayments(), plan.payments(), payment -> field -> cell(payment, field));
    }

    /** The invoice file as text. */
    public String invoices() {
        StringWriter text = new StringWriter();
        invoices(text);
        return text.toString();
    }

    /** The payment file as text. */
    public String payments() {
        StringWriter text = new StringWriter();
        payments(text);
        return text.toString();
    }

    private static void toFile(Path file, Consumer<Writer> content) {
        try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            content.accept(writer);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static <T> void write(
            Writer target,
            Set<CsvField> fields,
            Iterable<T> rows,
            Function<T, Function<CsvField, @Nullable Object>> cells) {
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(target);
        csv.writeRecord(fields.stream().map(CsvField::code).toList());
        for (T row : rows) {
            Function<CsvField, @Nullable Object> cell = cells.apply(row);
            csv.writeRecord(
                    fields.stream().map(field -> text(field, cell.apply(field))).toList());
        }
        try {
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(CsvField field, @Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        return switch (field.kind()) {
            case ID -> Formulas.guarded(text);
            case TEXT -> WritePlan.holds(CsvField.Kind.TEXT, text) ? Formulas.guarded(text) : "";
            case DATE, CURRENCY, AMOUNT, TYPE, FLAG -> text;
        };
    }

    private @Nullable Object cell(Document document, CsvField field) {
        Customer customer = plan.customer(document.customerId());
        return switch (field) {
            case INVOICE_ID -> document.id();
            case CUSTOMER_ID -> document.customerId();
            case CUSTOMER_NAME -> customer == null || customer.name().equals(customer.id()) ? null : customer.name();
            case COUNTRY -> customer == null ? null : customer.attributes().get(Customer.COUNTRY);
            case SEGMENT -> customer == null ? null : customer.attributes().get(Customer.SEGMENT);
            case TYPE -> document.kind().code().replace('-', '_').toUpperCase(Locale.ROOT);
            case ISSUE_DATE -> document.issueDate();
            case DUE_DATE -> document.instalments().get(0).dueDate();
            case DELIVERY_DATE -> document.deliveryDate().orElse(null);
            case POSTING_DATE -> document.postingDate();
            case CURRENCY -> document.gross().currency().getCurrencyCode();
            case AMOUNT -> plain(document.gross());
            case TAX_AMOUNT -> document.tax().isZero() ? null : plain(document.tax());
            case SETTLED_DATE -> plan.settledDate(document);
            case DISPUTED -> plan.isDisputed(document) ? "yes" : null;
            case REFERENCE -> document.reference().orElse(null);
            case TERMS -> document.terms().orElse(null);
            // a file that is written has one amount, and payments of their own
            case STATUS, CREDIT_AMOUNT, OPEN_AMOUNT, PAYMENT_ID, DATE -> null;
        };
    }

    private @Nullable Object cell(Payment payment, CsvField field) {
        return switch (field) {
            case PAYMENT_ID -> payment.id();
            case INVOICE_ID -> plan.paidDocument(payment);
            case CUSTOMER_ID -> payment.customerId();
            case DATE -> payment.date();
            case CURRENCY -> payment.amount().currency().getCurrencyCode();
            case AMOUNT -> plain(payment.amount());
            case REFERENCE -> payment.reference();
            default -> null;
        };
    }

    private static String plain(Money amount) {
        return amount.amount().toPlainString();
    }
}
