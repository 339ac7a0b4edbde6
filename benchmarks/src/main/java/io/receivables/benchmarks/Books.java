package io.receivables.benchmarks;

import io.receivables.core.Fact;

/** Running totals, as of {@link SyntheticLedger#TODAY}, that take facts one by one (T5). */
interface Books extends AutoCloseable {
    /** Takes a fact. */
    void apply(Fact fact);

    /** The totals of every currency, bucket and side, as of T2. */
    Answer totals();

    @Override
    default void close() {}

    /** Books that can be asked after every fact. */
    interface ReadBooks extends Books {
        /**
         * What is open in a currency, and its simple DSO over 90 days, best-possible DSO and count-back DSO by months.
         *
         * @return the open amount less credits in minor units, and the three DSOs in days
         */
        double[] read(String currency);
    }
}
