package io.receivables.benchmarks;

import io.receivables.core.Fact;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * T5: running totals that hold all facts of the ledger up to {@link #BEFORE} take the next ones, one by one, by their ids; some
 * are read after every fact. Afterwards the totals are compared with those of books that took the same facts.
 */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@SuppressWarnings("NullAway.Init") // JMH fills it
public class LiveBenchmark {
    /** Who keeps the books. */
    public enum Keeper {
        ENGINE,
        ENGINE_READ,
        RECORDS,
        RECORDS_READ,
        DUCKDB;

        /** Whether totals and three DSOs are read after every fact. */
        boolean reads() {
            return this == ENGINE_READ || this == RECORDS_READ;
        }

        private Books open() {
            return this == ENGINE || this == ENGINE_READ ? new EngineBooks() : new RecordBooks();
        }
    }

    /** The first of the days whose facts come one by one. */
    static final LocalDate BEFORE = SyntheticLedger.TODAY.withDayOfMonth(1);

    private static final int MOST = 10_000;

    @Param
    public Keeper keeper;

    @Param("100000")
    public int rows;

    @Param("42")
    public long seed;

    private SyntheticLedger ledger;
    private List<Fact> before;
    private List<Fact> next;
    private Books books;

    @Setup
    public void generate() {
        ledger = SyntheticLedger.of(rows, seed);
        before = ledger.facts(SyntheticLedger.FIRST_DAY, BEFORE.minusDays(1));
    }

    /** The facts to come, made anew: an application has just read the fact that it applies. */
    private List<Fact> next() {
        List<Fact> all = ledger.facts(BEFORE, SyntheticLedger.TODAY);
        return List.copyOf(all.subList(0, Math.min(MOST, all.size())));
    }

    /** How many facts one call takes. */
    static int facts(int rows, long seed) {
        return Math.min(
                MOST,
                SyntheticLedger.of(rows, seed)
                        .facts(BEFORE, SyntheticLedger.TODAY)
                        .size());
    }

    @Setup(Level.Iteration)
    public void open() {
        Books begun = keeper.open();
        before.forEach(begun::apply);
        books = keeper == Keeper.DUCKDB ? new DuckDbBooks((RecordBooks) begun) : begun;
        next = next();
    }

    @Benchmark
    public double apply() {
        return keeper.reads() ? applyAndRead((Books.ReadBooks) books) : applyAll();
    }

    private double applyAll() {
        Books taking = books;
        for (Fact fact : next) {
            taking.apply(fact);
        }
        return 0;
    }

    private double applyAndRead(Books.ReadBooks taking) {
        double sum = 0;
        int n = 0;
        for (Fact fact : next) {
            taking.apply(fact);
            String currency = SyntheticLedger.CURRENCIES.get(n++ % SyntheticLedger.CURRENCIES.size());
            for (double figure : taking.read(currency)) {
                sum += figure;
            }
        }
        return sum;
    }

    @TearDown(Level.Iteration)
    public void check() {
        RecordBooks expected = new RecordBooks();
        before.forEach(expected::apply);
        next.forEach(expected::apply);
        if (!books.totals().toString().equals(expected.totals().toString())) {
            throw new IllegalStateException("T5 of " + rows + " documents: " + keeper + " gives " + books.totals()
                    + ", records " + expected.totals());
        }
        books.close();
    }
}
