package io.receivables.benchmarks;

import java.util.List;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The synthetic ledger in records. */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH fills it
public class RecordLedger {
    @Param({"100000", "1000000"})
    public int rows;

    List<InvoiceRow> records;

    static RecordLedger of(int rows) {
        RecordLedger state = new RecordLedger();
        state.rows = rows;
        state.build();
        return state;
    }

    @Setup
    public void build() {
        records = SyntheticLedger.of(rows).records();
    }
}
