/**
 * How well receivables are collected: {@link io.receivables.metrics.efficiency.EfficiencyFormulas} has the formulas,
 * {@link io.receivables.metrics.efficiency.EfficiencyMethod} names the variants and {@link
 * io.receivables.metrics.efficiency.Efficiency} computes them from a ledger: of all its customers together or of each, and of
 * several ledgers as if they were one.
 */
@NullMarked
package io.receivables.metrics.efficiency;

import org.jspecify.annotations.NullMarked;
