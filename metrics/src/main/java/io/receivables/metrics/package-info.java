/**
 * What all measures have in common: a {@link io.receivables.metrics.Measure} with its inputs and the convention that
 * produced it, {@link io.receivables.metrics.Measures} of one per currency, a {@link
 * io.receivables.metrics.MeasureSeries} over month-ends and {@link io.receivables.metrics.CustomerMeasures} by customer. {@link io.receivables.metrics.MeasureKind} lists them.
 *
 * <p>The measures themselves: {@link io.receivables.metrics.dso.Dso} and {@link
 * io.receivables.metrics.efficiency.Efficiency} compute them from a ledger, {@link
 * io.receivables.metrics.collection.CollectionMeasures} from promises, limits and reminders beside it, {@link
 * io.receivables.metrics.dso.DsoFormulas} and {@link io.receivables.metrics.efficiency.EfficiencyFormulas} from one's own
 * numbers. The aged balance is {@link io.receivables.metrics.aging.Aging}. Totals that are
 * added up beforehand and read for any date are in {@link io.receivables.metrics.totals}; {@link
 * io.receivables.metrics.live.LiveLedger} keeps all of these up to date as facts come in.
 */
@NullMarked
package io.receivables.metrics;

import org.jspecify.annotations.NullMarked;
