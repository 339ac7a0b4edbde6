package io.receivables.benchmarks;

import io.receivables.core.ledger.LedgerColumns;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From an application's arrays, in the order of arrival, to a ledger that can be asked. */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@SuppressWarnings("NullAway.Init") // JMH fills it
public class BuildBenchmark {
    @Param({"1", "2"})
    public int threads;

    @Param("100000")
    public int rows;

    @Param("42")
    public long seed;

    private SyntheticLedger ledger;

    @Setup
    public void generate() {
        ledger = SyntheticLedger.of(rows, seed);
    }

    @Benchmark
    public LedgerColumns build() {
        return EnginePeer.columns(ledger, TwoThreads.workers(threads));
    }
}
