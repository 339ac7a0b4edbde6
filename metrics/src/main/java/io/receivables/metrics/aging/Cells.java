package io.receivables.metrics.aging;

import java.util.function.IntFunction;

/**
 * What is open of some accounts at the end of one day, packed: per account with an open debit item the amounts and numbers
 * by bucket, and beside them what most accounts do not have.
 *
 * @param accounts the accounts with an open debit item
 * @param debits per account and bucket the amount and the number of debit items
 * @param notDue per account the amount and the number of debit items not due
 * @param oldest per account the place of its oldest debit item
 * @param credits the open credits, one by one
 * @param disputes the contested parts of debit items, one by one
 */
record Cells(int[] accounts, long[] debits, long[] notDue, int[] oldest, Marks credits, Marks disputes) {
    /** Adds all of these to the cells of the accounts, whatever these are. */
    void addTo(IntFunction<Cell> cellOf, AgedPlaces places) {
        for (int i = 0; i < accounts.length; i++) {
            Cell cell = cellOf.apply(accounts[i]);
            int width = debits.length / accounts.length;
            for (int b = 0; b < width / 2; b++) {
                cell.addDebits(b, debits[i * width + 2 * b], (int) debits[i * width + 2 * b + 1]);
            }
            cell.addNotDue(notDue[2 * i], (int) notDue[2 * i + 1]);
            cell.addOldest(places.item(oldest[i]));
        }
        for (int i = 0; i < credits.size(); i++) {
            cellOf.apply(credits.account(i)).addCredit(credits.bucket(i), credits.amount(i));
        }
        for (int i = 0; i < disputes.size(); i++) {
            cellOf.apply(disputes.account(i)).addDisputed(disputes.amount(i));
        }
    }
}
