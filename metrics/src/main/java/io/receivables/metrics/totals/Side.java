package io.receivables.metrics.totals;

/** What is owed by customers, and what is owed to them. They are never netted. */
enum Side {
    DEBITS,
    CREDITS
}
