package io.receivables.metrics.efficiency;

import io.receivables.core.ledger.Accounts;
import io.receivables.core.ledger.ItemKind;
import io.receivables.core.ledger.LedgerColumns;
import io.receivables.core.ledger.SettlementKind;
import io.receivables.core.ledger.StandingCash;
import io.receivables.metrics.internal.Columns;
import io.receivables.metrics.internal.PlaceDay;
import io.receivables.metrics.internal.Run;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What happened to the places of some ledgers from one day to another, as of the last of them. A settlement counts from the
 * issue day of its place on, also where it is dated before.
 */
final class PaymentScan {
    private final Columns columns;
    private final int from;
    private final int to;

    PaymentScan(Columns columns, LocalDate from, LocalDate to) {
        this.columns = columns;
        this.from = Math.toIntExact(from.toEpochDay());
        this.to = Math.toIntExact(to.toEpochDay());
    }

    /** Cash applied to debit items less what was undone, and the growth of unapplied cash, in minor units by currency. */
    List<BigDecimal> collected() {
        return total((accounts, place) -> accounts.kindCode(place) == ItemKind.PAYMENT.code()
                ? Math.subtractExact(accounts.openAt(place, to), accounts.openAt(place, from - 1))
                : settled(accounts, place, SettlementKind.CASH));
    }

    /** Written off debit items less what was undone, in minor units by currency. */
    List<BigDecimal> writtenOff() {
        return total((accounts, place) -> settled(accounts, place, SettlementKind.WRITE_OFF));
    }

    /** The sizes of debit items that fell due, in minor units by currency. */
    List<BigDecimal> fallenDue() {
        return total((accounts, place) ->
                isIssuedDebit(accounts, place) && isWithin(accounts.dueDay(place)) ? accounts.amount(place) : 0);
    }

    private List<BigDecimal> total(PlaceAmount amount) {
        return columns.sum(Total::new, (total, run) -> total.add(amount, run), Total::plus).stream()
                .map(total -> BigDecimal.valueOf(total.minorUnits))
                .toList();
    }

    /** An amount of a place, in minor units. */
    private interface PlaceAmount {
        long of(Accounts accounts, int place);
    }

    private static final class Total {
        private long minorUnits;

        void add(PlaceAmount amount, Run run) {
            for (int place = run.from(); place < run.to(); place++) {
                minorUnits = Math.addExact(minorUnits, amount.of(run.accounts(), place));
            }
        }

        Total plus(Total more) {
            minorUnits = Math.addExact(minorUnits, more.minorUnits);
            return this;
        }
    }

    /** What settled a debit item in one way, less what was undone. */
    private long settled(Accounts accounts, int place, SettlementKind kind) {
        if (!isIssuedDebit(accounts, place)) {
            return 0;
        }
        long settled = 0;
        int end = accounts.settlementStart(place + 1);
        for (int s = accounts.settlementStart(place); s < end; s++) {
            if (accounts.settlementKindCode(s) == kind.code() && isWithin(day(accounts, place, s))) {
                settled = Math.addExact(settled, accounts.settlementAmount(s));
            }
        }
        return settled;
    }

    /**
     * By currency the days from a day of the place to each payment of it that stands.
     *
     * @param weighted by minor units; otherwise every payment counts 1
     */
    List<DaysHistogram> paid(PlaceDay since, boolean weighted) {
        return ofDebits((days, accounts, place) -> {
            int start = since.of(accounts, place);
            StandingCash.forEach(accounts, place, to, (day, amount) -> {
                if (isWithin(day)) {
                    days.add(day - start, weighted ? amount : 1);
                }
            });
        });
    }

    /** By currency the days from the due day of each fully settled debit item to that since which nothing of it is open. */
    List<DaysHistogram> settled() {
        return ofDebits((days, accounts, place) -> {
            int settled = accounts.amount(place) > 0 ? settledDay(accounts, place) : LedgerColumns.NEVER;
            if (isWithin(settled)) {
                days.add(settled - accounts.dueDay(place), 1);
            }
        });
    }

    /** Adds days of a place. */
    private interface PlaceDays {
        void addTo(DaysHistogram days, Accounts accounts, int place);
    }

    private List<DaysHistogram> ofDebits(PlaceDays added) {
        return columns.sum(
                DaysHistogram::new,
                (days, run) -> {
                    for (int place = run.from(); place < run.to(); place++) {
                        if (isIssuedDebit(run.accounts(), place)) {
                            added.addTo(days, run.accounts(), place);
                        }
                    }
                },
                DaysHistogram::plus);
    }

    /** The day since whose end nothing is open, as of the last day; {@link LedgerColumns#NEVER} if something is. */
    private int settledDay(Accounts accounts, int place) {
        long open = accounts.amount(place);
        int since = LedgerColumns.NEVER;
        int end = accounts.settlementStart(place + 1);
        for (int s = accounts.settlementStart(place); s < end && accounts.settlementDay(s) <= to; s++) {
            open = Math.subtractExact(open, accounts.settlementAmount(s));
            boolean lastOfDay = s + 1 == end || day(accounts, place, s + 1) != day(accounts, place, s);
            if (lastOfDay) {
                since = open > 0 ? LedgerColumns.NEVER : Math.min(since, day(accounts, place, s));
            }
        }
        return since;
    }

    private boolean isIssuedDebit(Accounts accounts, int place) {
        return accounts.isDebit(place) && accounts.issueDay(place) <= to;
    }

    private boolean isWithin(int day) {
        return from <= day && day <= to;
    }

    private static int day(Accounts accounts, int place, int settlement) {
        return Math.max(accounts.issueDay(place), accounts.settlementDay(settlement));
    }
}
