/**
 * A ledger that takes facts one by one and always knows its totals: aging, what each customer owes, DSO.
 *
 * <p>{@link io.receivables.metrics.live.LiveLedger} is for programs that run all day and are told of each invoice and
 * payment as it happens; for a question about a past date, or about all customers at once, use {@link
 * io.receivables.core.ledger.Ledger} with {@link io.receivables.metrics.aging.Aging} and {@link
 * io.receivables.metrics.dso.Dso}. Both always agree: after any facts in any order, the figures and the problems are those of
 * a ledger built from the same facts, as of the live ledger's day.
 *
 * <p><b>What a fact costs.</b> Most facts take effect by today, fit, and change the effect of no other: an invoice, a
 * payment, an allocation within what is open. Each of these is O(1): it looks up the ids that it states, of which there are up
 * to three, and changes a handful of sums, whatever the size of the ledger; it allocates nothing but room to grow, which
 * doubles. (A document that is dated back also changes the running sums of sales since, one for each 32 days.) Any
 * other fact (it came before what it names, concerns a document of several instalments, pays for another customer, does not
 * fit, or comes after a fact that its date puts later) is derived: the facts that it is connected to by references, and no
 * others, are replayed by the ledger's own rules, and their part in the totals is exchanged. That costs some microseconds for
 * each of the connected facts. What came before the thing that it names, or pays for another customer, is ordinary again once
 * everything fits; disputes, reversals and instalments that were derived stay so.
 *
 * <p><b>What a day costs.</b> {@link io.receivables.metrics.live.LiveLedger#advanceTo} moves, for each bucket and currency, the
 * one sum whose age passes the bucket's bound, and derives what is dated on that day or takes effect on it.
 *
 * <p><b>What a question costs.</b> Totals are copied from a small array. A DSO over a window is O(1), since sales are kept as
 * running sums; a count-back takes a step for each day or month that it counts. A customer's aging walks over all documents and
 * payments that the customer ever had; the balance alone does not.
 *
 * <p><b>Threads.</b> One thread at a time may apply facts and move the day; the caller sees to that. Readers take no lock and
 * do not delay the writer: a reader that the writer overtook reads again, and after some attempts leaves its question to the
 * writer, who answers it after the next fact. While the writer is in the middle of a change, readers wait for it.
 *
 * <p><b>What it keeps.</b> All facts, since a later one may have to be weighed against them, and beside each of them 52 to 104
 * bytes, as the room for it is filled or just doubled; 32 to 64 more for each payment and each instalment of a document. That
 * came to 320 to 350 bytes for a document with all that settles it, 3.3 facts together, where 70,000 and where a million
 * documents were measured. Ledgers with disputes keep 8 bytes more for each payment and instalment. The hash over the ids is a
 * plain one: whoever can choose ids at will can make it slow.
 */
@NullMarked
package io.receivables.metrics.live;

import org.jspecify.annotations.NullMarked;
