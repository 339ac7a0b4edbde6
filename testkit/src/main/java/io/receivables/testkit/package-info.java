/**
 * Generated ledgers for property tests.
 *
 * <p>{@link io.receivables.testkit.ReceivablesArbitraries} makes customers, documents, consistent histories of facts and
 * whole ledgers.
 */
@NullMarked
package io.receivables.testkit;

import org.jspecify.annotations.NullMarked;
