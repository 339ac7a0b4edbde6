package io.receivables.metrics.aging;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The sums of one group in one currency, before credits are treated. Cells add up; published ones never change. */
final class Cell {
    final long[] debit;
    final long[] credit;
    final int[] debitItems;
    final int[] creditItems;
    long notDue;
    int notDueItems;
    long disputed;
    int disputedItems;

    @Nullable OldestItem oldest;

    Cell(int buckets) {
        debit = new long[buckets];
        credit = new long[buckets];
        debitItems = new int[buckets];
        creditItems = new int[buckets];
    }

    void addDebits(int bucket, long open, int items) {
        debit[bucket] = Math.addExact(debit[bucket], open);
        debitItems[bucket] = Math.addExact(debitItems[bucket], items);
    }

    void addNotDue(long open, int items) {
        notDue = Math.addExact(notDue, open);
        notDueItems = Math.addExact(notDueItems, items);
    }

    void addDisputed(long amount, int items) {
        disputed = Math.addExact(disputed, amount);
        disputedItems = Math.addExact(disputedItems, items);
    }

    /** Whether an item of a date, as an epoch day, may be the oldest one. */
    boolean mayBeOldest(int since) {
        return oldest == null || since <= oldest.date().toEpochDay();
    }

    void addOldest(OldestItem item) {
        oldest = older(oldest, item);
    }

    void addCredits(int bucket, long open, int items) {
        credit[bucket] = Math.addExact(credit[bucket], open);
        creditItems[bucket] = Math.addExact(creditItems[bucket], items);
    }

    /** Adds another cell into this one, and gives this one. */
    Cell add(Cell other) {
        for (int b = 0; b < debit.length; b++) {
            debit[b] = Math.addExact(debit[b], other.debit[b]);
            credit[b] = Math.addExact(credit[b], other.credit[b]);
            debitItems[b] = Math.addExact(debitItems[b], other.debitItems[b]);
            creditItems[b] = Math.addExact(creditItems[b], other.creditItems[b]);
        }
        notDue = Math.addExact(notDue, other.notDue);
        notDueItems = Math.addExact(notDueItems, other.notDueItems);
        disputed = Math.addExact(disputed, other.disputed);
        disputedItems = Math.addExact(disputedItems, other.disputedItems);
        oldest = older(oldest, other.oldest);
        return this;
    }

    static Cell sum(Cell a, Cell b) {
        return new Cell(a.debit.length).add(a).add(b);
    }

    private static @Nullable OldestItem older(@Nullable OldestItem a, @Nullable OldestItem b) {
        return a == null || (b != null && b.compareTo(a) < 0) ? b : a;
    }

    /** What each bucket shows and, at the end, the credits that no bucket nets. */
    long[] treated(CreditTreatment treatment) {
        long[] shown = Arrays.copyOf(debit, debit.length + 1);
        long credits = sum(credit);
        switch (treatment) {
            case OWN_COLUMN -> shown[debit.length] = credits;
            case BY_DUE_DATE ->
                IntStream.range(0, debit.length).forEach(b -> shown[b] = Math.subtractExact(shown[b], credit[b]));
            case OLDEST_FIRST -> {
                for (int b = debit.length - 1; b >= 0; b--) {
                    long netted = Math.min(shown[b], credits);
                    shown[b] -= netted;
                    credits -= netted;
                }
                shown[debit.length] = credits;
            }
        }
        return shown;
    }

    long debits() {
        return sum(debit);
    }

    private static long sum(long[] amounts) {
        return Arrays.stream(amounts).reduce(0, Math::addExact);
    }

    int items() {
        return Arrays.stream(debitItems).sum();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Cell cell
                && Arrays.equals(debit, cell.debit)
                && Arrays.equals(credit, cell.credit)
                && Arrays.equals(debitItems, cell.debitItems)
                && Arrays.equals(creditItems, cell.creditItems)
                && notDue == cell.notDue
                && notDueItems == cell.notDueItems
                && disputed == cell.disputed
                && disputedItems == cell.disputedItems
                && Objects.equals(oldest, cell.oldest);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(debit) + Arrays.hashCode(credit);
    }
}
