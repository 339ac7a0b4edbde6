/**
 * The ledger that ships with the project: two years of a bilingual Canadian and French company, drawn from a fixed seed.
 */
@NullMarked
package io.receivables.examples.sample;

import org.jspecify.annotations.NullMarked;
