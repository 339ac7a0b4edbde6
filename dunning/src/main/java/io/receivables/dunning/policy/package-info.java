/**
 * What a company does when customers pay late, as data: a {@link io.receivables.dunning.policy.DunningPolicy} of ordered
 * {@link io.receivables.dunning.policy.DunningStep}s, and {@link io.receivables.dunning.policy.Policies} that say which
 * policy is whose.
 *
 * <pre>{@code
 * DunningPolicy policy = DunningPolicy.of("retail",
 *                 DunningStep.courtesy(5),
 *                 DunningStep.reminder(1, 8).by(Channel.EMAIL),
 *                 DunningStep.reminder(2, 20).by(Channel.EMAIL).in(Tone.FIRM).afterPrevious(10),
 *                 DunningStep.formalNotice(3, 35).by(Channel.REGISTERED_LETTER),
 *                 DunningStep.handOver(4, 60, Successor.COLLECTION_AGENCY))
 *         .withGraceDays(3)
 *         .onCalendar("FR");
 * Policies policies = Policies.of(policy).forSegment("public", ReadyPolicies.publicSector());
 * }</pre>
 */
@NullMarked
package io.receivables.dunning.policy;

import org.jspecify.annotations.NullMarked;
