/**
 * The figures of a ledger as one self-contained HTML page, English and French, to open in a browser or to send on.
 *
 * <p>Start at {@link io.receivables.dashboard.Dashboard}.
 */
module io.receivables.dashboard {
    requires transitive io.receivables.core;
    requires io.receivables.metrics;
    requires com.fasterxml.jackson.core;
    requires static transitive org.jspecify;

    exports io.receivables.dashboard;
}
