package io.receivables.metrics.aging;

import io.receivables.core.Money;

/**
 * One cell of the aged balance.
 *
 * @param bucket the range of ages
 * @param amount the open debit items of these ages, less the credits that the {@link CreditTreatment} nets here
 * @param items the number of open debit items of these ages
 * @param credits the open credits whose own date makes them of these ages, as a size; contained in {@code amount} only
 *     where the treatment says so
 * @param creditItems the number of those credits
 */
public record AgedBucket(Bucket bucket, Money amount, int items, Money credits, int creditItems) {}
