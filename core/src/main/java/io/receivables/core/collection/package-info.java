/**
 * Facts of collecting money: what customers promised ({@link io.receivables.core.collection.PromiseToPay}, {@link
 * io.receivables.core.collection.PaymentPlan}), how much credit they have ({@link io.receivables.core.collection.CreditLimit},
 * {@link io.receivables.core.collection.CreditHold}), what they were sent ({@link
 * io.receivables.core.collection.ReminderSent}) and what is over ({@link io.receivables.core.collection.Cancellation}).
 *
 * <p>They stand beside the ledger, in a {@link io.receivables.core.collection.CollectionLog}, and the ledger decides what
 * came of them:
 *
 * <pre>{@code
 * CollectionLog log = CollectionLog.of(ledger, List.of(
 *         PromiseToPay.of("PR-1", "ACME", LocalDate.parse("2026-04-10"), Money.of("400.00", "CAD"), LocalDate.parse("2026-04-20"))
 *                 .on("F-1001"),
 *         CreditLimit.of("L-1", "ACME", LocalDate.parse("2026-01-01"), Money.of("1000.00", "CAD"))));
 *
 * log.promises(CollectionOptions.standard(LocalDate.parse("2026-04-20"))).get(0).status();   // KEPT
 * log.creditPositions(LocalDate.parse("2026-04-20")).get(0).isBreached();   // false
 * }</pre>
 *
 * <p>Disputes are facts of the ledger ({@link io.receivables.core.Dispute}), since they change what an aged balance shows.
 */
@NullMarked
package io.receivables.core.collection;

import org.jspecify.annotations.NullMarked;
