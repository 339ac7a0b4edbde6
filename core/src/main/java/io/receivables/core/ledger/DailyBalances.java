package io.receivables.core.ledger;

import java.util.Arrays;

/**
 * Per currency, what customers owed less their credits at the end of every day on which anything changed: a running sum
 * over what was issued and what settled it. It never looks at the open amount of an item.
 */
final class DailyBalances {
    private final int[][] days;
    private final long[][] balances;

    private DailyBalances(int[][] days, long[][] balances) {
        this.days = days;
        this.balances = balances;
    }

    static DailyBalances of(LedgerColumns columns) {
        int currencies = columns.currencies().size();
        int[][] days = new int[currencies][];
        long[][] balances = new long[currencies][];
        for (int c = 0; c < currencies; c++) {
            days[c] = distinctDays(columns, c);
            balances[c] = new long[days[c].length];
        }
        for (int row = 0; row < columns.rows(); row++) {
            int c = columns.currency(row);
            boolean debit = columns.isDebit(row);
            int issued = columns.issueDay(row);
            add(balances[c], days[c], issued, columns.amount(row), debit);
            for (int s = columns.settlementStart(row); s < columns.settlementStart(row + 1); s++) {
                add(balances[c], days[c], effective(columns, row, s), columns.settlementAmount(s), !debit);
            }
        }
        for (long[] balance : balances) {
            for (int d = 1; d < balance.length; d++) {
                balance[d] = Math.addExact(balance[d], balance[d - 1]);
            }
        }
        return new DailyBalances(days, balances);
    }

    /** A settlement given for a day before its row counts from the row's first day on. */
    private static int effective(LedgerColumns columns, int row, int settlement) {
        return Math.max(columns.issueDay(row), columns.settlementDay(settlement));
    }

    private static int[] distinctDays(LedgerColumns columns, int currency) {
        int[] all = new int[16];
        int size = 0;
        for (int row = 0; row < columns.rows(); row++) {
            if (columns.currency(row) == currency) {
                int end = columns.settlementStart(row + 1);
                for (int s = columns.settlementStart(row) - 1; s < end; s++) {
                    if (size == all.length) {
                        // sorting now and then keeps the array as small as the number of distinct days
                        size = distinct(all, size);
                        all = Arrays.copyOf(all, Math.max(all.length, size * 2));
                    }
                    all[size++] = s < columns.settlementStart(row) ? columns.issueDay(row) : effective(columns, row, s);
                }
            }
        }
        return Arrays.copyOf(all, distinct(all, size));
    }

    private static int distinct(int[] days, int size) {
        Arrays.sort(days, 0, size);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (kept == 0 || days[kept - 1] != days[i]) {
                days[kept++] = days[i];
            }
        }
        return kept;
    }

    private static void add(long[] balances, int[] days, int day, long amount, boolean debit) {
        int at = Arrays.binarySearch(days, day);
        balances[at] = debit ? Math.addExact(balances[at], amount) : Math.subtractExact(balances[at], amount);
    }

    /** Whether anything of a currency was issued by the end of a day. */
    boolean hasBegun(int currency, int day) {
        return days[currency].length > 0 && days[currency][0] <= day;
    }

    /** The balance at the end of a day, in minor units. */
    long at(int currency, int day) {
        int at = Arrays.binarySearch(days[currency], day);
        int index = at >= 0 ? at : -at - 2;
        return index < 0 ? 0 : balances[currency][index];
    }
}
