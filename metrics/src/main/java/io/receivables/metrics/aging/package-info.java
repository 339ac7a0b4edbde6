/**
 * The aged balance: what customers owe, by how long it has been due.
 *
 * <p>{@link io.receivables.metrics.aging.Aging} computes it for any date from a ledger; {@link
 * io.receivables.metrics.aging.AgingOptions} says by which date items age, into which buckets, what happens to credits
 * and what to group by.
 */
@NullMarked
package io.receivables.metrics.aging;

import org.jspecify.annotations.NullMarked;
