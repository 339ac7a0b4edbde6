package io.receivables.examples.report;

import io.receivables.core.FactKind;
import io.receivables.core.Loaded;
import io.receivables.core.Problem;
import io.receivables.core.ledger.Ledger;
import io.receivables.files.LoadedLedger;
import java.util.List;

/**
 * What the report is about.
 *
 * @param ledger the ledger
 * @param items what the files held
 * @param problems what was wrong with them, or deserves a look
 */
public record Source(Ledger ledger, Items items, List<Problem> problems) {
    public Source {
        problems = List.copyOf(problems);
    }

    /**
     * What the files held, whatever its date.
     *
     * @param invoices accepted invoices and debit notes
     * @param creditNotes accepted credit notes
     * @param payments accepted rows of the payment file, or payments of a ledger that comes from no file
     * @param rejected rows that were left out
     * @param duplicates rows that only repeated an accepted one
     */
    public record Items(int invoices, int creditNotes, int payments, int rejected, int duplicates) {}

    /** What was read from files. */
    public static Source of(LoadedLedger loaded) {
        LoadedLedger.Counts counts = loaded.counts();
        return new Source(
                loaded.ledger(),
                new Items(
                        counts.invoices(),
                        counts.creditNotes(),
                        counts.payments(),
                        counts.rejected(),
                        counts.duplicates()),
                loaded.problems());
    }

    /** A ledger made from facts. */
    public static Source of(Loaded<Ledger> loaded) {
        Ledger ledger = loaded.value();
        return new Source(
                ledger,
                new Items(
                        count(ledger, FactKind.INVOICE) + count(ledger, FactKind.DEBIT_NOTE),
                        count(ledger, FactKind.CREDIT_NOTE),
                        count(ledger, FactKind.PAYMENT),
                        loaded.errors().size(),
                        0),
                loaded.problems());
    }

    private static int count(Ledger ledger, FactKind kind) {
        return (int) ledger.facts().stream().filter(fact -> fact.kind() == kind).count();
    }
}
