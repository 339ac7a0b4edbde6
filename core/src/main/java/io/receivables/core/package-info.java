/**
 * Facts about money that customers owe: documents ({@link io.receivables.core.Invoice}, {@link
 * io.receivables.core.DebitNote}, {@link io.receivables.core.CreditNote}), what settles them ({@link
 * io.receivables.core.Payment}, {@link io.receivables.core.Allocation}, {@link io.receivables.core.Refund}, {@link
 * io.receivables.core.WriteOff}, {@link io.receivables.core.Reversal}) and what is contested ({@link
 * io.receivables.core.Dispute}).
 *
 * <p>Facts are immutable and only ever appended: a correction is a new fact. A ledger ({@link
 * io.receivables.core.ledger.Ledger}) is built from them.
 */
@NullMarked
package io.receivables.core;

import org.jspecify.annotations.NullMarked;
