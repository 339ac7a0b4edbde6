package io.receivables.metrics.totals;

import io.receivables.core.ledger.Ledger;
import io.receivables.metrics.aging.AgedBalance;
import io.receivables.metrics.aging.AgedBucket;
import io.receivables.metrics.aging.Aging;
import io.receivables.metrics.aging.AgingOptions;
import io.receivables.metrics.aging.BucketScheme;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/** Open amounts found by a pass of {@link Aging} over the ledger for each question. */
record ScannedSums(Ledger ledger, List<Currency> currencies) implements OpenSums {
    /** Beyond all business dates, and so far from the ends of {@code int} that ages fit. */
    private static final int FAR_OFF = 1 << 24;

    @Override
    public long open(Side side, int currency, int day, int dueFrom, int dueTo) {
        int asOf = notTooFar(day);
        BucketScheme range = BucketScheme.ofUpperBounds(asOf - notTooFar(dueTo) - 1, asOf - notTooFar(dueFrom));
        return open(side, currency, asOf, range)[1];
    }

    private static int notTooFar(int day) {
        return Math.max(-FAR_OFF, Math.min(FAR_OFF, day));
    }

    @Override
    public long[] open(Side side, int currency, int day, BucketScheme buckets) {
        AgedBalance balance = Aging.of(
                ledger, AgingOptions.standard(LocalDate.ofEpochDay(day)).into(buckets));
        String code = currencies.get(currency).getCurrencyCode();
        if (!balance.currencies().contains(code)) {
            return new long[buckets.size()];
        }
        return balance.in(code).buckets().stream()
                .map(side == Side.DEBITS ? AgedBucket::amount : AgedBucket::credits)
                .mapToLong(amount -> amount.minorUnits())
                .toArray();
    }

    @Override
    public long sizeInBytes() {
        return 0;
    }
}
