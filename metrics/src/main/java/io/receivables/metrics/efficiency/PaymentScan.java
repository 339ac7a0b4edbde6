package io.receivables.metrics.efficiency;

import io.receivables.core.ledger.ItemKind;
import io.receivables.core.ledger.LedgerColumns;
import io.receivables.core.ledger.SettlementKind;
import io.receivables.core.ledger.StandingCash;
import java.time.LocalDate;
import java.util.function.IntUnaryOperator;

/**
 * What happened to the rows of a ledger from one day to another, as of the last of them. A settlement counts from the
 * issue day of its row on, also where it is dated before.
 */
final class PaymentScan {
    private final LedgerColumns columns;
    private final int from;
    private final int to;

    PaymentScan(LedgerColumns columns, LocalDate from, LocalDate to) {
        this.columns = columns;
        this.from = Math.toIntExact(from.toEpochDay());
        this.to = Math.toIntExact(to.toEpochDay());
    }

    /** Cash applied to debit items less what was undone, and the growth of unapplied cash, in minor units by currency. */
    long[] collected() {
        long[] collected = settled(SettlementKind.CASH);
        for (int row = 0; row < columns.rows(); row++) {
            if (columns.kindCode(row) == ItemKind.PAYMENT.code()) {
                long grown = Math.subtractExact(columns.openAt(row, to), columns.openAt(row, from - 1));
                add(collected, row, grown);
            }
        }
        return collected;
    }

    /** Written off debit items less what was undone, in minor units by currency. */
    long[] writtenOff() {
        return settled(SettlementKind.WRITE_OFF);
    }

    private long[] settled(SettlementKind kind) {
        long[] settled = new long[columns.currencies().size()];
        for (int row = 0; row < columns.rows(); row++) {
            for (int s = columns.settlementsFrom(row); isIssuedDebit(row) && s < end(row); s++) {
                if (columns.settlementKindCode(s) == kind.code() && isWithin(day(row, s))) {
                    add(settled, row, columns.settlementAmount(s));
                }
            }
        }
        return settled;
    }

    /** The sizes of debit items that fell due, in minor units by currency. */
    long[] fallenDue() {
        long[] due = new long[columns.currencies().size()];
        for (int row = 0; row < columns.rows(); row++) {
            if (isIssuedDebit(row) && isWithin(columns.dueDay(row))) {
                add(due, row, columns.amount(row));
            }
        }
        return due;
    }

    /**
     * The days from a day of the row to each payment of it that stands.
     *
     * @param weighted by minor units; otherwise every payment counts 1
     */
    DaysHistogram paid(IntUnaryOperator since, boolean weighted) {
        DaysHistogram days = new DaysHistogram(columns.currencies().size());
        for (int row = 0; row < columns.rows(); row++) {
            if (isIssuedDebit(row)) {
                int start = since.applyAsInt(row);
                int currency = columns.currency(row);
                StandingCash.forEach(columns, row, to, (day, amount) -> {
                    if (isWithin(day)) {
                        days.add(currency, day - start, weighted ? amount : 1);
                    }
                });
            }
        }
        return days;
    }

    /** The days from the due day of each fully settled debit item to the day since which nothing of it is open. */
    DaysHistogram settled() {
        DaysHistogram days = new DaysHistogram(columns.currencies().size());
        for (int row = 0; row < columns.rows(); row++) {
            if (isIssuedDebit(row) && columns.amount(row) > 0) {
                int settled = settledDay(row);
                if (isWithin(settled)) {
                    days.add(columns.currency(row), settled - columns.dueDay(row), 1);
                }
            }
        }
        return days;
    }

    /** The day since whose end nothing of a row is open, as of the last day; {@link LedgerColumns#NEVER} if something is. */
    private int settledDay(int row) {
        long open = columns.amount(row);
        int since = LedgerColumns.NEVER;
        for (int s = columns.settlementsFrom(row); s < end(row) && columns.settlementDay(s) <= to; s++) {
            open = Math.subtractExact(open, columns.settlementAmount(s));
            boolean lastOfDay = s + 1 == end(row) || day(row, s + 1) != day(row, s);
            if (lastOfDay) {
                since = open > 0 ? LedgerColumns.NEVER : Math.min(since, day(row, s));
            }
        }
        return since;
    }

    private boolean isIssuedDebit(int row) {
        return columns.isDebit(row) && columns.issueDay(row) <= to;
    }

    private boolean isWithin(int day) {
        return from <= day && day <= to;
    }

    private int end(int row) {
        return columns.settlementsTo(row);
    }

    private int day(int row, int settlement) {
        return Math.max(columns.issueDay(row), columns.settlementDay(settlement));
    }

    private void add(long[] totals, int row, long minorUnits) {
        int c = columns.currency(row);
        totals[c] = Math.addExact(totals[c], minorUnits);
    }
}
