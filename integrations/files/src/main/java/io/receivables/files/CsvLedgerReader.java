package io.receivables.files;

import io.receivables.core.Money;
import io.receivables.core.Problem;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
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
    /** Titles and dates of the export stand above the header, but not pages of them. */
    private static final int LAST_HEADER_ROW = 50;

    private static final int PROBLEMS_KEPT = 100_000;

    private final CsvMapping mapping;
    private final List<CsvSource> invoices = new ArrayList<>();
    private final List<CsvSource> payments = new ArrayList<>();
    private @Nullable Currency defaultCurrency;
    private @Nullable LocalDate openOn;
    private RejectedFile.@Nullable Target rejected;
    private int problemsKept = PROBLEMS_KEPT;
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
     * A mapping for an invoice file of an unknown system, with the questions that the file leaves open.
     *
     * @throws CsvException if the file is no table of text with a header
     * @throws UncheckedIOException if it cannot be read
     */
    public static MappingProposal proposeMapping(Path invoices) {
        return MappingProposal.of(invoices, null, MappingHints.none());
    }

    /** The same where something is known of the file. */
    public static MappingProposal proposeMapping(Path invoices, MappingHints hints) {
        return MappingProposal.of(invoices, null, hints);
    }

    /** The same for an invoice file and a payment file. */
    public static MappingProposal proposeMapping(Path invoices, Path payments, MappingHints hints) {
        return MappingProposal.of(invoices, Objects.requireNonNull(payments, "payments"), hints);
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

    /**
     * The day at whose end the open amounts of the invoice files held, where the mapping does not say it: most often the
     * day of the export.
     */
    public CsvLedgerReader openOn(LocalDate day) {
        openOn = Objects.requireNonNull(day, "day");
        return this;
    }

    /**
     * How many problems are kept, 100,000 unless stated: of what comes after them only the number is reported, so that a
     * file of nothing but mistakes does not fill the memory.
     *
     * @throws IllegalArgumentException if the number is below zero
     */
    public CsvLedgerReader keepingProblems(int most) {
        if (most < 0) {
            throw new IllegalArgumentException("most " + most + " is below zero");
        }
        problemsKept = most;
        return this;
    }

    /**
     * Writes the rows that are left out into a folder, which is made if it is not there: what was wrong in {@code a.csv} is in
     * {@code a-rejected.csv}. See {@link #rejectedRows(RejectedRows, Locale)}.
     */
    public CsvLedgerReader rejectedRows(Path folder, Locale language) {
        return rejectedRows(RejectedFile.in(folder), language);
    }

    /**
     * Writes the rows that are left out, to be mended and read with the same mapping: the header of their file and their
     * cells, after three columns of their own ({@code rejected_line}, {@code rejected_because} and, for a row that cannot be
     * cut into cells, {@code rejected_text}). The text is to be encoded as UTF-8; it starts with a byte order mark, and
     * no cell starts a formula. Reading both the file and its mended rows gives the whole.
     *
     * @param language English, or French where its language is French
     */
    public CsvLedgerReader rejectedRows(RejectedRows rows, Locale language) {
        rejected = new RejectedFile.Target(
                Objects.requireNonNull(rows, "rows"), Objects.requireNonNull(language, "language"));
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
     *     column missing, open amounts of which the day is not stated
     * @throws UncheckedIOException if a file cannot be read
     * @throws IllegalStateException if no file was given
     */
    public LoadedLedger load() {
        if (invoices.isEmpty() && payments.isEmpty()) {
            throw new IllegalStateException("no file to read: give invoices or payments");
        }
        Tally tally = new Tally(problemsKept);
        InvoiceRows invoiceRows = new InvoiceRows(mapping.invoices(), defaultCurrency, openOn, tally);
        PaymentRows paymentRows = new PaymentRows(invoiceRows, defaultCurrency, tally);
        invoices.forEach(source -> read(source, mapping.invoices(), CsvField.ofInvoices(), invoiceRows, tally));
        payments.forEach(source -> read(source, mapping.payments(), CsvField.ofPayments(), paymentRows, tally));
        return new LedgerAssembly(invoiceRows, paymentRows, tally).assemble();
    }

    private void read(CsvSource source, CsvLayout layout, Set<CsvField> known, RowTaker taker, Tally tally) {
        try (RowReader reader = new RowReader(source, layout, rejected != null)) {
            Columns columns = columns(source.name(), layout, known, reader, taker, tally);
            reader.want(columns.used());
            int rows = rows(columns, reader, taker, tally);
            progress.read(source.name(), rows);
            if (rows == 0) {
                tally.report(Problem.of(CsvProblem.NO_ROWS, Problem.FILE, source.name()));
            }
        }
    }

    /** The columns by the first row that has all headers that are needed; what stands above it is passed over. */
    static Columns columns(
            String file, CsvLayout layout, Set<CsvField> known, RowCursor reader, RowTaker taker, Tally tally) {
        List<Problem> above = new ArrayList<>();
        CsvException first = null;
        while (above.size() < LAST_HEADER_ROW && reader.next()) {
            try {
                Columns columns = new Columns(file, layout, known, reader.header());
                taker.check(columns);
                above.forEach(line -> passOver(line, tally));
                return columns;
            } catch (CsvException e) {
                first = first == null ? e : first;
            }
            above.add(Problem.of(
                    CsvProblem.TEXT_LINE,
                    Problem.FILE,
                    file,
                    Problem.LINE,
                    reader.line(),
                    Problem.FIELD,
                    "",
                    Problem.VALUE,
                    Text.shown(reader.lead())));
        }
        throw first == null ? new CsvException(Problem.of(CsvProblem.EMPTY_FILE, Problem.FILE, file)) : first;
    }

    private static void passOver(Problem line, Tally tally) {
        tally.met();
        tally.decided(Tally.Fate.PASSED_OVER);
        tally.report(line);
    }

    private int rows(Columns columns, RowReader reader, RowTaker taker, Tally tally) {
        if (rejected == null) {
            return rows(new Row(columns, reader, tally, null), reader, taker, tally, null);
        }
        try (RejectedFile file = new RejectedFile(rejected, reader, columns)) {
            return rows(new Row(columns, reader, tally, file), reader, taker, tally, file);
        }
    }

    private int rows(Row row, RowReader reader, RowTaker taker, Tally tally, @Nullable RejectedFile file) {
        int rows = 0;
        while (reader.next()) {
            if (isHeading(row, reader)) {
                reader.startHeading();
                continue;
            }
            tally.met();
            row.reset();
            Tally.Fate fate = fate(row, reader, taker);
            tally.decided(fate);
            if (file != null && fate == Tally.Fate.REJECTED) {
                file.write();
            }
            rows++;
            if (rows % PROGRESS_STEP == 0) {
                progress.read(row.columns().file(), rows);
            }
        }
        return rows;
    }

    private static boolean isHeading(Row row, RowReader reader) {
        return reader.outcome() == RowCursor.Outcome.LONE_TEXT
                && row.columns().layout().headings().isPresent()
                && !NonData.isTotal(reader.lead());
    }

    static Tally.Fate fate(Row row, RowCursor reader, RowTaker taker) {
        return switch (reader.outcome()) {
            case READ -> row.isTotal(taker.marks()) ? row.passOver(CsvProblem.TOTALS_LINE) : taker.take(row);
            case LONE_TEXT ->
                row.passOver(NonData.isTotal(reader.lead()) ? CsvProblem.TOTALS_LINE : CsvProblem.TEXT_LINE);
            case HEADER_AGAIN -> row.passOver(CsvProblem.HEADER_AGAIN);
            case WRONG_NUMBER_OF_CELLS ->
                NonData.isTotal(reader.lead()) && row.isTotal(taker.marks())
                        ? row.passOver(CsvProblem.TOTALS_LINE)
                        : row.rejectWhole(
                                CsvProblem.WRONG_NUMBER_OF_CELLS,
                                "cells",
                                reader.cellCount(),
                                "columns",
                                reader.columnCount());
            case MALFORMED -> row.rejectWhole(CsvProblem.MALFORMED_ROW);
        };
    }
}
