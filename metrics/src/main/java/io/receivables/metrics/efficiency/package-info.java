/**
 * How well receivables are collected: {@link io.receivables.metrics.efficiency.EfficiencyFormulas} has the formulas,
 * {@link io.receivables.metrics.efficiency.EfficiencyMethod} names the variants and {@link
 * io.receivables.metrics.efficiency.Efficiency} computes them from a ledger.
 */
@NullMarked
package io.receivables.metrics.efficiency;

import org.jspecify.annotations.NullMarked;
