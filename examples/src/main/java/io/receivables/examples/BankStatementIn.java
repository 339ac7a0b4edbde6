package io.receivables.examples;

import io.receivables.core.Customer;
import io.receivables.core.Invoice;
import io.receivables.core.Loaded;
import io.receivables.core.Money;
import io.receivables.core.Problem;
import io.receivables.core.Severity;
import io.receivables.core.cash.BalanceCheck;
import io.receivables.core.cash.BankCharge;
import io.receivables.core.cash.BankStatement;
import io.receivables.core.cash.CashApplication;
import io.receivables.core.cash.CashBook;
import io.receivables.core.cash.CashOptions;
import io.receivables.core.cash.CashRun;
import io.receivables.core.cash.LineOutcome;
import io.receivables.core.cash.LineOutcome.Result;
import io.receivables.core.cash.LineReturn;
import io.receivables.core.ledger.Ledger;
import io.receivables.metrics.aging.AgedBucket;
import io.receivables.metrics.aging.AgedLine;
import io.receivables.metrics.aging.Aging;
import io.receivables.metrics.aging.AgingOptions;
import io.receivables.statements.StatementFile;
import io.receivables.statements.StatementReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder of what a bank sent: an intraday report, a statement, the details of a collective credit, an MT940 with a direct debit
 * that came back, and a file that is none of these. It becomes payments, a reversal and charges; what nobody can tell is left to a
 * person with what was seen; the folder once more changes nothing.
 *
 * <pre>{@code
 * mvn -q -pl examples -am compile exec:java -Dexec.mainClass=io.receivables.examples.BankStatementIn
 * }</pre>
 */
public final class BankStatementIn {
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 5);

    /** The sample, which is in the jar; a real folder is simply listed. */
    private static final List<String> SAMPLE = List.of(
            "2026-05-04-details.xml",
            "2026-05-04-noon.xml",
            "2026-05-04-statement.xml",
            "2026-05-05-order.xml",
            "2026-05-05-statement.sta");

    private final PrintStream out;

    private BankStatementIn(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] args) throws IOException {
        run(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    static void run(PrintStream out) throws IOException {
        Path folder = Files.createTempDirectory("statements");
        try {
            for (String name : SAMPLE) {
                try (InputStream file = BankStatementIn.class.getResourceAsStream("bank/" + name)) {
                    Files.write(folder.resolve(name), file.readAllBytes());
                }
            }
            new BankStatementIn(out).tell(folder);
        } finally {
            for (String name : SAMPLE) {
                Files.deleteIfExists(folder.resolve(name));
            }
            Files.delete(folder);
        }
    }

    private static Ledger ledger() {
        return Ledger.builder()
                .customer(Customer.of("MOREAU", "Moreau SARL"))
                .customer(Customer.of("WEBER", "Weber & Söhne"))
                .customer(Customer.of("ALPEN", "Alpen Sport AG"))
                .customer(Customer.of("HUBER", "Brauerei Huber KG"))
                .invoice(invoice("F-1001", "MOREAU", "1200.00", 40).withReference("RF18 5390 0754 7034"))
                .invoice(invoice("INV/2026/0007", "MOREAU", "80.50", 5))
                .invoice(invoice("F-1002", "WEBER", "300.00", 35))
                .invoice(invoice("F-1007", "WEBER", "100.00", 3))
                .invoice(invoice("F-1004", "ALPEN", "1500.00", 64))
                .invoice(invoice("F-1005", "HUBER", "400.00", 20))
                .invoice(invoice("F-1006", "HUBER", "240.00", 12))
                .build();
    }

    private static Invoice invoice(String id, String customer, String amount, int daysLate) {
        LocalDate due = TODAY.minusDays(daysLate);
        return Invoice.of(id, customer, due.minusDays(30), Money.of(amount, "EUR"))
                .dueOn(due);
    }

    private void tell(Path folder) {
        Ledger ledger = ledger();
        print("before", ledger);
        List<BankStatement> statements = read(folder);

        CashRun run = CashApplication.of(ledger, CashBook.empty(), statements, CashOptions.standard(TODAY));
        Ledger after = ledger.with(run.facts());
        CashBook book = CashBook.of(run.booked());
        print(run);
        print("after", after);

        CashRun again = CashApplication.of(after, book, statements, CashOptions.standard(TODAY));
        out.println();
        out.println("The folder once more: " + again.facts().size() + " facts, "
                + again.of(Result.DUPLICATE).size() + " bookings known");
    }

    private List<BankStatement> read(Path folder) {
        StatementReader reader = StatementReader.standard();
        List<BankStatement> statements = new ArrayList<>();
        out.println();
        out.println("Read");
        for (Path file : files(folder)) {
            Loaded<StatementFile> loaded = reader.readAll(file);
            for (BankStatement statement : loaded.value().statements()) {
                out.println(
                        "  " + file.getFileName() + ": " + statement.header().format() + ", "
                                + statement.lines().size() + " lines, " + told(statement.check()));
            }
            for (Problem problem : loaded.problems()) {
                out.println("  " + file.getFileName() + ": "
                        + (problem.severity() == Severity.ERROR ? "left out: " : "look: ") + problem.message());
            }
            statements.addAll(loaded.value().statements());
        }
        return statements;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted(Comparator.comparing(Path::toString)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String told(BalanceCheck check) {
        return check.isPossible()
                ? check.opening().orElseThrow() + " + " + check.lines().orElseThrow()
                        + (check.holds() ? " = " : " is not ") + check.closing().orElseThrow()
                : "no balances to check";
    }

    private void print(CashRun run) {
        out.println();
        out.println("Became");
        for (LineOutcome outcome : run.outcomes()) {
            switch (outcome.result()) {
                case APPLIED -> out.println("  paid " + amount(outcome) + ": " + items(outcome));
                case RETURNED -> out.println("  returned " + amount(outcome) + ": " + advice(outcome));
                case UNAPPLIED, UNIDENTIFIED, RETURN_OPEN ->
                    out.println("  " + outcome.result().code() + " " + amount(outcome) + " from "
                            + outcome.line().counterparty().name() + ": "
                            + outcome.reason().map(Problem::message).orElse(""));
                default -> {
                    // counted below
                }
            }
        }
        for (BankCharge charge : run.charges()) {
            out.println("  charge " + charge.amount() + (charge.paymentId().isEmpty() ? "" : " for a payment"));
        }
        for (Result rest : List.of(Result.DUPLICATE, Result.NOT_BOOKED, Result.NO_RECEIPT)) {
            out.println("  " + rest.code() + ": " + run.of(rest).size());
        }
    }

    private static Money amount(LineOutcome outcome) {
        return outcome.line().principal();
    }

    private static String items(LineOutcome outcome) {
        return outcome.candidates().stream()
                .map(candidate ->
                        candidate.item().id() + " by " + candidate.evidence().code())
                .collect(Collectors.joining(", "));
    }

    private static String advice(LineOutcome outcome) {
        LineReturn back = outcome.line().returned().orElseThrow();
        String account = outcome.line().counterparty().account();
        String country = account.substring(0, Math.min(2, account.length()));
        return back.reason().code() + ", " + back.reason().advice(country).code();
    }

    private void print(String when, Ledger ledger) {
        AgedLine aged = Aging.of(ledger, AgingOptions.standard(TODAY)).in("EUR");
        out.println();
        out.println("Aged balance " + when);
        for (AgedBucket bucket : aged.buckets()) {
            out.println("  " + bucket.bucket().label() + ": " + bucket.amount());
        }
        out.println("  unapplied: " + aged.unappliedCredits() + ", net: " + aged.net());
    }
}
