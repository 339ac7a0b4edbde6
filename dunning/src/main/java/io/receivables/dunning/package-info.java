/**
 * Dunning: what to do next about an item that is past due, once, and why.
 *
 * <pre>{@code
 * Policies policies = Policies.of(DunningPolicy.of("standard",
 *         DunningStep.reminder(1, 8),
 *         DunningStep.reminder(2, 20).in(Tone.FIRM),
 *         DunningStep.formalNotice(3, 35),
 *         DunningStep.handOver(4, 60, Successor.COLLECTION_AGENCY)));
 *
 * DunningPlan plan = DunningRun.plan(ledger, cases, policies, today);   // pure: this is the dry run
 * plan.letters().forEach(letter -> System.out.println(letter.customerId() + " " + letter.claimed()));
 * plan.why("F-1001").forEach(why -> System.out.println(why.lines(Locale.ENGLISH)));
 * }</pre>
 *
 * <p>A <em>case</em> is one open item, an instalment of a document. An <em>action</em> belongs to a case, a <em>letter</em>
 * is what the actions of one customer are sent in. What is owed comes from the {@link io.receivables.core.ledger.Ledger},
 * what customers promised from the {@link io.receivables.core.collection.CollectionLog}, what was done so far from the
 * {@link io.receivables.dunning.cases.Cases}; {@link io.receivables.dunning.policy.Policies} say what to do.
 *
 * <p>The {@link io.receivables.dunning.Rule}s are tried in their order for each item, and the first that applies decides.
 * {@link io.receivables.dunning.DunningPlan#why} tells which one did and when that changes; {@link
 * io.receivables.dunning.DunningCalendar} what is to come.
 */
@NullMarked
package io.receivables.dunning;

import org.jspecify.annotations.NullMarked;
