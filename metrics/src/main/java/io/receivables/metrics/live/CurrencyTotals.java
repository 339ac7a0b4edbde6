package io.receivables.metrics.live;

import io.receivables.core.Money;
import io.receivables.metrics.aging.BucketScheme;
import java.util.Currency;

/** The running totals of one currency: how it stands, and what is open by due day, so that the next day is soon told. */
final class CurrencyTotals {
    private final Standing standing;
    private final int[] upperBounds;

    /** Open items by due day. */
    private final DaySums debits = new DaySums();

    private final DaySums credits = new DaySums();
    private long volume;
    private boolean begun;

    CurrencyTotals(Currency currency, BucketScheme scheme, int day) {
        standing = new Standing(currency, scheme, day);
        upperBounds = scheme.buckets().stream()
                .limit(scheme.size() - 1L)
                .mapToInt(bucket -> bucket.to())
                .toArray();
    }

    Standing standing() {
        return standing;
    }

    Currency currency() {
        return standing.currency;
    }

    /**
     * Counts the size of a document or payment. The sum of all sizes fits, and so does every other sum of this currency:
     * each adds up parts of them.
     *
     * @throws ArithmeticException if it would not fit
     */
    void addVolume(Money size) {
        try {
            volume = Math.addExact(volume, size.minorUnits());
        } catch (ArithmeticException e) {
            throw new ArithmeticException("all documents and payments in "
                    + currency().getCurrencyCode() + " come to more than a long of minor units can hold with " + size
                    + " more");
        }
    }

    /** Whether anything was issued. */
    boolean hasBegun() {
        return begun;
    }

    void begin() {
        begun = true;
    }

    void addSale(int day, long amount) {
        standing.sales.add(day, amount);
        standing.firstDocument = Math.min(standing.firstDocument, day);
    }

    /** Changes what is open of the items of one side that are due on a day. */
    void change(boolean debit, int dueDay, long amount, int items) {
        (debit ? debits : credits).add(dueDay, amount, items);
        standing.figures.addBalance(debit ? amount : -amount);
        standing.figures.add(debit, standing.scheme.indexOf(standing.day - dueDay), amount, items);
        if (debit && dueDay >= standing.day) {
            standing.figures.addNotDue(amount, items);
        }
    }

    void changeDisputed(long amount, int items) {
        standing.figures.addDisputed(amount, items);
    }

    /** Moves to the next day: of each bucket only what is due on one day changes. */
    void nextDay() {
        for (int bucket = 0; bucket < upperBounds.length; bucket++) {
            long dueDay = (long) standing.day - upperBounds[bucket];
            standing.figures.age(true, bucket, debits.amount(dueDay), debits.items(dueDay));
            standing.figures.age(false, bucket, credits.amount(dueDay), credits.items(dueDay));
        }
        standing.figures.addNotDue(-debits.amount(standing.day), -debits.items(standing.day));
        standing.day++;
    }
}
