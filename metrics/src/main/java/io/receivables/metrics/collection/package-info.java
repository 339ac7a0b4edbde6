/**
 * What came of collecting: how many promises were kept, how much of the credit limits is used, how many reminders were
 * sent. {@link io.receivables.metrics.collection.CollectionMethod} names the measures and {@link
 * io.receivables.metrics.collection.CollectionMeasures} computes them from a {@link
 * io.receivables.core.collection.CollectionLog}:
 *
 * <pre>{@code
 * CollectionMeasures.of(log, asOf, CollectionMethod.promisesKept().over(Window.days(90))).in("CAD");
 * CollectionMeasures.of(log, asOf, CollectionMethod.remindersSent(2)).in("CAD");
 * }</pre>
 */
@NullMarked
package io.receivables.metrics.collection;

import org.jspecify.annotations.NullMarked;
