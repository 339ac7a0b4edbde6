/**
 * Runnable programs: {@link io.receivables.examples.ReceivablesReport}, the aged balance and DSO of a ledger on the terminal
 * and as JSON, and {@link io.receivables.examples.Conformance}, which runs folders of worked examples.
 */
@NullMarked
package io.receivables.examples;

import org.jspecify.annotations.NullMarked;
