/**
 * Worked examples in JSON, run against the library: one {@link io.receivables.examples.conformance.ConformanceKind} per
 * kind of example.
 */
@NullMarked
package io.receivables.examples.conformance;

import org.jspecify.annotations.NullMarked;
