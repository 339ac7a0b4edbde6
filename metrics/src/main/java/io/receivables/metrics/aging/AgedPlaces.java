package io.receivables.metrics.aging;

import io.receivables.core.ledger.Accounts;
import io.receivables.core.ledger.LedgerColumns;
import java.time.LocalDate;

/** The places of a ledger as the oldest item is chosen among them. */
record AgedPlaces(LedgerColumns columns, AgingBasis basis) {
    /** The place that is older; of two of one age the one whose id comes first. */
    int older(int a, int b) {
        Accounts accounts = columns.accounts();
        int difference = Integer.compare(basis.day(accounts, a), basis.day(accounts, b));
        return difference < 0 || (difference == 0 && item(a).compareTo(item(b)) <= 0) ? a : b;
    }

    OldestItem item(int place) {
        Accounts accounts = columns.accounts();
        return new OldestItem(
                columns.id(accounts.row(place)),
                accounts.instalment(place),
                LocalDate.ofEpochDay(basis.day(accounts, place)));
    }
}
