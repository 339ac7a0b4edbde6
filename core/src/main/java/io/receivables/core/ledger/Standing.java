package io.receivables.core.ledger;

import java.util.Arrays;

/**
 * What is still open when all is told. As of the last day on which anything happened in a part of the {@link Accounts}, or a
 * later day, no settlement has to be looked at: what is open is what was never settled, and by how much is known.
 *
 * <p>These places are in the first period. Of each run there, the debit items that are never settled come first, in the order
 * of their due days, then the credits that are never settled, then all others. The open amounts of debit items are kept as
 * running sums, so that those due between two days are a subtraction.
 */
public final class Standing {
    private final Accounts accounts;

    /** By part; {@link LedgerColumns#NEVER} where debit items are settled beyond their size or sums exceed 64 bits. */
    private final int[] lastDay;

    /** By run of the first period. */
    private final int[] debitsEnd;

    private final int[] end;

    /** By place of the first period: what is open of a run's debit items up to it. */
    private final long[] open;

    Standing(Accounts accounts, Workers workers) {
        this.accounts = accounts;
        int parts = accounts.parts();
        int runs = accounts.endRun(0, parts - 1);
        lastDay = new int[parts];
        debitsEnd = new int[runs];
        end = new int[runs];
        open = new long[runs == 0 ? 0 : accounts.end(runs - 1)];
        workers.each(parts, this::fill);
    }

    private void fill(int part) {
        boolean known = true;
        for (int run = accounts.firstRun(0, part); run < accounts.endRun(0, part); run++) {
            known &= fillRun(run);
        }
        lastDay[part] = known ? accounts.lastDay(part) : LedgerColumns.NEVER;
    }

    /** Gives whether the amounts are such as a running sum can tell. */
    private boolean fillRun(int run) {
        int place = accounts.start(run);
        long sum = 0;
        boolean known = true;
        for (; isStanding(run, place) && accounts.isDebit(place); place++) {
            long amount = accounts.unsettledAt(place, LedgerColumns.NEVER);
            known &= amount > 0 && sum + amount >= 0;
            sum += amount;
            open[place] = sum;
        }
        debitsEnd[run] = place;
        while (isStanding(run, place)) {
            place++;
        }
        end[run] = place;
        return known;
    }

    private boolean isStanding(int run, int place) {
        return place < accounts.end(run) && accounts.settledFrom(place) == LedgerColumns.NEVER;
    }

    /** Whether what stands open in a part is what is open at the end of a day. */
    public boolean isAt(int part, int day) {
        return day >= lastDay[part] && lastDay[part] != LedgerColumns.NEVER;
    }

    /** The place after the last debit item of a run that stands open; the first is the run's first place. */
    public int debitsEnd(int run) {
        return debitsEnd[run];
    }

    /** The place after the last one of a run that stands open; from {@link #debitsEnd} on these are credits. */
    public int end(int run) {
        return end[run];
    }

    /** What is open of the debit items of a run from one place to another, in minor units. */
    public long open(int run, int from, int to) {
        long before = from == accounts.start(run) ? 0 : open[from - 1];
        return from == to ? 0 : open[to - 1] - before;
    }

    long sizeInBytes() {
        return 4L * lastDay.length + 4L * debitsEnd.length + 4L * end.length + 8L * open.length;
    }

    /** Puts the rows of a run into the order described above; they are in the order of their settled-from days. */
    static void sort(int[] rows, int from, int to, AccountsBuilder given) {
        int end = from;
        while (end < to && given.isNeverSettled(rows[end])) {
            end++;
        }
        int[] inOrder = new int[end - from];
        long[] debits = new long[end - from];
        int count = 0;
        int credits = end - from;
        for (int i = end - 1; i >= from; i--) {
            if (given.isDebit(rows[i])) {
                debits[count++] = ((long) given.dueDay(rows[i]) << Integer.SIZE) | rows[i];
            } else {
                inOrder[--credits] = rows[i];
            }
        }
        Arrays.sort(debits, 0, count);
        for (int i = 0; i < count; i++) {
            inOrder[i] = (int) debits[i];
        }
        System.arraycopy(inOrder, 0, rows, from, inOrder.length);
    }
}
