package io.receivables.metrics.aging;

import java.util.function.IntFunction;

/**
 * What is open of some accounts at the end of some days, packed: a list for each kind of figure, since most accounts have few
 * of them.
 *
 * @param debits the open debit items
 * @param credits the open credits
 * @param notDue the debit items not due, where the buckets do not tell
 * @param disputed the contested parts of debit items
 */
record Cells(OpenDebits debits, SingleItems credits, SingleItems notDue, SingleItems disputed) {
    /**
     * Adds what is open on one of the days to cells.
     *
     * @param d the day's number
     * @param epochDay the day
     * @param cellOf the cell of an account
     * @param lastNotDue the bucket up to which nothing is due; below zero where the buckets do not tell
     */
    void addTo(int d, int epochDay, IntFunction<Cell> cellOf, AgedPlaces places, int lastNotDue) {
        debits.forEach(d, (account, bucket, open, items) -> {
            Cell cell = cellOf.apply(account);
            cell.addDebits(bucket, open, items);
            if (bucket <= lastNotDue) {
                cell.addNotDue(open, items);
            }
        });
        debits.forEachRow(d, (account, oldest) -> {
            Cell cell = cellOf.apply(account);
            if (cell.mayBeOldest(AgedPlaces.since(oldest))) {
                cell.addOldest(places.item(places.untied(oldest, account, epochDay)));
            }
        });
        addOthersTo(d, cellOf);
    }

    /** Adds what stands beside the debits. */
    void addOthersTo(int d, IntFunction<Cell> cellOf) {
        credits.forEach(d, (account, bucket, open) -> cellOf.apply(account).addCredits(bucket, open, 1));
        notDue.forEach(d, (account, bucket, open) -> cellOf.apply(account).addNotDue(open, 1));
        disputed.forEach(d, (account, bucket, open) -> cellOf.apply(account).addDisputed(open, 1));
    }
}
