package io.receivables.benchmarks;

import io.receivables.core.Customer;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.cash.BankStatement;
import io.receivables.core.cash.CashApplication;
import io.receivables.core.cash.CashBook;
import io.receivables.core.cash.CashOptions;
import io.receivables.core.cash.CashRun;
import io.receivables.core.cash.LineOutcome;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.LedgerBuilder;
import io.receivables.statements.StatementReader;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A day's statement against the open items: each line names its invoice, half of them in a text. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@SuppressWarnings("NullAway.Init") // JMH fills it
public class CashBenchmark {
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 4);
    private static final int CUSTOMERS = 1_000;

    @Param("10000")
    public int lines;

    @Param("100000")
    public int openItems;

    private Ledger ledger;
    private List<BankStatement> statements;

    @Setup
    public void prepare() {
        LedgerBuilder builder = Ledger.builder();
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            builder.customer(Customer.of("C" + customer, "Customer " + customer));
        }
        for (int item = 0; item < openItems; item++) {
            Money gross = Money.ofMinor(BankFiles.cents(item), Money.currency("EUR"));
            builder.invoice(Invoice.of(BankFiles.invoice(item), "C" + item % CUSTOMERS, TODAY.minusDays(40), gross));
        }
        ledger = builder.build();
        statements = StatementReader.standard()
                .readAll(BankFiles.camt053(lines))
                .value()
                .statements();
    }

    static CashBenchmark of(int lines, int openItems) {
        CashBenchmark benchmark = new CashBenchmark();
        benchmark.lines = lines;
        benchmark.openItems = openItems;
        benchmark.prepare();
        return benchmark;
    }

    /** The number of lines that paid an invoice. */
    @Benchmark
    public long apply() {
        CashRun run = CashApplication.of(ledger, CashBook.empty(), statements, CashOptions.standard(TODAY));
        return run.of(LineOutcome.Result.APPLIED).size();
    }
}
