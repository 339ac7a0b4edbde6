/** Home of dunning: the package is here, its first type is not written yet, so nothing is exported. */
module io.receivables.dunning {
    requires transitive io.receivables.core;
    requires static transitive org.jspecify;
}
