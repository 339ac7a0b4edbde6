package io.receivables.metrics.live;

import io.receivables.metrics.aging.BucketScheme;
import java.time.LocalDate;
import java.util.Objects;

/**
 * How a live ledger begins and ages. Ages count from due dates.
 *
 * @param startingOn the first day at whose end it stands
 * @param buckets the ranges of ages
 */
public record LiveOptions(LocalDate startingOn, BucketScheme buckets) {
    /**
     * @throws IllegalArgumentException if the day is outside the years 1900 to 9999
     */
    public LiveOptions {
        Days.checked(startingOn, "startingOn");
        Objects.requireNonNull(buckets, "buckets");
    }

    /** In the standard buckets. */
    public static LiveOptions standard(LocalDate startingOn) {
        return new LiveOptions(startingOn, BucketScheme.standard());
    }

    public LiveOptions into(BucketScheme buckets) {
        return new LiveOptions(startingOn, buckets);
    }
}
