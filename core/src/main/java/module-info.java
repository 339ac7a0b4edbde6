/**
 * The domain model of receivables and the ledger that answers, as of any date, what customers owe.
 *
 * <p>Start at {@link io.receivables.core.Invoice}, {@link io.receivables.core.Payment} and {@link
 * io.receivables.core.ledger.Ledger}; drafts for data that comes from outside are in {@code io.receivables.core.draft}.
 */
module io.receivables.core {
    requires transitive jakarta.validation;
    requires static transitive org.jspecify;

    exports io.receivables.core;
    exports io.receivables.core.cash;
    exports io.receivables.core.collection;
    exports io.receivables.core.completeness;
    exports io.receivables.core.discount;
    exports io.receivables.core.draft;
    exports io.receivables.core.interest;
    exports io.receivables.core.ledger;
    exports io.receivables.core.reference;
    exports io.receivables.core.terms;

    // a validator reads the components of drafts
    opens io.receivables.core.draft;
}
