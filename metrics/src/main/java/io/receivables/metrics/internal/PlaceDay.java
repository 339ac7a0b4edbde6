package io.receivables.metrics.internal;

import io.receivables.core.ledger.Accounts;

/** One of the days of a place, such as {@code Accounts::dueDay}. */
@FunctionalInterface
public interface PlaceDay {
    int of(Accounts accounts, int place);
}
