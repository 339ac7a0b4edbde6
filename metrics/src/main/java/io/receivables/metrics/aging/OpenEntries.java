package io.receivables.metrics.aging;

import io.receivables.core.ledger.Accounts;
import io.receivables.core.ledger.LedgerColumns;

/**
 * What is open of a block of places at the end of some days, one entry per place and day: read column by column, which is
 * several times as fast as place by place.
 */
final class OpenEntries {
    /** About so many entries are in a block: what stays in a processor's first cache. */
    private static final int BLOCK = 1 << 10;

    private final Accounts accounts;
    private final AgingBasis basis;
    private final int[] days;
    private final int firstKnown;
    private final int[] firstDayFrom;
    private int run;

    /** The selected places of the block, their accounts, kinds and the days from which their ages are counted. */
    final int[] place;

    final int[] account;
    final int[] since;
    final boolean[] debit;
    private final int[] issued;
    private final int[] settled;
    private final long[] amount;

    int size;
    /** The number of the entry's place among those selected. */
    final int[] item;
    /** The number of the entry's day. */
    final int[] day;
    /** Below zero for credits, and for debit items whose settlements exceed their size; and the other way round. */
    final long[] open;

    OpenEntries(Accounts accounts, AgingBasis basis, int[] days) {
        this.accounts = accounts;
        this.basis = basis;
        this.days = days;
        firstKnown = accounts.places() == 0 ? 0 : accounts.firstDay();
        firstDayFrom = days.length == 1 || accounts.places() == 0
                ? new int[0]
                : firstDayFrom(days, firstKnown, accounts.lastDay());
        int places = Math.max(64, BLOCK / days.length);
        // one more: a place, or an entry, is written before it is known to count
        place = new int[places + 1];
        account = new int[places];
        since = new int[places];
        debit = new boolean[places];
        issued = new int[places];
        settled = new int[places];
        amount = new long[places];
        int entries = Math.addExact(Math.multiplyExact(places, days.length), 1);
        item = new int[entries];
        day = new int[entries];
        open = new long[entries];
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
        if (epochDay == LedgerColumns.NEVER) {
            return days.length;
        }
        // what was settled before anything was issued was open on no day
        return epochDay < firstKnown ? 0 : firstDayFrom[epochDay - firstKnown];
    }

    /** The most entries of a block, and one more. */
    int most() {
        return open.length;
    }

    /** The most places of a block. */
    int places() {
        return account.length;
    }

    /** Goes to the run that the next places begin with. */
    void startAt(int firstRun) {
        run = firstRun;
    }

    /** Reads the places from one to another, in their order. */
    void read(int from, int to) {
        int count = accounts.select(from, to, days[0], days[days.length - 1], place);
        basis.days(accounts, place, count, since);
        accounts.debits(place, count, debit);
        findAccounts(count);
        if (days.length == 1) {
            accounts.signedAmounts(place, count, days[0], amount);
            readOneDay(count);
        } else {
            accounts.issueDays(place, count, issued);
            accounts.settledFrom(place, count, settled);
            accounts.signedAmounts(place, count, Integer.MIN_VALUE, amount);
            size = 0;
            for (int i = 0; i < count; i++) {
                readDays(i, firstDayFrom(issued[i]), firstDayFrom(settled[i]));
            }
        }
    }

    /** Places are in the order of runs. */
    private void findAccounts(int count) {
        for (int i = 0; i < count; i++) {
            while (place[i] >= accounts.end(run)) {
                run++;
            }
            account[i] = accounts.account(run);
        }
    }

    private void readOneDay(int count) {
        int entries = 0;
        for (int i = 0; i < count; i++) {
            item[entries] = i;
            open[entries] = amount[i];
            // settled twice over and undone: not settled for good, and yet nothing is open
            entries += amount[i] == 0 ? 0 : 1;
        }
        size = entries;
    }

    /** Reads the days from one to another of an item: with the same amount for all of them, mostly. */
    private void readDays(int i, int from, int to) {
        int s = accounts.settlementStart(place[i]);
        int end = accounts.settlementStart(place[i] + 1);
        if (to > from && s < end && accounts.settlementDay(s) <= days[to - 1]) {
            readChanging(i, from, to);
        } else if (amount[i] != 0) {
            for (int d = from; d < to; d++) {
                put(i, d, amount[i]);
            }
        }
    }

    private void readChanging(int i, int from, int to) {
        int s = accounts.settlementStart(place[i]);
        int end = accounts.settlementStart(place[i] + 1);
        int sign = debit[i] ? 1 : -1;
        long left = amount[i];
        for (int d = from; d < to; d++) {
            while (s < end && accounts.settlementDay(s) <= days[d]) {
                left -= sign * accounts.settlementAmount(s++);
            }
            if (left != 0) {
                put(i, d, left);
            }
        }
    }

    private void put(int i, int d, long left) {
        item[size] = i;
        day[size] = d;
        open[size] = left;
        size++;
    }
}
