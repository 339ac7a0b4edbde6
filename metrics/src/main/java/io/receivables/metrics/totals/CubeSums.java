package io.receivables.metrics.totals;

import io.receivables.metrics.aging.Bucket;
import io.receivables.metrics.aging.BucketScheme;
import java.util.Arrays;
import java.util.List;

/** Open amounts looked up in sums of both sides of every currency. */
final class CubeSums implements OpenSums {
    private final PrefixSums[] sums;

    /** @param sums by {@link #index} */
    CubeSums(PrefixSums[] sums) {
        this.sums = sums;
    }

    static int index(Side side, int currency) {
        return 2 * currency + (side == Side.DEBITS ? 0 : 1);
    }

    @Override
    public long open(Side side, int currency, int day, int dueFrom, int dueTo) {
        return sums[index(side, currency)].open(day, dueFrom, dueTo);
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
        return Arrays.stream(sums).mapToLong(PrefixSums::sizeInBytes).sum();
    }
}
