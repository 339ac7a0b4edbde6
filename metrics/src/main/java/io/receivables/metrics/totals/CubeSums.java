package io.receivables.metrics.totals;

import io.receivables.metrics.aging.Bucket;
import io.receivables.metrics.aging.BucketScheme;
import java.util.Arrays;
import java.util.List;

/** Open amounts looked up in the sums of every currency. */
final class CubeSums implements OpenSums {
    private final CurrencySums[] byCurrency;

    CubeSums(CurrencySums[] byCurrency) {
        this.byCurrency = byCurrency;
    }

    @Override
    public long open(Side side, int currency, int day, int dueFrom, int dueTo) {
        return byCurrency[currency].open(side, day, dueFrom, dueTo);
    }

    @Override
    public long[] open(Side side, int currency, int day, BucketScheme scheme) {
        List<Bucket> buckets = scheme.buckets();
        long[] open = new long[buckets.size()];
        for (int b = 0; b < open.length; b++) {
            open[b] = open(side, currency, day, dueFrom(buckets.get(b), day), dueTo(buckets.get(b), day));
        }
        return open;
    }

    private static int dueFrom(Bucket bucket, int day) {
        return bucket.to() == Bucket.UNBOUNDED_ABOVE ? Integer.MIN_VALUE : dueDay(day, bucket.to());
    }

    private static int dueTo(Bucket bucket, int day) {
        return bucket.from() == Bucket.UNBOUNDED_BELOW ? Integer.MAX_VALUE : dueDay(day, bucket.from());
    }

    /** The due day of what has an age at the end of a day; where it is no {@code int}, the nearest one. */
    private static int dueDay(int day, int age) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, (long) day - age));
    }

    @Override
    public long sizeInBytes() {
        return Arrays.stream(byCurrency).mapToLong(CurrencySums::sizeInBytes).sum();
    }
}
