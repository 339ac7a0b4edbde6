package io.receivables.metrics.efficiency;

import io.receivables.core.ledger.Accounts;
import io.receivables.core.ledger.ItemKind;
import io.receivables.core.ledger.LedgerColumns;
import io.receivables.core.ledger.SettlementKind;
import io.receivables.core.ledger.StandingCash;
import java.time.LocalDate;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;

/**
 * What happened to the places of a ledger from one day to another, as of the last of them. A settlement counts from the
 * issue day of its place on, also where it is dated before.
 */
final class PaymentScan {
    private final Accounts accounts;
    private final int currencies;
    private final int from;
    private final int to;

    PaymentScan(LedgerColumns columns, LocalDate from, LocalDate to) {
        accounts = columns.accounts();
        currencies = columns.currencies().size();
        this.from = Math.toIntExact(from.toEpochDay());
        this.to = Math.toIntExact(to.toEpochDay());
    }

    /** Cash applied to debit items less what was undone, and the growth of unapplied cash, in minor units by currency. */
    long[] collected() {
        return total(place -> accounts.kindCode(place) == ItemKind.PAYMENT.code()
                ? Math.subtractExact(accounts.openAt(place, to), accounts.openAt(place, from - 1))
                : settled(place, SettlementKind.CASH));
    }

    /** Written off debit items less what was undone, in minor units by currency. */
    long[] writtenOff() {
        return total(place -> settled(place, SettlementKind.WRITE_OFF));
    }

    /** The sizes of debit items that fell due, in minor units by currency. */
    long[] fallenDue() {
        return total(place -> isIssuedDebit(place) && isWithin(accounts.dueDay(place)) ? accounts.amount(place) : 0);
    }

    private long[] total(IntToLongFunction ofPlace) {
        long[] totals = new long[currencies];
        accounts.eachRun((account, first, end) -> {
            int c = accounts.currency(account);
            for (int place = first; place < end; place++) {
                totals[c] = Math.addExact(totals[c], ofPlace.applyAsLong(place));
            }
        });
        return totals;
    }

    /** What settled a debit item in one way, less what was undone. */
    private long settled(int place, SettlementKind kind) {
        long settled = 0;
        for (int s = accounts.settlementStart(place); isIssuedDebit(place) && s < end(place); s++) {
            if (accounts.settlementKindCode(s) == kind.code() && isWithin(day(place, s))) {
                settled = Math.addExact(settled, accounts.settlementAmount(s));
            }
        }
        return settled;
    }

    /**
     * The days from a day of the place to each payment of it that stands.
     *
     * @param weighted by minor units; otherwise every payment counts 1
     */
    DaysHistogram paid(IntUnaryOperator since, boolean weighted) {
        DaysHistogram days = new DaysHistogram(currencies);
        accounts.eachRun((account, first, end) -> {
            int currency = accounts.currency(account);
            for (int place = first; place < end; place++) {
                if (isIssuedDebit(place)) {
                    int start = since.applyAsInt(place);
                    StandingCash.forEach(accounts, place, to, (day, amount) -> {
                        if (isWithin(day)) {
                            days.add(currency, day - start, weighted ? amount : 1);
                        }
                    });
                }
            }
        });
        return days;
    }

    /** The days from the due day of each fully settled debit item to the day since which nothing of it is open. */
    DaysHistogram settled() {
        DaysHistogram days = new DaysHistogram(currencies);
        accounts.eachRun((account, first, end) -> {
            for (int place = first; place < end; place++) {
                int settled =
                        isIssuedDebit(place) && accounts.amount(place) > 0 ? settledDay(place) : LedgerColumns.NEVER;
                if (isWithin(settled)) {
                    days.add(accounts.currency(account), settled - accounts.dueDay(place), 1);
                }
            }
        });
        return days;
    }

    /** The day since whose end nothing is open, as of the last day; {@link LedgerColumns#NEVER} if something is. */
    private int settledDay(int place) {
        long open = accounts.amount(place);
        int since = LedgerColumns.NEVER;
        for (int s = accounts.settlementStart(place); s < end(place) && accounts.settlementDay(s) <= to; s++) {
            open = Math.subtractExact(open, accounts.settlementAmount(s));
            boolean lastOfDay = s + 1 == end(place) || day(place, s + 1) != day(place, s);
            if (lastOfDay) {
                since = open > 0 ? LedgerColumns.NEVER : Math.min(since, day(place, s));
            }
        }
        return since;
    }

    private boolean isIssuedDebit(int place) {
        return accounts.isDebit(place) && accounts.issueDay(place) <= to;
    }

    private boolean isWithin(int day) {
        return from <= day && day <= to;
    }

    private int end(int place) {
        return accounts.settlementStart(place + 1);
    }

    private int day(int place, int settlement) {
        return Math.max(accounts.issueDay(place), accounts.settlementDay(settlement));
    }
}
