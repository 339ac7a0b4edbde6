package io.receivables.files;

import io.receivables.core.Problem;
import io.receivables.core.ledger.IdIndex;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.LedgerColumns;
import io.receivables.core.ledger.Workers;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads an invoice file and a payment file with canonical columns straight into the columns of a ledger: no object is made for
 * a row. For files of millions of rows; {@link CsvLedgerReader} reads all others, and keeps the facts.
 *
 * <pre>{@code
 * LoadedLedger loaded = ColumnarCsv.of(Path.of("invoices.csv"))
 *         .payments(Path.of("payments.csv"))
 *         .load(Workers.on(executor, 2));
 * AgedBalance balance = Aging.of(loaded.ledger(), AgingOptions.standard(asOf));
 * }</pre>
 *
 * <p>What is read is what {@link CsvLedgerReader#canonical()} reads: the same rows are taken over, the same ones are left out
 * with the same problems, and the ledger gives the same figures. It differs in these points:
 *
 * <ul>
 *   <li>The ledger is made {@linkplain Ledger#ofColumns of columns} and holds no facts: no
 *       references, terms and delivery dates, and what payments settle is a settlement on the document's row. A payment has a
 *       row of its own only where some of it is unapplied cash at the end of some day: because it comes before the document,
 *       exceeds it or names none. {@link #keepingPayments} gives every payment its row.
 *   <li>UTF-8 only, and none of the columns {@code status}, {@code credit_amount} and {@code open_amount}: such a file is refused
 *       by a {@link CsvException} that names what is in the way, and so are amounts that come to more than can be added up.
 *   <li>Problems come file by file in the order of their lines, then those of the ledger in the order of theirs.
 * </ul>
 *
 * <p>Rows in which every cell is written in the usual way ({@code 2026-01-05}, {@code 1234.50}, no doubled quotes) are read
 * from their bytes. Any other row goes through the same code as those of {@link CsvLedgerReader}, and takes as long as there.
 */
public final class ColumnarCsv {
    private static final List<CsvField> REFUSED =
            List.of(CsvField.STATUS, CsvField.CREDIT_AMOUNT, CsvField.OPEN_AMOUNT);
    private static final int PROBLEMS_KEPT = 100_000;
    private static final int BYTES_OF_A_DOCUMENT = 64;

    private final Path invoices;
    private @Nullable Path payments;
    private boolean keepingPayments;
    private int problemsKept = PROBLEMS_KEPT;
    private int partSize = PartedFile.PART_SIZE;

    private ColumnarCsv(Path invoices) {
        this.invoices = Objects.requireNonNull(invoices, "invoices");
    }

    /** A reader of an invoice file with canonical headers, in any order. */
    public static ColumnarCsv of(Path invoices) {
        return new ColumnarCsv(invoices);
    }

    /** The payment file. */
    public ColumnarCsv payments(Path file) {
        payments = Objects.requireNonNull(file, "payments");
        return this;
    }

    /**
     * Gives every payment a row of its own, as {@link CsvLedgerReader} does, also where it settles its document on its own day
     * and is never open. Figures of amounts do not need these rows; who counts payments, or matches them with promises
     * to pay, does.
     */
    public ColumnarCsv keepingPayments() {
        keepingPayments = true;
        return this;
    }

    /**
     * How many problems are kept, 100,000 unless stated; of what comes after them only the number is reported.
     *
     * @throws IllegalArgumentException if the number is below zero
     */
    public ColumnarCsv keepingProblems(int most) {
        if (most < 0) {
            throw new IllegalArgumentException("most " + most + " is below zero");
        }
        problemsKept = most;
        return this;
    }

    /** How many bytes one task reads, and of how many bytes the documents are that one task settles. */
    ColumnarCsv inPartsOf(int bytes) {
        partSize = bytes;
        return this;
    }

    /**
     * Reads both files. The result does not depend on the number of threads.
     *
     * @throws CsvException if a file cannot be used as a whole: no header, a column missing, or one that is not read here
     * @throws UncheckedIOException if a file cannot be read
     * @throws java.util.concurrent.CancellationException if the workers were stopped
     */
    public LoadedLedger load(Workers workers) {
        Tally tally = new Tally(problemsKept);
        LedgerColumns.Builder columns = read(tally, workers); // nothing else of the files is held any more
        return new LoadedLedger(Ledger.ofColumns(columns.build(workers)), tally.counts(), tally.problems());
    }

    private LedgerColumns.Builder read(Tally tally, Workers workers) {
        try (PartedFile<DocumentPart> file = open(invoices, tally)) {
            file.read(DocumentPart::new, partSize, workers);
            DocumentColumns documents = new DocumentColumns(file, tally, workers);
            tally.sortByLine(0);
            return payments == null
                    ? assemble(documents, new PaymentColumns(documents, tally), tally, workers)
                    : read(payments, documents, tally, workers);
        }
    }

    private LedgerColumns.Builder read(Path path, DocumentColumns documents, Tally tally, Workers workers) {
        int before = tally.kept();
        RowTaker taker = new PaymentRows(documents.view(), null, tally);
        try (PartedFile<PaymentPart> file = new PartedFile<>(path, CsvField.ofPayments(), taker, tally)) {
            IdIndex customers = IdIndex.of(documents.customerIds(), workers);
            file.read(columns -> new PaymentPart(columns, documents, customers), partSize, workers);
            PaymentColumns columns = new PaymentColumns(file, documents, tally, workers);
            tally.sortByLine(before);
            return assemble(documents, columns, tally, workers);
        }
    }

    private LedgerColumns.Builder assemble(
            DocumentColumns documents, PaymentColumns columns, Tally tally, Workers workers) {
        int block = Math.max(1, partSize / BYTES_OF_A_DOCUMENT);
        return new ColumnarAssembly(documents, columns, keepingPayments, block, tally).assemble(workers);
    }

    private static PartedFile<DocumentPart> open(Path path, Tally tally) {
        // with a day for open amounts, so that their column is refused below as what it is
        RowTaker taker = new InvoiceRows(CsvLayout.canonical(), null, LocalDate.MAX, tally);
        PartedFile<DocumentPart> file = new PartedFile<>(path, CsvField.ofInvoices(), taker, tally);
        for (CsvField field : REFUSED) {
            if (file.columns().hasColumn(field)) {
                file.close();
                throw new CsvException(Problem.of(
                        CsvProblem.NOT_COLUMNAR,
                        Problem.FILE,
                        file.columns().file(),
                        Problem.FIELD,
                        "column",
                        Problem.VALUE,
                        field.code()));
            }
        }
        return file;
    }
}
