package io.receivables.metrics.totals;

import io.receivables.core.ledger.DailyChanges;
import io.receivables.core.ledger.LedgerColumns;
import java.util.Arrays;

/**
 * Sales and receivables of one currency by day, in minor units, over the days on which they change: first what each day adds,
 * and once accumulated running sums.
 */
final class DailySums {
    private final int firstDay;
    private final long[] sales;
    private final long[] receivables;
    private int firstRow = LedgerColumns.NEVER;
    private int firstDocument = LedgerColumns.NEVER;
    private int firstTax = LedgerColumns.NEVER;

    private DailySums(int firstDay, long[] sales, long[] receivables) {
        this.firstDay = firstDay;
        this.sales = sales;
        this.receivables = receivables;
    }

    /** Those of no rows at all. */
    static DailySums none() {
        return new DailySums(0, new long[0], new long[0]);
    }

    /** @param withSales whether sales are documents by their issue day; otherwise they are yet to be added */
    static DailySums of(DailyChanges changes, int currency, boolean withSales) {
        if (changes.firstRow(currency) == LedgerColumns.NEVER) {
            return none();
        }
        DailySums sums = new DailySums(
                changes.firstDay(),
                withSales ? changes.documents(currency) : new long[changes.days()],
                changes.receivables(currency));
        sums.firstRow = changes.firstRow(currency);
        sums.firstDocument = changes.firstDocument(currency);
        return sums;
    }

    /** Room for sales of the same days. */
    DailySums withoutSales() {
        return new DailySums(firstDay, new long[sales.length], new long[0]);
    }

    void addSale(int day, long minorUnits) {
        sales[day - firstDay] = Math.addExact(sales[day - firstDay], minorUnits);
    }

    /** Notes that a document issued on a day states a tax. */
    void taxFrom(int issued) {
        firstTax = Math.min(firstTax, issued);
    }

    /** Adds the sales of the same days. */
    void addSales(DailySums more) {
        Arrays.setAll(sales, day -> Math.addExact(sales[day], more.sales[day]));
        firstTax = Math.min(firstTax, more.firstTax);
    }

    /** Turns what each day adds into running sums. */
    void accumulate() {
        accumulate(sales);
        accumulate(receivables);
    }

    private static void accumulate(long[] byDay) {
        for (int day = 1; day < byDay.length; day++) {
            byDay[day] = Math.addExact(byDay[day], byDay[day - 1]);
        }
    }

    /** The running sums of both. */
    DailySums plus(DailySums other) {
        if (firstRow == LedgerColumns.NEVER) {
            return other;
        }
        if (other.firstRow == LedgerColumns.NEVER) {
            return this;
        }
        int first = Math.min(firstDay, other.firstDay);
        int days = Math.max(firstDay + sales.length, other.firstDay + other.sales.length) - first;
        DailySums sum = new DailySums(first, new long[days], new long[days]);
        Arrays.setAll(sum.sales, i -> Math.addExact(at(sales, first + i), other.at(other.sales, first + i)));
        Arrays.setAll(
                sum.receivables,
                i -> Math.addExact(at(receivables, first + i), other.at(other.receivables, first + i)));
        sum.firstRow = Math.min(firstRow, other.firstRow);
        sum.firstDocument = Math.min(firstDocument, other.firstDocument);
        sum.firstTax = Math.min(firstTax, other.firstTax);
        return sum;
    }

    int firstDay() {
        return firstDay;
    }

    int firstRow() {
        return firstRow;
    }

    int firstDocument() {
        return firstDocument;
    }

    int firstTax() {
        return firstTax;
    }

    /** The sales of the days from one to another, both included. */
    long sales(int from, int to) {
        return Math.subtractExact(at(sales, to), at(sales, from - 1));
    }

    long receivables(int day) {
        return at(receivables, day);
    }

    private long at(long[] running, int day) {
        return running.length == 0 || day < firstDay ? 0 : running[Math.min(day - firstDay, running.length - 1)];
    }
}
