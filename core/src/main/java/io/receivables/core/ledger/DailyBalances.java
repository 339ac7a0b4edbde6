package io.receivables.core.ledger;

import java.util.Arrays;

/**
 * Per currency, what customers owed less their credits at the end of every day from the first to the last on which
 * anything changed: a running sum over what was issued and what settled it. It never looks at the open amount of an item.
 */
final class DailyBalances {
    private final int[] firstDay;
    private final int[] lastDay;
    private final long[][] balances;

    private DailyBalances(LedgerColumns columns) {
        int currencies = columns.currencies().size();
        firstDay = new int[currencies];
        lastDay = new int[currencies];
        Arrays.fill(firstDay, Integer.MAX_VALUE);
        Arrays.fill(lastDay, Integer.MIN_VALUE);
        balances = new long[currencies][];
    }

    static DailyBalances of(LedgerColumns columns) {
        DailyBalances daily = new DailyBalances(columns);
        daily.findDays(columns);
        daily.add(columns);
        return daily;
    }

    private void findDays(LedgerColumns columns) {
        for (int row = 0; row < columns.rows(); row++) {
            int c = columns.currency(row);
            firstDay[c] = Math.min(firstDay[c], columns.issueDay(row));
            lastDay[c] = Math.max(lastDay[c], columns.issueDay(row));
            if (columns.settlementStart(row) < columns.settlementStart(row + 1)) {
                lastDay[c] = Math.max(lastDay[c], columns.settlementDay(columns.settlementStart(row + 1) - 1));
            }
        }
    }

    private void add(LedgerColumns columns) {
        // dense, as the ledgers' days are; a single far-off date costs 3 KB for each year in between
        Arrays.setAll(balances, c -> new long[hasRows(c) ? lastDay[c] - firstDay[c] + 1 : 0]);
        for (int row = 0; row < columns.rows(); row++) {
            int c = columns.currency(row);
            boolean debit = columns.isDebit(row);
            int issued = columns.issueDay(row);
            add(c, issued, columns.amount(row), debit);
            for (int s = columns.settlementStart(row); s < columns.settlementStart(row + 1); s++) {
                // a settlement given for a day before its row counts from the row's first day on
                add(c, Math.max(issued, columns.settlementDay(s)), columns.settlementAmount(s), !debit);
            }
        }
        for (long[] balance : balances) {
            for (int d = 1; d < balance.length; d++) {
                balance[d] = Math.addExact(balance[d], balance[d - 1]);
            }
        }
    }

    private void add(int currency, int day, long amount, boolean debit) {
        long[] balance = balances[currency];
        int at = day - firstDay[currency];
        balance[at] = debit ? Math.addExact(balance[at], amount) : Math.subtractExact(balance[at], amount);
    }

    private boolean hasRows(int currency) {
        return firstDay[currency] <= lastDay[currency];
    }

    /** Whether anything of a currency was issued by the end of a day. */
    boolean hasBegun(int currency, int day) {
        return firstDay[currency] <= day && hasRows(currency);
    }

    /** The balance at the end of a day, in minor units. */
    long at(int currency, int day) {
        return hasBegun(currency, day) ? balances[currency][Math.min(day, lastDay[currency]) - firstDay[currency]] : 0;
    }
}
