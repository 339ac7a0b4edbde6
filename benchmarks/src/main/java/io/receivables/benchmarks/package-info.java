/**
 * JMH benchmarks of the engines against the same answers computed by streams over records and {@code BigDecimal}.
 *
 * <p>{@link io.receivables.benchmarks.BenchmarkTable} runs them and writes the table; the data come from {@link
 * io.receivables.benchmarks.SyntheticLedger}.
 */
@NullMarked
package io.receivables.benchmarks;

import org.jspecify.annotations.NullMarked;
