package io.receivables.files;

import io.receivables.core.Money;
import io.receivables.core.Problem;
import io.receivables.core.ledger.OpenItem;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Files as texts, and what became of them in short. */
final class Given {
    static final String HEADER = "invoice_id,customer_id,issue_date,due_date,currency,amount\n";
    static final String PAYMENT_HEADER = "payment_id,invoice_id,customer_id,date,currency,amount\n";
    static final LocalDate LATE = LocalDate.parse("2030-01-01");

    private Given() {}

    static LoadedLedger invoices(String text) {
        return CsvLedgerReader.canonical()
                .invoices("invoices.csv", new StringReader(text))
                .load();
    }

    static LoadedLedger invoices(CsvMapping mapping, String text) {
        return CsvLedgerReader.with(mapping)
                .invoices("invoices.csv", new StringReader(text))
                .load();
    }

    static LoadedLedger invoicesAndPayments(String invoices, String payments) {
        return CsvLedgerReader.canonical()
                .invoices("invoices.csv", new StringReader(invoices))
                .payments("payments.csv", new StringReader(payments))
                .load();
    }

    /** What is open by id, at a day after all else; credits are negative. */
    static Map<String, Money> open(LoadedLedger loaded) {
        return open(loaded, LATE);
    }

    static Map<String, Money> open(LoadedLedger loaded, LocalDate asOf) {
        Map<String, Money> open = new TreeMap<>();
        for (OpenItem item : loaded.ledger().openItems(asOf)) {
            open.put(item.id(), item.signedOpen());
        }
        return open;
    }

    /** "line field code" of each problem. */
    static List<String> problems(LoadedLedger loaded) {
        return loaded.problems().stream().map(Given::shown).toList();
    }

    private static String shown(Problem problem) {
        return problem.attribute(Problem.LINE) + " " + problem.attribute(Problem.FIELD) + " " + problem.code();
    }
}
