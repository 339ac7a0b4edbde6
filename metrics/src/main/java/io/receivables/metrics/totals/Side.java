package io.receivables.metrics.totals;

/** What is owed by customers, and what is owed to them. They are never netted: an excess of one is the other. */
enum Side {
    DEBITS,
    CREDITS;

    Side other() {
        return this == DEBITS ? CREDITS : DEBITS;
    }
}
