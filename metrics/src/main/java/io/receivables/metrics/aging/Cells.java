package io.receivables.metrics.aging;

import java.util.function.IntFunction;

/**
 * What is open of some accounts at the end of one day, packed: a short list for each kind of figure, since most accounts
 * have few of them.
 *
 * @param debits the open debit items by account and bucket
 * @param oldest by account, in place of an amount, the place of its oldest debit item
 * @param credits the open credits by account and bucket
 * @param notDue the debit items not due by account, where the buckets do not tell
 * @param disputed the contested parts of debit items by account
 */
record Cells(Sums debits, Sums oldest, Sums credits, Sums notDue, Sums disputed) {
    Cells() {
        this(new Sums(), new Sums(), new Sums(), new Sums(), new Sums());
    }

    /**
     * Adds all of these to cells.
     *
     * @param cellOf the cell of an account
     * @param lastNotDue the bucket up to which nothing is due; below zero where the buckets do not tell
     */
    void addTo(IntFunction<Cell> cellOf, AgedPlaces places, int lastNotDue) {
        debits.forEach((account, bucket, open, items) -> {
            Cell cell = cellOf.apply(account);
            cell.addDebits(bucket, open, items);
            if (bucket <= lastNotDue) {
                cell.addNotDue(open, items);
            }
        });
        oldest.forEach((account, bucket, place, items) -> {
            Cell cell = cellOf.apply(account);
            if (cell.mayBeOldest(places.since((int) place))) {
                cell.addOldest(places.item((int) place));
            }
        });
        addOthersTo(cellOf);
    }

    /** Adds what stands beside the debits. */
    void addOthersTo(IntFunction<Cell> cellOf) {
        credits.forEach((account, bucket, open, items) -> cellOf.apply(account).addCredits(bucket, open, items));
        notDue.forEach((account, bucket, open, items) -> cellOf.apply(account).addNotDue(open, items));
        disputed.forEach((account, bucket, open, items) -> cellOf.apply(account).addDisputed(open, items));
    }
}
