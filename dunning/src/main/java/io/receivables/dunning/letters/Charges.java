package io.receivables.dunning.letters;

import io.receivables.core.Money;
import io.receivables.core.collection.ItemReference;
import io.receivables.core.interest.InterestCharge;
import io.receivables.core.interest.InterestRegimes;
import io.receivables.core.interest.LateInterest;
import io.receivables.core.interest.LateInterestOptions;
import io.receivables.core.ledger.OpenItem;
import io.receivables.core.ledger.SettlementKind;
import io.receivables.dunning.cases.DunningEvent;
import io.receivables.dunning.cases.DunningEvent.ActionAccepted;
import io.receivables.dunning.cases.LetterState;
import io.receivables.dunning.policy.DunningPolicy;
import io.receivables.dunning.policy.StepKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What lateness costs a customer up to a day, beside what is open: interest and fixed sums from the ledger, fees from what
 * dunning did. All of it is counted anew from facts each time, so nothing is ever added to an earlier letter's figures.
 *
 * @param interest document by document, with the interest of documents that were paid late
 * @param fees each step's fee once, in order of their days
 */
record Charges(List<InterestCharge> interest, List<Fee> fees) {
    /**
     * What a step costs.
     *
     * @param date its day
     * @param kind what it was
     * @param level its level
     * @param item the item that bears it for all of its letter and step
     * @param amount how much
     */
    record Fee(LocalDate date, StepKind kind, int level, ItemReference item, Money amount) {}

    /** How charges are counted, which a {@link LetterWriter} is told. */
    record Rules(UnaryOperator<LateInterestOptions> interest, Predicate<String> isSettled) {}

    Charges {
        interest = List.copyOf(interest);
        fees = List.copyOf(fees);
    }

    /** What a letter claims; a courtesy notice claims nothing for lateness. */
    static Charges of(LetterSubject subject, LetterFacts facts, Rules rules) {
        if (subject.step().kind() == StepKind.COURTESY) {
            return new Charges(List.of(), List.of());
        }
        boolean claimsInterest = subject.step().claimsInterest();
        Set<String> documents = new LinkedHashSet<>();
        Set<String> customers = new LinkedHashSet<>();
        subject.claims().forEach(claim -> {
            documents.add(claim.item().documentId());
            customers.add(claim.customerId());
        });
        List<ActionAccepted> earlier = sent(customers, subject.letterId(), facts);
        if (claimsInterest) {
            documents.addAll(paidLate(earlier, subject.date(), facts));
        }
        List<InterestCharge> interest =
                claimsInterest ? interest(documents, subject.policy(), subject.date(), facts, rules) : List.of();
        List<Fee> fees = new ArrayList<>(fees(earlier, rules));
        subject.claims().stream()
                .filter(claim -> !claim.fee().isZero())
                .map(claim -> new Fee(
                        subject.date(), claim.step().kind(), claim.step().level(), claim.item(), claim.fee()))
                .forEach(fees::add);
        return new Charges(interest, fees);
    }

    /** What is claimed for documents that are handed over. */
    static Charges of(
            Set<String> documents,
            String customerId,
            DunningPolicy policy,
            LocalDate date,
            LetterFacts facts,
            Rules rules) {
        List<ActionAccepted> earlier = sent(List.of(customerId), "", facts).stream()
                .filter(action -> documents.contains(action.key().item().documentId()))
                .toList();
        return new Charges(interest(documents, policy, date, facts, rules), fees(earlier, rules));
    }

    /** The actions of letters that went out, but those of the letter itself. */
    private static List<ActionAccepted> sent(Collection<String> customers, String letterId, LetterFacts facts) {
        Map<String, ActionAccepted> sent = new LinkedHashMap<>();
        for (String customer : customers) {
            for (DunningEvent event : facts.cases().events(customer)) {
                if (event instanceof ActionAccepted action
                        && !action.letterId().equals(letterId)
                        && wentOut(action.letterId(), facts)) {
                    sent.put(action.key().toString(), action);
                }
            }
        }
        return List.copyOf(sent.values());
    }

