package io.receivables.metrics.aging;

import io.receivables.core.ledger.Accounts;
import io.receivables.core.ledger.LedgerColumns;
import java.time.LocalDate;

/** The places of a ledger as the oldest item is chosen among them. */
record AgedPlaces(LedgerColumns columns, AgingBasis basis) {
    /** The day from which the age of a place is counted. */
    int since(int place) {
        return basis.day(columns.accounts(), place);
    }

    /** Of two places of one age the one whose id comes first. */
    int first(int a, int b) {
        return item(a).compareTo(item(b)) <= 0 ? a : b;
    }

    OldestItem item(int place) {
        Accounts accounts = columns.accounts();
        return new OldestItem(
                columns.id(accounts.row(place)), accounts.instalment(place), LocalDate.ofEpochDay(since(place)));
    }
}
