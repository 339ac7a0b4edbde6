/** Dunning: policies, cases, runs and letters. {@link io.receivables.dunning} tells where to begin. */
module io.receivables.dunning {
    requires transitive io.receivables.core;
    requires static transitive org.jspecify;
    requires com.samskivert.jmustache;

    exports io.receivables.dunning;
    exports io.receivables.dunning.cases;
    exports io.receivables.dunning.desk;
    exports io.receivables.dunning.letters;
    exports io.receivables.dunning.policy;
}
