/** Runnable programs on top of the libraries. Not published. */
module io.receivables.examples {
    requires com.fasterxml.jackson.databind;
    requires io.receivables.files;
    requires io.receivables.metrics;
    requires static transitive org.jspecify;

    exports io.receivables.examples;
}
