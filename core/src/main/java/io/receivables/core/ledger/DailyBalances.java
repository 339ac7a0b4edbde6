package io.receivables.core.ledger;

import java.util.Arrays;
import java.util.List;

/**
 * Per currency, what customers owed less their credits at the end of every day from the first to the last on which
 * anything changed: a running sum over what was issued and what settled it. It never looks at the open amount of an item.
 */
final class DailyBalances {
    private final Accounts accounts;
    private final int[] firstDay;
    private final int[] lastDay;
    private final long[][] balances;

    private DailyBalances(Accounts accounts, int currencies) {
        this.accounts = accounts;
        firstDay = new int[currencies];
        lastDay = new int[currencies];
        Arrays.fill(firstDay, Integer.MAX_VALUE);
        Arrays.fill(lastDay, Integer.MIN_VALUE);
        balances = new long[currencies][];
    }

    /** An empty one over the same days. */
    private DailyBalances(DailyBalances days) {
        accounts = days.accounts;
        firstDay = days.firstDay;
        lastDay = days.lastDay;
        // dense, as the ledgers' days are; a single far-off date costs 3 KB for each year in between
        balances = new long[firstDay.length][];
        Arrays.setAll(balances, c -> new long[hasRows(c) ? lastDay[c] - firstDay[c] + 1 : 0]);
    }

    static DailyBalances of(LedgerColumns columns, Workers workers) {
        Accounts accounts = columns.accounts();
        int currencies = columns.currencies().size();
        DailyBalances days = new DailyBalances(accounts, currencies);
        workers.gather(accounts.parts(), () -> new DailyBalances(accounts, currencies), DailyBalances::findDays)
                .forEach(days::addDays);
        List<DailyBalances> parts = workers.gather(accounts.parts(), () -> new DailyBalances(days), DailyBalances::add);
        DailyBalances all = new DailyBalances(days);
        parts.forEach(all::addBalances);
        Arrays.stream(all.balances).forEach(DailyBalances::accumulate);
        return all;
    }

    private void findDays(int part) {
        accounts.eachRun(part, (account, from, to) -> {
            int first = Integer.MAX_VALUE;
            int last = Integer.MIN_VALUE;
            for (int place = from; place < to; place++) {
                first = Math.min(first, accounts.issueDay(place));
                last = Math.max(last, accounts.issueDay(place));
                int settlements = accounts.settlementStart(place + 1);
                if (accounts.settlementStart(place) < settlements) {
                    last = Math.max(last, accounts.settlementDay(settlements - 1));
                }
            }
            int c = accounts.currency(account);
            firstDay[c] = Math.min(firstDay[c], first);
            lastDay[c] = Math.max(lastDay[c], last);
        });
    }

    private void addDays(DailyBalances other) {
        Arrays.setAll(firstDay, c -> Math.min(firstDay[c], other.firstDay[c]));
        Arrays.setAll(lastDay, c -> Math.max(lastDay[c], other.lastDay[c]));
    }

    private void add(int part) {
        accounts.eachRun(part, (account, from, to) -> {
            int c = accounts.currency(account);
            long[] balance = balances[c];
            int first = firstDay[c];
            for (int place = from; place < to; place++) {
                int sign = accounts.isDebit(place) ? 1 : -1;
                int issued = accounts.issueDay(place) - first;
                balance[issued] = Math.addExact(balance[issued], sign * accounts.amount(place));
                int settlements = accounts.settlementStart(place + 1);
                for (int s = accounts.settlementStart(place); s < settlements; s++) {
                    // a settlement given for a day before its row counts from the row's first day on
                    int day = Math.max(issued, accounts.settlementDay(s) - first);
                    balance[day] = Math.subtractExact(balance[day], sign * accounts.settlementAmount(s));
                }
            }
        });
    }

    private void addBalances(DailyBalances other) {
        for (int c = 0; c < balances.length; c++) {
            long[] sums = balances[c];
            long[] more = other.balances[c];
            Arrays.setAll(sums, day -> Math.addExact(sums[day], more[day]));
        }
    }

    private static void accumulate(long[] balance) {
        for (int day = 1; day < balance.length; day++) {
            balance[day] = Math.addExact(balance[day], balance[day - 1]);
        }
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
