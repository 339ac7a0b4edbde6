package io.receivables.core.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * The cash applied to a row that stands as of a day: what was undone by then is taken off. A reversal takes off the latest
 * settlement of the same amount, which is the one that it undoes; where there is none, the latest ones.
 */
public final class StandingCash {
    private final int day;
    private long amount;

    private StandingCash(int day, long amount) {
        this.day = day;
        this.amount = amount;
    }

    /** Takes what a payment left on a row. */
    @FunctionalInterface
    public interface Consumer {
        /**
         * Takes one amount.
         *
         * @param day the epoch day from which it counts: not before the row was issued
         * @param minorUnits more than zero
         */
        void accept(int day, long minorUnits);
    }

    /** Gives the cash applied to a row by the end of a day, in order of its days. */
    public static void forEach(LedgerColumns columns, int row, int asOfDay, Consumer consumer) {
        forEach(columns.accounts(), columns.place(row), asOfDay, consumer);
    }

    /** Gives the cash applied to the row at a place by the end of a day, in order of its days. */
    public static void forEach(Accounts accounts, int place, int asOfDay, Consumer consumer) {
        if (accounts.issueDay(place) > asOfDay) {
            return;
        }
        for (StandingCash each : of(accounts, place, asOfDay)) {
            consumer.accept(Math.max(accounts.issueDay(place), each.day), each.amount);
        }
    }

    private static List<StandingCash> of(Accounts accounts, int place, int asOfDay) {
        List<StandingCash> standing = new ArrayList<>();
        int end = accounts.settlementStart(place + 1);
        for (int s = accounts.settlementStart(place); s < end && accounts.settlementDay(s) <= asOfDay; s++) {
            long amount = accounts.settlementAmount(s);
            if (accounts.settlementKindCode(s) != SettlementKind.CASH.code()) {
                continue;
            }
            if (amount > 0) {
                standing.add(new StandingCash(accounts.settlementDay(s), amount));
            } else {
                undo(standing, Math.negateExact(amount));
            }
        }
        return standing;
    }

    private static void undo(List<StandingCash> standing, long amount) {
        for (int i = standing.size() - 1; i >= 0; i--) {
            if (standing.get(i).amount == amount) {
                standing.remove(i);
                return;
            }
        }
        long left = amount;
        while (left > 0 && !standing.isEmpty()) {
            StandingCash last = standing.get(standing.size() - 1);
            long taken = Math.min(left, last.amount);
            last.amount -= taken;
            left -= taken;
            if (last.amount == 0) {
                standing.remove(last);
            }
        }
    }
}
