/**
 * Generated ledgers for property tests, and what must be true of every ledger and of every figure drawn from one.
 *
 * <p>{@link io.receivables.testkit.ReceivablesDomain} gives customers, documents, consistent histories of facts and whole
 * ledgers to properties by type, {@link io.receivables.testkit.ReceivablesProviders} by name; both take them from {@link
 * io.receivables.testkit.ReceivablesArbitraries}. {@link io.receivables.testkit.LedgerInvariants} checks, and {@link
 * io.receivables.testkit.BulkLedgers} makes the same ledger in other ways.
 */
@NullMarked
package io.receivables.testkit;

import org.jspecify.annotations.NullMarked;
