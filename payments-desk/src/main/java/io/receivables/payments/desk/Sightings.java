package io.receivables.payments.desk;

import io.receivables.core.Money;
import io.receivables.payments.spi.Observation;
import io.receivables.payments.spi.PaymentFact;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * All that was observed of one payment, each happening once. What it says does not depend on how often or in what order it
 * was told: for each happening the greatest telling counts, and sums and maxima do the rest.
 */
final class Sightings {
    /** Of two tellings of one happening, the one that says more counts. */
    private static final Comparator<Observation> BY_WEIGHT = Comparator.comparing(Sightings::minorUnits)
            .thenComparing(Observation::occurredAt)
            .thenComparing(each -> each.fact().code())
            .thenComparing(Observation::rawCode);

    private final Money nothing;
    private final Map<String, Observation> byEvent = new LinkedHashMap<>();

    /** @param asked what was asked for: its currency is that of the payment */
    Sightings(Money asked) {
        this.nothing = Money.zero(asked.currency());
    }

    private static long minorUnits(Observation observation) {
        return observation.amount().map(Money::minorUnits).orElse(0L);
    }

    void add(Observation observation) {
        byEvent.merge(
                observation.eventId(), observation, (one, other) -> BY_WEIGHT.compare(one, other) >= 0 ? one : other);
    }

    /** Whether a telling adds nothing to what is known. */
    boolean knows(Observation observation) {
        Observation known = byEvent.get(observation.eventId());
        return known != null && BY_WEIGHT.compare(known, observation) >= 0;
    }

    Collection<Observation> all() {
        return byEvent.values();
    }

    /** All that came in so far: each telling of money says how much is there in all. */
    Money in() {
        return ofPayment(each -> each.fact().isMoneyIn()).reduce(nothing, Sightings::greater);
    }

    /** All that went back: each happening says how much went back by it. */
    Money back() {
        return ofPayment(each -> each.fact().isMoneyBack()).reduce(nothing, Money::plus);
    }

    /** What went back on the seller's own word. */
    Money refunded() {
        return ofPayment(each -> each.fact() == PaymentFact.REFUNDED).reduce(nothing, Money::plus);
    }

    /** The part of what came in that is still there. More can be told of what went back than of what came in, for a while. */
    Money kept() {
        Money left = in().minus(back());
        return left.isNegative() ? nothing : left;
    }

    private static Money greater(Money one, Money other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /** Amounts in the payment's currency; one in another currency is odd and counts as no money. */
    private Stream<Money> ofPayment(Predicate<Observation> wanted) {
        return byEvent.values().stream()
                .filter(wanted)
                .flatMap(each -> each.amount().stream())
                .filter(amount -> amount.currency().equals(nothing.currency()));
    }

    /** What a person should look at: what nobody understood, and money in another currency than was asked for. */
    Predicate<Observation> odd() {
        return each -> each.fact() == PaymentFact.UNRECOGNISED
                || each.amount()
                        .filter(amount -> !amount.currency().equals(nothing.currency()))
                        .isPresent();
    }

    /** The end without money that was told last; of two at one time, the one that the enum has later. */
    Optional<Observation> end() {
        return byEvent.values().stream()
                .filter(each -> each.fact().isEndWithoutMoney())
                .max(Comparator.comparing(Observation::occurredAt).thenComparing(Observation::fact));
    }

    /** Whether one of these facts was told. */
    boolean saw(Predicate<PaymentFact> wanted) {
        return byEvent.values().stream().anyMatch(each -> wanted.test(each.fact()));
    }
}
