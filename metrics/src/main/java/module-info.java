/** Business measures of receivables: aged balance, DSO and the figures of a collections team. */
module io.receivables.metrics {
    requires transitive io.receivables.core;
    requires static transitive org.jspecify;

    exports io.receivables.metrics;
    exports io.receivables.metrics.aging;
    exports io.receivables.metrics.collection;
    exports io.receivables.metrics.dso;
    exports io.receivables.metrics.efficiency;
    exports io.receivables.metrics.totals;
}
