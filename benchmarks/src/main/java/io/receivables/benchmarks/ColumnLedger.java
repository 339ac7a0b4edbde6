package io.receivables.benchmarks;

import io.receivables.core.ledger.Ledger;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The synthetic ledger in columns. */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH fills it
public class ColumnLedger {
    @Param({"100000", "1000000"})
    public int rows;

    Ledger ledger;

    static ColumnLedger of(int rows) {
        ColumnLedger state = new ColumnLedger();
        state.rows = rows;
        state.build();
        return state;
    }

    @Setup
    public void build() {
        ledger = SyntheticLedger.of(rows).ledger();
    }
}
