package io.receivables.files;

import io.receivables.core.Problem;
import io.receivables.core.ledger.Ledger;
import java.util.List;
import java.util.Objects;

/**
 * A ledger read from files, with what became of their rows.
 *
 * @param ledger the ledger of all good rows
 * @param counts what became of the rows
 * @param problems errors (rows left out) and warnings (rows taken over): those of the files in the order of their rows,
 *     then those of the ledger
 */
public record LoadedLedger(Ledger ledger, Counts counts, List<Problem> problems) {
    public LoadedLedger {
        Objects.requireNonNull(ledger, "ledger");
        Objects.requireNonNull(counts, "counts");
        problems = List.copyOf(problems);
    }

    /** The problems that kept a row out. */
    public List<Problem> errors() {
        return problems.stream().filter(Problem::isError).toList();
    }

    /** The problems that only deserve a look. */
    public List<Problem> warnings() {
        return problems.stream().filter(problem -> !problem.isError()).toList();
    }

    /**
     * What became of the rows of all files. Each row is counted once when it is met ({@code rows}) and once when it is
     * decided on, so that {@link #addUp()} says whether any got lost.
     *
     * @param rows rows met, headers, headings and blank rows apart
     * @param invoices accepted invoices and debit notes
     * @param creditNotes accepted credit notes
     * @param payments accepted rows of payment files and of type {@code PAYMENT}; payments made from a {@code settled_date}
     *     or an {@code open_amount} are not among them
     * @param rejected rows that were left out, each for at least one error among the problems
     * @param duplicates rows that only repeat an accepted one
     * @param passedOver rows that hold no data (titles, totals, the header once more) or are of type {@code IGNORED}, each
     *     for a warning among the problems
     */
    public record Counts(
            int rows, int invoices, int creditNotes, int payments, int rejected, int duplicates, int passedOver) {

        /** The rows that became facts. */
        public int accepted() {
            return invoices + creditNotes + payments;
        }

        /** Whether every row was accepted, rejected, a duplicate or passed over. */
        public boolean addUp() {
            return rows == accepted() + rejected + duplicates + passedOver;
        }
    }
}
