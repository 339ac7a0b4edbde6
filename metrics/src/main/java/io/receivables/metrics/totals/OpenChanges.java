package io.receivables.metrics.totals;

import io.receivables.core.ledger.Accounts;

/**
 * The days at whose end the open amount of a place is another than the day before. A debit item of which more is settled
 * than its size is a credit from then on; a credit of which more is given back than its size is a credit below zero.
 */
record OpenChanges(Accounts accounts) {
    /** Gives the changes of a place to the sums of its currency. */
    void addTo(CurrencySums sums, int place) {
        Side side = accounts.isDebit(place) ? Side.DEBITS : Side.CREDITS;
        int dueDay = accounts.dueDay(place);
        int day = accounts.issueDay(place);
        long before = 0;
        long open = accounts.amount(place);
        int end = accounts.settlementStart(place + 1);
        for (int s = accounts.settlementStart(place); s < end; s++) {
            // a settlement given for a day before its item counts from the item's first day on
            if (accounts.settlementDay(s) > day) {
                change(sums, side, day, dueDay, before, open);
                before = open;
                day = accounts.settlementDay(s);
            }
            open -= accounts.settlementAmount(s);
        }
        change(sums, side, day, dueDay, before, open);
    }

    private static void change(CurrencySums sums, Side side, int day, int dueDay, long before, long open) {
        if (side == Side.CREDITS || (before >= 0 && open >= 0)) {
            sums.change(side, day, dueDay, Math.subtractExact(open, before));
        } else {
            sums.change(side, day, dueDay, Math.max(open, 0) - Math.max(before, 0));
            sums.change(Side.CREDITS, day, dueDay, excess(open) - excess(before));
        }
    }

    private static long excess(long open) {
        return open < 0 ? Math.negateExact(open) : 0;
    }
}
