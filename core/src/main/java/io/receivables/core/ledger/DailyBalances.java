package io.receivables.core.ledger;

import java.util.Arrays;

/**
 * Per currency, what customers owed less their credits at the end of every day from the first to the last on which
 * anything changed: a running sum over what was issued and what settled it. It never looks at the open amount of an item.
 */
final class DailyBalances {
    private final int firstDay;
    private final int[] begun;
    private final long[][] balances;

    private DailyBalances(DailyChanges changes, int currencies) {
        firstDay = changes.firstDay();
        begun = new int[currencies];
        balances = new long[currencies][];
        Arrays.setAll(begun, changes::firstRow);
        Arrays.setAll(balances, changes::receivables);
        Arrays.stream(balances).forEach(DailyBalances::accumulate);
    }

    static DailyBalances of(LedgerColumns columns, Workers workers) {
        return new DailyBalances(
                DailyChanges.of(columns, workers), columns.currencies().size());
    }

    private static void accumulate(long[] balance) {
        for (int day = 1; day < balance.length; day++) {
            balance[day] = Math.addExact(balance[day], balance[day - 1]);
        }
    }

    /** Whether anything of a currency was issued by the end of a day. */
    boolean hasBegun(int currency, int day) {
        return begun[currency] <= day;
    }

    /** The balance at the end of a day, in minor units. */
    long at(int currency, int day) {
        return hasBegun(currency, day)
                ? balances[currency][Math.min(day - firstDay, balances[currency].length - 1)]
                : 0;
    }
}