    static boolean wentOut(String letterId, LetterFacts facts) {
        return facts.cases()
                .letter(letterId)
                .map(LetterState::status)
                .filter(status -> status == LetterState.Status.SENT || status == LetterState.Status.ACKNOWLEDGED)
                .isPresent();
    }

    /** Documents that were dunned and then paid. What was credited or written off instead bears nothing. */
    private static Set<String> paidLate(List<ActionAccepted> sent, LocalDate date, LetterFacts facts) {
        Set<String> documents = new LinkedHashSet<>();
        sent.stream()
                .filter(action -> action.step() != StepKind.COURTESY)
                .map(action -> action.key().item().documentId())
                .filter(document -> isPaid(facts.ledger().items(document, date)))
                .forEach(documents::add);
        return documents;
    }

    private static boolean isPaid(List<OpenItem> items) {
        return items.stream().allMatch(item -> item.open().isZero())
                && settledBy(SettlementKind.CASH, items)
                && !settledBy(SettlementKind.WRITE_OFF, items);
    }

    private static boolean settledBy(SettlementKind kind, List<OpenItem> items) {
        return items.stream()
                .flatMap(item -> item.settlements().stream())
                .anyMatch(settlement -> settlement.kind() == kind);
    }

    private static List<InterestCharge> interest(
            Collection<String> documents, DunningPolicy policy, LocalDate date, LetterFacts facts, Rules rules) {
        Optional<LateInterestOptions> options = options(policy, date).map(rules.interest());
        return options.isEmpty()
                ? List.of()
                : documents.stream()
                        .filter(document -> !rules.isSettled().test(document))
                        .map(document -> LateInterest.of(facts.ledger(), options.get(), document))
                        .filter(charge -> charge.total().isPositive())
                        .toList();
    }

    /** Contested amounts bear no interest while they are contested: nobody is charged for what may not be owed. */
    private static Optional<LateInterestOptions> options(DunningPolicy policy, LocalDate date) {
        if (policy.interestRegime().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(InterestRegimes.named(policy.interestRegime())
                .map(regime -> LateInterestOptions.standard(date, regime).onUndisputedOnly())
                .orElseThrow(() -> new IllegalArgumentException("interest regime \"" + policy.interestRegime()
                        + "\" of policy " + policy.id() + " is unknown: use the name of one of InterestRegimes")));
    }

    private static List<Fee> fees(List<ActionAccepted> sent, Rules rules) {
        return sent.stream()
                .filter(action -> !action.fee().isZero())
                .filter(action -> !rules.isSettled().test(action.key().item().documentId()))
                .map(action -> new Fee(
                        action.date(),
                        action.step(),
                        action.level(),
                        action.key().item(),
                        action.fee()))
                .toList();
    }

    List<InterestCharge> interestIn(Currency currency) {
        return interest.stream()
                .filter(charge -> charge.interest().currency().equals(currency))
                .toList();
    }

    List<Fee> feesIn(Currency currency) {
        return fees.stream()
                .filter(fee -> fee.amount().currency().equals(currency))
                .toList();
    }

    Money interestSum(Currency currency) {
        return sum(interestIn(currency), InterestCharge::interest, currency);
    }

    Money fixedSum(Currency currency) {
        return sum(interestIn(currency), InterestCharge::fixedSum, currency);
    }

    Money feeSum(Currency currency) {
        return sum(feesIn(currency), Fee::amount, currency);
    }

    Money total(Currency currency) {
        return interestSum(currency).plus(fixedSum(currency)).plus(feeSum(currency));
    }

    private static <T> Money sum(List<T> parts, Function<T, Money> amount, Currency currency) {
        return parts.stream().map(amount).reduce(Money.zero(currency), Money::plus);
    }
}
