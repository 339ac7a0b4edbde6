package io.receivables.metrics.aging;

import io.receivables.core.ledger.Accounts;
import io.receivables.core.ledger.LedgerColumns;
import java.util.Arrays;

/**
 * What is open of a block of places at the end of some days, in spans: of an item, the days through which the same amount
 * of it is open. Read column by column, which is several times as fast as place by place.
 */
final class OpenSpans {
    /** So many places are in a block: what is read of them stays in a processor's first cache. */
    static final int PLACES = 1 << 9;

    private final Accounts accounts;
    private final AgingBasis basis;
    private final int[] days;
    private final int firstKnown;
    private final int[] firstDayFrom;
    private int run;

    // one more: a place is written before it is known to count
    /** The selected places of the block, their accounts, kinds and the days from which their ages are counted. */
    final int[] place = new int[PLACES + 1];

    final int[] account = new int[PLACES];
    final int[] since = new int[PLACES];
    final boolean[] debit = new boolean[PLACES];
    private final int[] issued = new int[PLACES];
    private final int[] settled = new int[PLACES];
    private final long[] amount = new long[PLACES];

    int size;
    /** The number of the span's place among those selected. */
    int[] item = new int[PLACES];
    /** The numbers of the span's first day and of the day after its last. */
    int[] first = new int[PLACES];

    int[] end = new int[PLACES];
    /** Below zero for credits, and for debit items whose settlements exceed their size; and the other way round. */
    long[] open = new long[PLACES];

    OpenSpans(Accounts accounts, AgingBasis basis, int[] days) {
        this.accounts = accounts;
        this.basis = basis;
        this.days = days;
        firstKnown = accounts.places() == 0 ? 0 : accounts.firstDay();
        firstDayFrom =
                isOneDay() || accounts.places() == 0 ? new int[0] : firstDayFrom(days, firstKnown, accounts.lastDay());
        if (isOneDay()) {
            Arrays.setAll(item, i -> i);
            Arrays.fill(end, 1);
        }
    }

    /** For each day of the ledger, the number of the first of some days that is not before it. */
    private static int[] firstDayFrom(int[] days, int from, int to) {
        int[] first = new int[to - from + 1];
        for (int i = 0, d = 0; i < first.length; i++) {
            while (d < days.length && days[d] < from + i) {
                d++;
            }
            first[i] = d;
        }
        return first;
    }

    /** The number of the first day that is not before one on which something was issued or settled. */
    private int firstDayFrom(int epochDay) {
        return epochDay == LedgerColumns.NEVER ? days.length : firstDayFrom[epochDay - firstKnown];
    }

    private boolean isOneDay() {
        return days.length == 1;
    }

    /** Goes to the run that the next places begin with. */
    void startAt(int firstRun) {
        run = firstRun;
    }

    /** Reads the places from one to another, in their order; {@link #PLACES} of them at most. */
    void read(int from, int to) {
        int count = accounts.select(from, to, days[0], days[days.length - 1], place);
        basis.days(accounts, place, count, since);
        accounts.debits(place, count, debit);
        findAccounts(count);
        if (isOneDay()) {
            accounts.signedAmounts(place, count, days[0], open);
            size = count;
        } else {
            accounts.issueDays(place, count, issued);
            accounts.settledFrom(place, count, settled);
            accounts.signedSizes(place, count, amount);
            readSpans(count);
        }
    }

    /** Places are in the order of runs. */
    private void findAccounts(int count) {
        int i = 0;
        while (i < count) {
            int end = accounts.end(run);
            int of = accounts.account(run);
            while (i < count && place[i] < end) {
                account[i++] = of;
            }
            // the next block may begin with this run
            run += i < count ? 1 : 0;
        }
    }

    private void readSpans(int count) {
        size = 0;
        for (int i = 0; i < count; i++) {
            int from = firstDayFrom(issued[i]);
            int to = firstDayFrom(settled[i]);
            if (from < to) {
                reserve(days.length);
                if (isSettledAtOnce(i)) {
                    put(i, from, to, amount[i]);
                } else {
                    readSpans(i, from, to);
                }
            }
        }
    }

    private boolean isSettledAtOnce(int i) {
        int settlements = accounts.settlementStart(place[i] + 1) - accounts.settlementStart(place[i]);
        return settlements == (settled[i] == LedgerColumns.NEVER ? 0 : 1);
    }

    private void reserve(int more) {
        if (size + more > open.length) {
            int capacity = 2 * (size + more);
            item = Arrays.copyOf(item, capacity);
            first = Arrays.copyOf(first, capacity);
            end = Arrays.copyOf(end, capacity);
            open = Arrays.copyOf(open, capacity);
        }
    }

    /** Reads the spans of an item from one day to another. */
    private void readSpans(int i, int from, int to) {
        int s = accounts.settlementStart(place[i]);
        int last = accounts.settlementStart(place[i] + 1);
        int sign = debit[i] ? 1 : -1;
        long left = amount[i];
        int d = from;
        while (d < to) {
            while (s < last && accounts.settlementDay(s) <= days[d]) {
                left -= sign * accounts.settlementAmount(s++);
            }
            int next = s < last ? Math.min(to, firstDayFrom(accounts.settlementDay(s))) : to;
            put(i, d, next, left);
            d = next;
        }
    }

    private void put(int i, int from, int to, long left) {
        item[size] = i;
        first[size] = from;
        end[size] = to;
        open[size] = left;
        size++;
    }
}
