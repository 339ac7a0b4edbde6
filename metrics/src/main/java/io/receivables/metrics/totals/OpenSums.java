package io.receivables.metrics.totals;

import io.receivables.metrics.aging.BucketScheme;

/** What is open at the end of a day, in minor units. Currencies are indexes into those of the cube, days are epoch days. */
sealed interface OpenSums permits CubeSums, ScannedSums {
    /** What is open of the items due from one day to another, both included. */
    long open(Side side, int currency, int day, int dueFrom, int dueTo);

    /** What is open by the bucket that the items' due dates put them in. */
    long[] open(Side side, int currency, int day, BucketScheme buckets);

    long sizeInBytes();
}
