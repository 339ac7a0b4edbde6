package io.receivables.metrics.totals;

import io.receivables.core.ledger.Accounts;

/**
 * The days at whose end the open amount of a place is another than the day before. A debit item of which more is settled
 * than its size is a credit from then on, and a credit likewise.
 */
record OpenChanges(Accounts accounts) {
    /** Takes changes of what is open of one currency. */
    @FunctionalInterface
    interface Consumer {
        void accept(Side side, int day, int dueDay, long amount);
    }

    void of(int place, Consumer consumer) {
        Side side = accounts.isDebit(place) ? Side.DEBITS : Side.CREDITS;
        int dueDay = accounts.dueDay(place);
        int day = accounts.issueDay(place);
        long before = 0;
        long open = accounts.amount(place);
        int end = accounts.settlementStart(place + 1);
        for (int s = accounts.settlementStart(place); s < end; s++) {
            // a settlement given for a day before its item counts from the item's first day on
            if (accounts.settlementDay(s) > day) {
                change(side, day, dueDay, before, open, consumer);
                before = open;
                day = accounts.settlementDay(s);
            }
            open -= accounts.settlementAmount(s);
        }
        change(side, day, dueDay, before, open, consumer);
    }

    private static void change(Side side, int day, int dueDay, long before, long open, Consumer consumer) {
        if (before >= 0 && open >= 0) {
            give(side, day, dueDay, open - before, consumer);
        } else {
            give(side, day, dueDay, Math.max(open, 0) - Math.max(before, 0), consumer);
            give(side.other(), day, dueDay, excess(open) - excess(before), consumer);
        }
    }

    private static long excess(long open) {
        return open < 0 ? Math.negateExact(open) : 0;
    }

    private static void give(Side side, int day, int dueDay, long amount, Consumer consumer) {
        if (amount != 0) {
            consumer.accept(side, day, dueDay, amount);
        }
    }
}
