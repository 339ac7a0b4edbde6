/**
 * What applications call to be paid: {@link io.receivables.payments.desk.PaymentDesk}.
 *
 * <pre>{@code
 * PaymentDesk desk = PaymentDesk.with(journal, providers, PaymentDeskOptions.of(clock, ZoneId.of("America/Toronto")));
 *
 * CollectCommand command = PaymentRequests.forItems(payer, openItems, "reminder 2 of 2026-05").build();
 * PaymentState payment = desk.request("interac", command);      // a link for the letter: payment.payerAction()
 *
 * desk.receive("interac", message);                             // a webhook: answer what it answers
 * desk.work(100);                                               // now and then: what is due
 * ledger = ledger.with(desk.settledSince(cursor, 1000).facts());
 * }</pre>
 *
 * <p>Requests are written down before anything is sent, so that a crash loses none; what may have been sent is looked up and
 * not sent again before that; what is observed twice, late or in another order comes to the same state. The {@link
 * io.receivables.payments.desk.PaymentJournal} keeps it all.
 */
@NullMarked
package io.receivables.payments.desk;

import org.jspecify.annotations.NullMarked;
