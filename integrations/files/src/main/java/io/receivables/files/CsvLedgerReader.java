package io.receivables.files;

import io.receivables.core.Money;
import io.receivables.core.Problem;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads invoice and payment files into a ledger. Good rows load, each bad one is among the problems with file, line,
 * field, value and code, and the counts prove that no row got lost. The format is described at {@link
 * io.receivables.files}.
 *
 * <pre>{@code
 * LoadedLedger loaded = CsvLedgerReader.with(CsvMapping.read(Path.of("mapping.json")))
 *         .defaultCurrency("EUR")
 *         .invoices(Path.of("invoices.csv"))
 *         .payments(Path.of("payments.csv"))
 *         .load();
 * loaded.ledger();
 * loaded.counts().rejected();
 * loaded.problems().forEach(System.out::println);
 * }</pre>
 */
public final class CsvLedgerReader {
    private static final int PROGRESS_STEP = 10_000;

    private final CsvMapping mapping;
    private final List<CsvSource> invoices = new ArrayList<>();
    private final List<CsvSource> payments = new ArrayList<>();
    private @Nullable Currency defaultCurrency;
    private CsvProgress progress = (file, rows) -> {};

    private CsvLedgerReader(CsvMapping mapping) {
        this.mapping = Objects.requireNonNull(mapping, "mapping");
    }

    /** A reader of files laid out as a mapping says. */
    public static CsvLedgerReader with(CsvMapping mapping) {
        return new CsvLedgerReader(mapping);
    }

    /** A reader of files with canonical headers. */
    public static CsvLedgerReader canonical() {
        return with(CsvMapping.canonical());
    }

    /**
     * The currency of files that have no currency column; it does not fill blank cells of one.
     *
     * @throws IllegalArgumentException if the code is no ISO 4217 currency
     */
    public CsvLedgerReader defaultCurrency(String code) {
        defaultCurrency = Money.currency(code);
        return this;
    }

    /** Who is told how far reading has come. */
    public CsvLedgerReader onProgress(CsvProgress listener) {
        progress = Objects.requireNonNull(listener, "listener");
        return this;
    }

    /** An invoice file. */
    public CsvLedgerReader invoices(Path file) {
        invoices.add(CsvSource.of(file));
        return this;
    }

    /** Invoices from a reader, under the name that problems are to show; the reader is closed when it was read. */
    public CsvLedgerReader invoices(String name, Reader reader) {
        invoices.add(CsvSource.of(name, reader));
        return this;
    }

    /** Invoices from bytes, under the name that problems are to show; the stream is closed when it was read. */
    public CsvLedgerReader invoices(String name, InputStream bytes) {
        invoices.add(CsvSource.of(name, bytes));
        return this;
    }

    /** A payment file. */
    public CsvLedgerReader payments(Path file) {
        payments.add(CsvSource.of(file));
        return this;
    }

    /** Payments from a reader, under the name that problems are to show; the reader is closed when it was read. */
    public CsvLedgerReader payments(String name, Reader reader) {
        payments.add(CsvSource.of(name, reader));
        return this;
    }

    /** Payments from bytes, under the name that problems are to show; the stream is closed when it was read. */
    public CsvLedgerReader payments(String name, InputStream bytes) {
        payments.add(CsvSource.of(name, bytes));
        return this;
    }

    /**
     * Reads all files, invoice files first.
     *
     * @throws CsvException if a file cannot be used as a whole: no header, a mapped header that is not in it, a mandatory
     *     column missing
     * @throws UncheckedIOException if a file cannot be read
     * @throws IllegalStateException if no file was given
     */
    public LoadedLedger load() {
        if (invoices.isEmpty() && payments.isEmpty()) {
            throw new IllegalStateException("no file to read: give invoices or payments");
        }
        Tally tally = new Tally();
        InvoiceRows invoiceRows = new InvoiceRows(mapping.invoices(), defaultCurrency, tally);
        PaymentRows paymentRows = new PaymentRows(invoiceRows, defaultCurrency, tally);
        invoices.forEach(source -> read(source, mapping.invoices(), CsvField.ofInvoices(), invoiceRows, tally));
        payments.forEach(source -> read(source, mapping.payments(), CsvField.ofPayments(), paymentRows, tally));
        return new LedgerAssembly(invoiceRows, paymentRows, tally).assemble();
    }

    private void read(CsvSource source, CsvLayout layout, Set<CsvField> known, RowTaker taker, Tally tally) {
        try (RowReader reader = new RowReader(source, layout)) {
            List<String> header = reader.header();
            if (header == null) {
                throw new CsvException(Problem.of(CsvProblem.EMPTY_FILE, Problem.FILE, source.name()));
            }
            Columns columns = new Columns(source.name(), layout, known, header);
            taker.check(columns);
            reader.want(columns.used());
            int rows = rows(new Row(columns, reader, tally), reader, taker, tally);
            progress.read(source.name(), rows);
            if (rows == 0) {
                tally.report(Problem.of(CsvProblem.NO_ROWS, Problem.FILE, source.name()));
            }
        }
    }

    private int rows(Row row, RowReader reader, RowTaker taker, Tally tally) {
        int rows = 0;
        while (reader.next()) {
            tally.met();
            row.reset();
            tally.decided(fate(row, reader, taker));
            rows++;
            if (rows % PROGRESS_STEP == 0) {
                progress.read(row.columns().file(), rows);
            }
        }
        return rows;
    }

    private static Tally.Fate fate(Row row, RowReader reader, RowTaker taker) {
        return switch (reader.outcome()) {
            case READ -> taker.take(row);
            case WRONG_NUMBER_OF_CELLS -> {
                row.rejectWhole(
                        CsvProblem.WRONG_NUMBER_OF_CELLS, "cells", reader.cellCount(), "columns", reader.columnCount());
                yield Tally.Fate.REJECTED;
            }
            case MALFORMED -> {
                row.rejectWhole(CsvProblem.MALFORMED_ROW);
                yield Tally.Fate.REJECTED;
            }
        };
    }
}
