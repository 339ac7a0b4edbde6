package io.receivables.files;

import io.receivables.core.Problem;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;

/**
 * The mapping document: how invoice and payment files are laid out. Its JSON form is described at {@link
 * io.receivables.files}; {@code CsvMapping.parse(mapping.toJson())} is equal to {@code mapping}.
 *
 * <pre>{@code
 * CsvMapping mapping = CsvMapping.of(CsvLayout.canonical()
 *         .withColumn(CsvField.INVOICE_ID, "Invoice No")
 *         .withColumn(CsvField.AMOUNT, "Total")
 *         .withConstant(CsvField.CURRENCY, "EUR")
 *         .withDateFormats("d/M/yyyy"));
 * }</pre>
 *
 * @param invoices the layout of invoice files
 * @param payments the layout of payment files; without a constant for the currency it has that of the invoice files
 */
public record CsvMapping(CsvLayout invoices, CsvLayout payments) {
    private static final CsvMapping CANONICAL = new CsvMapping(CsvLayout.canonical(), CsvLayout.canonical());

    /**
     * @throws CsvException if a layout names a field that its file does not have, or gives an identifier as a constant
     */
    public CsvMapping {
        check(invoices, "", CsvField.ofInvoices(), CsvField.INVOICE_ID);
        check(payments, "payments.", CsvField.ofPayments(), CsvField.PAYMENT_ID);
        String currency = invoices.constants().get(CsvField.CURRENCY);
        if (currency != null && !payments.constants().containsKey(CsvField.CURRENCY)) {
            payments = payments.withConstant(CsvField.CURRENCY, currency);
        }
    }

    private static void check(CsvLayout layout, String prefix, Set<CsvField> known, CsvField ownId) {
        layout.columns().keySet().forEach(field -> known(known, field.code(), prefix + "columns"));
        layout.constants().keySet().forEach(field -> known(known, field.code(), prefix + "constants"));
        CsvLayout.require(
                !layout.constants().containsKey(ownId),
                prefix + "constants." + ownId.code(),
                layout.constants().getOrDefault(ownId, ""),
                "no-constant");
    }

    /** The field of a name, if it is one of those known. */
    static CsvField known(Set<CsvField> known, String name, String key) {
        return CsvField.find(name).filter(known::contains).orElseThrow(() -> {
            var codes = known.stream().map(CsvField::code).toList();
            return new CsvException(Problem.of(
                    CsvProblem.UNKNOWN_FIELD,
                    "key",
                    key,
                    Problem.VALUE,
                    Text.shown(name),
                    "nearest",
                    Text.nearest(name, codes),
                    "known",
                    String.join(", ", codes)));
        });
    }

    /** Canonical headers and default settings in both files. */
    public static CsvMapping canonical() {
        return CANONICAL;
    }

    /** A layout for invoice files; payment files have canonical headers and are otherwise written in the same way. */
    public static CsvMapping of(CsvLayout invoices) {
        return new CsvMapping(invoices, invoices.canonicalColumns());
    }

    public CsvMapping withInvoices(CsvLayout layout) {
        return new CsvMapping(layout, payments);
    }

    public CsvMapping withPayments(CsvLayout layout) {
        return new CsvMapping(invoices, layout);
    }

    /**
     * Reads a mapping document, UTF-8.
     *
     * @throws CsvException if it cannot be used; it names key, value and fix
     * @throws UncheckedIOException if the file cannot be read
     */
    public static CsvMapping read(Path file) {
        Path name = Objects.requireNonNullElse(file.getFileName(), file);
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return read(reader);
        } catch (CsvException e) {
            throw e.in(Text.shown(name.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException("mapping " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Reads a mapping document; the reader is not closed.
     *
     * @throws CsvException if it cannot be used; it names key, value and fix
     * @throws UncheckedIOException if the reader fails
     */
    public static CsvMapping read(Reader reader) {
        return MappingJson.read(reader);
    }

    /**
     * Reads a mapping document.
     *
     * @throws CsvException if it cannot be used; it names key, value and fix
     */
    public static CsvMapping parse(String json) {
        return read(new StringReader(json));
    }

    /** The mapping document of this mapping, with all settings stated. */
    public String toJson() {
        return MappingJson.write(this);
    }

    /**
     * Writes {@link #toJson()} to a file, UTF-8.
     *
     * @throws UncheckedIOException if the file cannot be written
     */
    public void write(Path file) {
        try {
            Files.writeString(file, toJson(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("mapping " + file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
