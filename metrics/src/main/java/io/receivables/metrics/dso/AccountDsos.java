package io.receivables.metrics.dso;

import io.receivables.core.ledger.Accounts;
import io.receivables.core.ledger.Standing;
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

    /** By period of the accounts: the next run of the part, and the one after its last. */
    private final int[] run;

    private final int[] endRun;

    /** Whether what stands open is what is open on the as-of date. */
    private boolean isStanding;

    private int account;

    /** So many periods of the accounts are in the sales. */
    private int addedPeriods;

    AccountDsos(Accounts accounts, LeanDso dso, int[] periodOf) {
        this.accounts = accounts;
        this.dso = dso;
        this.periodOf = periodOf;
        firstDay = accounts.firstDay();
        sales = new long[dso.newest + 2];
        run = new int[accounts.periods()];
        endRun = new int[run.length];
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
        isStanding = accounts.standing().isAt(part, dso.day);
        Arrays.setAll(run, period -> accounts.firstRun(period, part));
        Arrays.setAll(endRun, period -> accounts.endRun(period, part));
        for (int each = first; each < end; each++) {
            if (accounts.firstIssue(each) <= dso.day) {
                account = each;
                addedPeriods = 0;
                Arrays.fill(sales, 0);
                int currency = accounts.currency(each);
                dso.add(each, currency, receivables(), accounts.firstDocument(each), this::sales, values);
            }
        }
        return values;
    }

    /** What is open of the account, debit items less credits. */
    private long receivables() {
        return isStanding ? standing() : open();
    }

    private long standing() {
        if (!hasRun(0)) {
            return 0;
        }
        Standing standing = accounts.standing();
        int from = accounts.start(run[0]);
        int debitsEnd = standing.debitsEnd(run[0]);
        return Math.addExact(standing.open(run[0], from, debitsEnd), open(debitsEnd, standing.end(run[0])));
    }

    private long open() {
        long sum = 0;
        for (int period = 0; period < run.length && accounts.settledBy(period) > dso.day; period++) {
            if (hasRun(period)) {
                sum = Math.addExact(sum, open(accounts.start(run[period]), accounts.end(run[period])));
            }
        }
        return sum;
    }

    private long open(int from, int to) {
        long sum = 0;
        for (int place = from; place < to; place++) {
            long open = accounts.openAt(place, dso.day);
            sum = Math.addExact(sum, accounts.isDebit(place) ? open : -open);
        }
        return sum;
    }

    /**
     * What was sold to the account in a period of the method. Nothing is settled before it was issued: so the periods of the
     * accounts that were settled before it began tell nothing of it, and mostly these need not be read at all.
     */
    private long sales(int period) {
        int firstDay = dso.periods.firstDay(period);
        while (addedPeriods < run.length && accounts.settledBy(addedPeriods) >= firstDay) {
            if (hasRun(addedPeriods)) {
                addSales(accounts.start(run[addedPeriods]), accounts.end(run[addedPeriods]));
            }
            addedPeriods++;
        }
        return sales[period];
    }

    private void addSales(int from, int to) {
        for (int place = from; place < to; place++) {
            int period = periodOf[accounts.issueDay(place) - firstDay];
            sales[period] =
                    Math.addExact(sales[period], SALES_SIGNS[accounts.kindCode(place)] * accounts.amount(place));
        }
    }

    /** Goes to the account's run in a period of the accounts, if it has one. */
    private boolean hasRun(int period) {
        while (run[period] < endRun[period] && accounts.account(run[period]) < account) {
            run[period]++;
        }
        return run[period] < endRun[period] && accounts.account(run[period]) == account;
    }
}
