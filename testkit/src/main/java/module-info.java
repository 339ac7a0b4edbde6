/**
 * Arbitraries of the receivables domain and invariants of the ledger, for property tests with jqwik.
 *
 * <p>Start at {@link io.receivables.testkit.ReceivablesArbitraries} and {@link
 * io.receivables.testkit.ReceivablesDomain}.
 */
module io.receivables.testkit {
    requires transitive io.receivables.core;
    requires transitive net.jqwik.api;
    requires static transitive org.jspecify;

    exports io.receivables.testkit;

    provides net.jqwik.api.SampleReportingFormat with
            io.receivables.testkit.internal.JavaSourceFormat;
}
