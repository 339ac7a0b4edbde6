package io.receivables.metrics.aging;

import io.receivables.core.ledger.Accounts;
import io.receivables.core.ledger.LedgerColumns;
import java.time.LocalDate;

/**
 * The places of a ledger as the oldest item is chosen among them: the one with the earliest day, and of several the one
 * whose id comes first. Comparing ids takes long. So a pass keeps in one {@code long} the earliest day, a place of that day,
 * and whether the account has another such place; ids are looked at when it is told.
 */
record AgedPlaces(LedgerColumns columns, AgingBasis basis) {
    /** No place: later than any. */
    static final long NONE = Long.MAX_VALUE;

    private static final long TIED = 1L << (Integer.SIZE - 1);

    /** A place and the day from which its age is counted. */
    static long of(int since, int place) {
        return ((long) since << Integer.SIZE) | place;
    }

    /** The day from which the age is counted. */
    static int since(long aged) {
        return (int) (aged >> Integer.SIZE);
    }

    private static int place(long aged) {
        return (int) (aged & (TIED - 1));
    }

    /** Of two places of one account the older one, tied if both are as old. */
    static long older(long a, long b) {
        return Math.min(a, b) | (since(a) == since(b) ? TIED : 0);
    }

    /** The same, or of tied places of an account the one whose id comes first. */
    long untied(long aged, int account, int day) {
        if ((aged & TIED) == 0 || aged == NONE) {
            return aged;
        }
        Accounts accounts = columns.accounts();
        long first = NONE;
        for (int period = 0; period < accounts.periods() && accounts.settledBy(period) > day; period++) {
            int run = accounts.run(account, period);
            int end = run < 0 ? 0 : accounts.end(run);
            for (int place = run < 0 ? 0 : accounts.start(run); place < end; place++) {
                boolean tied = basis.day(accounts, place) == since(aged)
                        && accounts.isDebit(place)
                        && accounts.openAt(place, day) > 0;
                first = tied ? first(first, of(since(aged), place)) : first;
            }
        }
        return first;
    }

    /** Of two places of one day, neither tied, the one whose id comes first. */
    long first(long a, long b) {
        return a == NONE ? b : item(a).compareTo(item(b)) <= 0 ? a : b;
    }

    /** The item of a place that is not tied. */
    OldestItem item(long aged) {
        Accounts accounts = columns.accounts();
        return new OldestItem(
                columns.id(accounts.row(place(aged))),
                accounts.instalment(place(aged)),
                LocalDate.ofEpochDay(since(aged)));
    }
}
