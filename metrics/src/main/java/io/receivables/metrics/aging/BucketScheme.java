package io.receivables.metrics.aging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Buckets that cover every age exactly once; a scheme with a gap or an overlap cannot be made.
 *
 * <p>The standard scheme is not due (0 days or less), 1–30, 31–60, 61–90 and 91 or more days past due: due today is not
 * past due, and 30 days lie in 1–30.
 */
public final class BucketScheme {
    /** So many ages, eleven years, are looked up in a table; more are searched for. */
    private static final int MOST_TABULATED = 1 << 12;

    private static final BucketScheme STANDARD = ofUpperBounds(0, 30, 60, 90);

    private final List<Bucket> buckets;
    private final int[] upperBounds;

    /** The bucket of every age from the first bound to one above the last; empty where these ages are many. */
    private final short[] byAge;

    private BucketScheme(List<Bucket> buckets) {
        this.buckets = List.copyOf(buckets);
        this.upperBounds =
                buckets.stream().limit(buckets.size() - 1L).mapToInt(Bucket::to).toArray();
        this.byAge = byAge(upperBounds);
    }

    private static short[] byAge(int[] bounds) {
        long ages = bounds.length == 0 ? 0 : (long) bounds[bounds.length - 1] - bounds[0] + 2;
        short[] buckets = new short[ages <= MOST_TABULATED ? (int) ages : 0];
        for (int i = 1; i < buckets.length; i++) {
            int before = buckets[i - 1];
            buckets[i] = (short) (bounds[0] + i > bounds[before] ? before + 1 : before);
        }
        return buckets;
    }

    /** Not due, 1–30, 31–60, 61–90, 91+. */
    public static BucketScheme standard() {
        return STANDARD;
    }

    /**
     * Not due, then one bucket a week (1–7, 8–14, …), then all that is older.
     *
     * @param weeks the number of weekly buckets, at least 1
     */
    public static BucketScheme weekly(int weeks) {
        if (weeks < 1) {
            throw new IllegalArgumentException("weeks " + weeks + " is below 1");
        }
        return ofUpperBounds(IntStream.rangeClosed(0, weeks)
                .map(week -> Math.multiplyExact(week, 7))
                .toArray());
    }

    /**
     * Buckets by their inclusive upper bounds; the last bucket, above the last bound, comes by itself.
     *
     * @throws IllegalArgumentException if the bounds do not ascend strictly
     */
    public static BucketScheme ofUpperBounds(int... bounds) {
        List<Bucket> buckets = new ArrayList<>();
        int from = Bucket.UNBOUNDED_BELOW;
        for (int i = 0; i < bounds.length; i++) {
            if (i > 0 && bounds[i] <= bounds[i - 1]) {
                throw new IllegalArgumentException("bucket bounds " + Arrays.toString(bounds) + " do not ascend: "
                        + bounds[i] + " follows " + bounds[i - 1]);
            }
            if (bounds[i] == Bucket.UNBOUNDED_ABOVE || bounds[i] == Bucket.UNBOUNDED_BELOW) {
                throw new IllegalArgumentException("bucket bound " + bounds[i] + " is no number of days");
            }
            buckets.add(new Bucket(from, bounds[i]));
            from = bounds[i] + 1;
        }
        buckets.add(new Bucket(from, Bucket.UNBOUNDED_ABOVE));
        return new BucketScheme(buckets);
    }

    /**
     * The scheme of the given buckets.
     *
     * @throws IllegalArgumentException naming the gap or overlap if they do not cover every age exactly once, in ascending
     *     order
     */
    public static BucketScheme of(List<Bucket> buckets) {
        if (buckets.isEmpty()) {
            throw new IllegalArgumentException("no buckets: give at least one");
        }
        long expected = Bucket.UNBOUNDED_BELOW;
        for (Bucket bucket : buckets) {
            if (bucket.from() != expected) {
                throw new IllegalArgumentException("bucket " + bucket.label() + " starts at " + bucket.from() + ", but "
                        + (bucket.from() > expected ? "nothing covers age " : "another bucket covers ages below ")
                        + expected);
            }
            expected = bucket.to() + 1L;
        }
        if (expected <= Bucket.UNBOUNDED_ABOVE) {
            throw new IllegalArgumentException("nothing covers ages from " + expected + ": leave the last bucket open");
        }
        return new BucketScheme(buckets);
    }

    /** The buckets, youngest first. */
    public List<Bucket> buckets() {
        return buckets;
    }

    public int size() {
        return buckets.size();
    }

    /** The index of the bucket that an age lies in. */
    public int indexOf(int age) {
        if (byAge.length > 0) {
            return byAge[(int) Math.max(0, Math.min((long) age - upperBounds[0], byAge.length - 1))];
        }
        int found = Arrays.binarySearch(upperBounds, age);
        return found >= 0 ? found : -found - 1;
    }

    /** The index of the bucket whose last age is this one, or -1 if none ends there. */
    int endingAt(int age) {
        return Math.max(-1, Arrays.binarySearch(upperBounds, age));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BucketScheme scheme && buckets.equals(scheme.buckets);
    }

    @Override
    public int hashCode() {
        return buckets.hashCode();
    }

    @Override
    public String toString() {
        return buckets.stream().map(Bucket::label).toList().toString();
    }
}
