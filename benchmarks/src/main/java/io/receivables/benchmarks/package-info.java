/**
 * JMH benchmarks of the engines beside the same answers given by DuckDB and by streams over records.
 *
 * <p>{@link io.receivables.benchmarks.BenchmarkTable} runs them and writes the page; what is asked is in {@link
 * io.receivables.benchmarks.Task}, who answers in {@link io.receivables.benchmarks.Side}, the SQL in {@code duckdb.sql}; the
 * data come from {@link io.receivables.benchmarks.SyntheticLedger}.
 */
@NullMarked
package io.receivables.benchmarks;

import org.jspecify.annotations.NullMarked;
