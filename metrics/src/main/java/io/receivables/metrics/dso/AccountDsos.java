package io.receivables.metrics.dso;

import io.receivables.core.ledger.Accounts;
import io.receivables.core.ledger.LedgerColumns;
import java.util.Arrays;

/**
 * One thread's pass over the accounts of a part, one after the other: what is open of an account, and what was sold to it
 * in each period of a method.
 */
final class AccountDsos {
    /** By the code of a kind: payments are no sales. */
    private static final int[] SALES_SIGNS = {1, 1, -1, 0};

    private final Accounts accounts;
    private final LeanDso dso;
    private final int firstDay;

    /** By day from the first one on: the period, or one more than there are for days before and after all of them. */
    private final int[] periodOf;

    /** By period; the last one takes what belongs to none. */
    private final long[] sales;

    private int firstRow;
    private int firstDocument;
    private long receivables;

    AccountDsos(Accounts accounts, LeanDso dso, int[] periodOf) {
        this.accounts = accounts;
        this.dso = dso;
        this.periodOf = periodOf;
        firstDay = accounts.firstDay();
        sales = new long[dso.newest + 2];
    }

    /** The period of each day on which anything was issued. */
    static int[] periods(Accounts accounts, LeanDso dso) {
        if (accounts.places() == 0) {
            return new int[0];
        }
        int[] periods = new int[accounts.lastDay() - accounts.firstDay() + 1];
        Arrays.setAll(periods, i -> {
            int period = dso.periods.of(accounts.firstDay() + i);
            return period < 0 || accounts.firstDay() + i > dso.day ? dso.newest + 1 : period;
        });
        return periods;
    }

    DsoValues of(int part) {
        int first = accounts.firstAccount(part);
        int end = accounts.firstAccount(part + 1);
        DsoValues values = new DsoValues(end - first);
        int[] run = new int[accounts.periods()];
        Arrays.setAll(run, period -> accounts.firstRun(period, part));
        for (int account = first; account < end; account++) {
            open();
            for (int period = 0; period < run.length; period++) {
                if (run[period] < accounts.endRun(period, part) && accounts.account(run[period]) == account) {
                    add(period, accounts.start(run[period]), accounts.end(run[period]));
                    run[period]++;
                }
            }
            if (firstRow <= dso.day) {
                dso.add(account, accounts.currency(account), receivables, firstDocument, p -> sales[p], values);
            }
        }
        return values;
    }

    private void open() {
        Arrays.fill(sales, 0);
        firstRow = LedgerColumns.NEVER;
        firstDocument = LedgerColumns.NEVER;
        receivables = 0;
    }

    private void add(int period, int from, int to) {
        addSales(from, to);
        if (accounts.settledBy(period) > dso.day) {
            addOpen(from, to);
        }
    }

    private void addSales(int from, int to) {
        int row = firstRow;
        int document = firstDocument;
        for (int place = from; place < to; place++) {
            int issued = accounts.issueDay(place);
            int sign = SALES_SIGNS[accounts.kindCode(place)];
            row = Math.min(row, issued);
            document = Math.min(document, sign == 0 ? LedgerColumns.NEVER : issued);
            int period = periodOf[issued - firstDay];
            sales[period] = Math.addExact(sales[period], sign * accounts.amount(place));
        }
        firstRow = row;
        firstDocument = document;
    }

    private void addOpen(int from, int to) {
        long sum = receivables;
        for (int place = from; place < to; place++) {
            long open = accounts.openAt(place, dso.day);
            sum = Math.addExact(sum, accounts.isDebit(place) ? open : -open);
        }
        receivables = sum;
    }
}
