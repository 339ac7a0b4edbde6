package io.receivables.dunning.letters;

import io.receivables.core.Money;
import io.receivables.core.collection.ItemReference;
import io.receivables.core.collection.ReminderSent.Channel;
import io.receivables.dunning.DunningAction;
import io.receivables.dunning.Letter;
import io.receivables.dunning.cases.DunningEvent.ActionAccepted;
import io.receivables.dunning.cases.LetterState;
import io.receivables.dunning.policy.DunningPolicy;
import io.receivables.dunning.policy.DunningStep;
import io.receivables.dunning.policy.LetterLanguage;
import io.receivables.dunning.policy.StepKind;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a letter is about, be it proposed by a run or accepted into the outbox.
 *
 * @param letterId the letter's id
 * @param customerId to whom
 * @param date as of when
 * @param channel how it is sent
 * @param language {@code en} or {@code fr}
 * @param policy the policy that asks for it
 * @param claims what is asked for, one or more
 */
public record LetterSubject(
        String letterId,
        String customerId,
        LocalDate date,
        Channel channel,
        String language,
        DunningPolicy policy,
        List<Claim> claims) {
    /**
     * One item that the letter asks for.
     *
     * @param item which
     * @param customerId who owes it
     * @param step the step that the letter is for this item
     * @param stepCode the step's code in the item's history
     * @param claimed what is asked for
     * @param fee what the step costs; zero for all but one item of a step
     */
    public record Claim(
            ItemReference item, String customerId, DunningStep step, String stepCode, Money claimed, Money fee) {}

    public LetterSubject {
        claims = List.copyOf(claims);
        if (claims.isEmpty()) {
            throw new IllegalArgumentException("letter " + letterId + " is about nothing");
        }
    }

    /** What a proposed letter is about. */
    public static LetterSubject of(Letter letter, LetterFacts facts) {
        DunningPolicy policy = facts.policy(letter.actions().get(0).policyId(), letter.customerId());
        Map<DunningAction, Money> fees = Letter.fees(letter.actions());
        return new LetterSubject(
                letter.id(),
                letter.customerId(),
                letter.date(),
                letter.channel(),
                LetterLanguage.stated(letter.language())
                        .map(LetterLanguage::code)
                        .orElse(policy.language()),
                policy,
                letter.actions().stream()
                        .map(action -> new Claim(
                                action.item(),
                                action.customerId(),
                                action.step(),
                                action.key().step(),
                                action.claimed(),
                                fees.getOrDefault(
                                        action, Money.zero(action.claimed().currency()))))
                        .toList());
    }

    /** What a letter of the outbox is about. */
    public static LetterSubject of(LetterState letter, LetterFacts facts) {
        ActionAccepted first = letter.actions().get(0);
        DunningPolicy policy = facts.policy(first.policyId(), letter.customerId());
        return new LetterSubject(
                letter.letterId(),
                letter.customerId(),
                first.date(),
                first.channel(),
                facts.language(letter.customerId(), policy),
                policy,
                letter.actions().stream()
                        .map(action -> new Claim(
                                action.key().item(),
                                action.customerId(),
                                step(action, policy),
                                action.key().step(),
                                action.claimed(),
                                action.fee()))
                        .toList());
    }

    /** The policy's step; one made of what was accepted where the policy has it no more. */
    private static DunningStep step(ActionAccepted action, DunningPolicy policy) {
        return policy.steps().stream()
                .filter(step -> step.kind() == action.step()
                        && step.level() == action.level()
                        && (step.kind() != StepKind.COURTESY
                                || step.code().equals(action.key().step())))
                .findFirst()
                .orElseGet(() -> DunningStep.of(action.step(), action.level()))
                .by(action.channel())
                .template(action.template());
    }

    /** The step whose words are used: the one of the highest level. */
    public DunningStep step() {
        return highest().step();
    }

    Claim highest() {
        return claims.stream()
                .max(Comparator.comparing((Claim claim) -> claim.step().kind())
                        .thenComparingInt(claim -> claim.step().level()))
                .orElseThrow();
    }

    /** What is asked for by currency code, without interest and fees. */
    public Map<String, Money> claimed() {
        Map<String, Money> sums = new TreeMap<>();
        claims.forEach(claim -> sums.merge(claim.claimed().currency().getCurrencyCode(), claim.claimed(), Money::plus));
        return sums;
    }
}
