/**
 * Totals of a ledger, added up beforehand so that they can be read for any date.
 *
 * <p>{@link io.receivables.metrics.totals.AgingCube} has what is open at the end of every day by due day: the aged balance
 * of all customers in any buckets, without a pass over the ledger. What it costs in memory is bounded.
 *
 * <p>{@link io.receivables.metrics.totals.DailyTotals} has the sales and receivables of every day by currency: what DSO is
 * made of. Those of several ledgers can be added.
 */
@NullMarked
package io.receivables.metrics.totals;

import org.jspecify.annotations.NullMarked;
