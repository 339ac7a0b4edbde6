/**
 * Days sales outstanding: {@link io.receivables.metrics.dso.DsoFormulas} has the formulas, {@link
 * io.receivables.metrics.dso.DsoMethod} names the variants and {@link io.receivables.metrics.dso.Dso} computes them from
 * a ledger: of all its customers together or of each, and of several ledgers as if they were one. Where there are many, {@link io.receivables.metrics.dso.DsoTable} keeps them without an object for each.
 */
@NullMarked
package io.receivables.metrics.dso;

import org.jspecify.annotations.NullMarked;
