package io.receivables.metrics.internal;

import io.receivables.core.ledger.ItemKind;
import io.receivables.core.ledger.LedgerColumns;
import io.receivables.metrics.CreditNoteTiming;
import io.receivables.metrics.MeasureBasis;
import io.receivables.metrics.TaxBasis;
import java.util.Arrays;

/**
 * Sales and receivables of every day up to a last one, by currency, as running sums: two passes over the columns, and
 * then any date and stretch of days is a subtraction. Rows issued after the last day are left out, so that credit notes
 * of later days do not lower the sales of their origin.
 */
final class DailyTotals {
    /** No such day. */
    static final int NONE = Integer.MAX_VALUE;

    private final LedgerColumns columns;
    private final boolean inOrigin;
    private final boolean withoutTax;
    private final int lastDay;
    private final int[] firstRow;
    private final int[] firstDocument;
    private final int[] firstTax;
    private final int[] base;
    private final long[][] sales;
    private final long[][] receivables;

    DailyTotals(LedgerColumns columns, MeasureBasis basis, int upTo) {
        this.columns = columns;
        inOrigin = basis.creditNotes() == CreditNoteTiming.IN_ORIGIN;
        withoutTax = basis.tax() != TaxBasis.TAX_INCLUSIVE;
        int currencies = columns.currencies().size();
        firstRow = none(currencies);
        firstDocument = none(currencies);
        firstTax = none(currencies);
        base = none(currencies);
        lastDay = findDays(upTo);
        sales = new long[currencies][];
        receivables = new long[currencies][];
        for (int c = 0; c < currencies; c++) {
            int days = base[c] == NONE ? 0 : lastDay - base[c] + 1;
            sales[c] = new long[days];
            receivables[c] = new long[days];
        }
        for (int row = 0; row < columns.rows(); row++) {
            if (columns.issueDay(row) <= lastDay) {
                addReceivables(row);
                addSales(row);
            }
        }
        Arrays.stream(sales).forEach(DailyTotals::accumulate);
        Arrays.stream(receivables).forEach(DailyTotals::accumulate);
    }

    private static int[] none(int length) {
        int[] days = new int[length];
        Arrays.fill(days, NONE);
        return days;
    }

    /** Finds the first days of each currency, and the last day on which anything happens. */
    private int findDays(int upTo) {
        int last = Integer.MIN_VALUE;
        for (int row = 0; row < columns.rows(); row++) {
            int issued = columns.issueDay(row);
            if (issued > upTo) {
                continue;
            }
            int c = columns.currency(row);
            last = Math.max(last, issued);
            for (int s = columns.settlementsFrom(row); s < columns.settlementsTo(row); s++) {
                last = columns.settlementDay(s) <= upTo ? Math.max(last, columns.settlementDay(s)) : last;
            }
            firstRow[c] = Math.min(firstRow[c], issued);
            base[c] = Math.min(base[c], issued);
            if (isDocument(row)) {
                firstDocument[c] = Math.min(firstDocument[c], issued);
                base[c] = Math.min(base[c], salesDay(row));
                firstTax[c] = columns.tax(row) > 0 ? Math.min(firstTax[c], issued) : firstTax[c];
            }
        }
        return last;
    }

    private boolean isDocument(int row) {
        return columns.kindCode(row) != ItemKind.PAYMENT.code();
    }

    /** A credit note that corrects a document of a later date lowers the sales of its own. */
    private int salesDay(int row) {
        int issued = columns.issueDay(row);
        return inOrigin ? Math.min(columns.originDay(row), issued) : issued;
    }

    private void addReceivables(int row) {
        int sign = columns.isDebit(row) ? 1 : -1;
        int issued = columns.issueDay(row);
        add(receivables, row, issued, Math.multiplyExact(sign, columns.amount(row)));
        for (int s = columns.settlementsFrom(row); s < columns.settlementsTo(row); s++) {
            int day = Math.max(issued, columns.settlementDay(s));
            add(receivables, row, day, Math.multiplyExact(-sign, columns.settlementAmount(s)));
        }
    }

    private void addSales(int row) {
        if (isDocument(row)) {
            long amount = withoutTax ? columns.amount(row) - columns.tax(row) : columns.amount(row);
            add(sales, row, salesDay(row), columns.isDebit(row) ? amount : -amount);
        }
    }

    private void add(long[][] totals, int row, int day, long minorUnits) {
        if (day <= lastDay) {
            int c = columns.currency(row);
            totals[c][day - base[c]] = Math.addExact(totals[c][day - base[c]], minorUnits);
        }
    }

    private static void accumulate(long[] byDay) {
        for (int day = 1; day < byDay.length; day++) {
            byDay[day] = Math.addExact(byDay[day], byDay[day - 1]);
        }
    }

    /** The first day of any row of a currency, or {@link #NONE}. */
    int firstRow(int currency) {
        return firstRow[currency];
    }

    /** The first day of a document of a currency, or {@link #NONE}. */
    int firstDocument(int currency) {
        return firstDocument[currency];
    }

    /** The first day of a document of a currency that states a tax, or {@link #NONE}. */
    int firstTax(int currency) {
        return firstTax[currency];
    }

    /** Sales of the days from one to another, both included, in minor units. */
    long sales(int currency, int from, int to) {
        return Math.subtractExact(at(sales, currency, to), at(sales, currency, from - 1));
    }

    /** Tax-inclusive receivables less credits at the end of a day, in minor units. */
    long receivables(int currency, int day) {
        return at(receivables, currency, day);
    }

    private long at(long[][] totals, int currency, int day) {
        long[] byDay = totals[currency];
        return byDay.length == 0 || day < base[currency] ? 0 : byDay[Math.min(day - base[currency], byDay.length - 1)];
    }
}
