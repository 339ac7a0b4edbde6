package io.receivables.payments.desk.choice;

import io.receivables.core.Money;
import io.receivables.core.Problem;
import io.receivables.payments.desk.choice.DaysToCash.Figure;
import io.receivables.payments.desk.choice.DaysToCash.Since;
import io.receivables.payments.spi.Capabilities;
import io.receivables.payments.spi.Capabilities.Limits;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which provider to offer. Those that can take the payment are put in the order of what they are expected to cost: the
 * provider's fee, what the amount costs until it is there, and a stated price where it may be taken back. Of two that cost
 * the same, the one that asks less of the payer comes first, then the one whose name does.
 *
 * <pre>{@code
 * ProviderRanking ranking = ProviderChoice.of(capabilitiesByName, ChoiceOptions.at(new BigDecimal("8")))
 *         .learningFrom(DaysToCash.sinceDueDates(ledger, today, providerOfPayment))
 *         .rank(PaymentWish.of("C-17", Money.of("800.00", "CAD"), today));
 * }</pre>
 *
 * <p><b>When the money is expected.</b> Where the ledger shows enough payments of this customer by this provider, otherwise
 * of all customers, their median counts: from the due date, but no sooner after the request than the provider says, or from
 * the request. Where it does not, the payer is taken to do their part when it is due, or at once if it is overdue, and the
 * provider to take as long as it says. That flatters whoever was never tried, and so they are.
 *
 * <p><b>Arithmetic.</b> Waiting costs {@code amount × annual rate × calendar days / 365}, doubt {@code amount × reversal
 * price}; each is exact and rounded once to the currency's minor unit, half up.
 */
public final class ProviderChoice {
    /** 100 percent times the days of a year. */
    private static final BigDecimal PERCENT_YEAR = BigDecimal.valueOf(36_500);

    private static final Comparator<ProviderOffer> CHEAPEST_FIRST = Comparator.comparing(ProviderOffer::cost)
            .thenComparing(ProviderOffer::effort)
            .thenComparing(ProviderOffer::provider);

    private final Map<String, Capabilities> providers;
    private final ChoiceOptions options;
    private final DaysToCash experience;

    private ProviderChoice(Map<String, Capabilities> providers, ChoiceOptions options, DaysToCash experience) {
        this.providers = Collections.unmodifiableMap(new TreeMap<>(providers));
        this.options = Objects.requireNonNull(options, "options");
        this.experience = Objects.requireNonNull(experience, "experience");
    }

    /** A choice among providers of which nothing is known but what they say. */
    public static ProviderChoice of(Map<String, Capabilities> byName, ChoiceOptions options) {
        return new ProviderChoice(byName, options, DaysToCash.none());
    }

    /** The same choice with what a ledger shows. */
    public ProviderChoice learningFrom(DaysToCash experience) {
        return new ProviderChoice(providers, options, experience);
    }

    /** The providers for a payment, the cheapest first, and those that cannot be offered, with the reasons. */
    public ProviderRanking rank(PaymentWish wish) {
        List<ProviderOffer> offers = new ArrayList<>();
        List<ProviderExclusion> excluded = new ArrayList<>();
        providers.forEach((name, can) -> {
            List<Problem> against = against(name, can, wish);
            if (against.isEmpty()) {
                offers.add(offer(name, can, wish));
            } else {
                excluded.add(new ProviderExclusion(name, against));
            }
        });
        offers.sort(CHEAPEST_FIRST);
        return new ProviderRanking(offers, excluded);
    }

    // ---- what excludes

    private static List<Problem> against(String name, Capabilities can, PaymentWish wish) {
        List<Problem> reasons = new ArrayList<>();
        limit(name, can, wish.amount()).ifPresent(reasons::add);
        if (can.needsMandate() && !wish.mandates().contains(name)) {
            reasons.add(Problem.of(ChoiceProblem.MANDATE, "provider", name, "customer", wish.customerId()));
        }
        wish.endsAfter().flatMap(end -> expiry(name, can, end)).ifPresent(reasons::add);
        return reasons;
    }

    private static Optional<Problem> limit(String name, Capabilities can, Money amount) {
        Limits limits = can.limits().get(amount.currency().getCurrencyCode());
        if (limits == null) {
            return Optional.of(Problem.of(
                    ChoiceProblem.CURRENCY,
                    "provider",
                    name,
                    "currency",
                    amount.currency().getCurrencyCode(),
                    "known",
                    String.join(", ", can.limits().keySet())));
        }
        if (limits.allow(amount)) {
            return Optional.empty();
        }
        boolean isTooLittle = amount.compareTo(limits.least()) < 0;
        return Optional.of(Problem.of(
                isTooLittle ? ChoiceProblem.TOO_LITTLE : ChoiceProblem.TOO_MUCH,
                "provider",
                name,
                Problem.VALUE,
                amount,
                "limit",
                isTooLittle ? limits.least() : limits.most()));
    }

    private static Optional<Problem> expiry(String name, Capabilities can, Duration end) {
        Optional<Duration> shortest = can.shortestExpiry();
        Optional<Duration> longest = can.longestExpiry();
        if (shortest.isEmpty() || longest.isEmpty()) {
            return Optional.of(Problem.of(ChoiceProblem.NO_EXPIRY, "provider", name));
        }
        boolean isWithin = end.compareTo(shortest.get()) >= 0 && end.compareTo(longest.get()) <= 0;
        return isWithin
                ? Optional.empty()
                : Optional.of(Problem.of(
                        ChoiceProblem.EXPIRY,
                        "provider",
                        name,
                        Problem.VALUE,
                        end,
                        "shortest",
                        shortest.get(),
                        "longest",
                        longest.get()));
    }

    // ---- what it costs

    private ProviderOffer offer(String name, Capabilities can, PaymentWish wish) {
        Optional<Figure> figure = experience.figure(wish.customerId(), name, options.enough());
        LocalDate cashOn = figure.map(measured -> measured(measured, can, wish))
                .orElseGet(() -> businessDaysAfter(latest(wish.askedOn(), wish.dueDate()), can.settlementDays()));
        int waiting = Math.toIntExact(ChronoUnit.DAYS.between(wish.askedOn(), cashOn));
        return new ProviderOffer(
                name,
                can.effort(),
                cashOn,
                waiting,
                figure.orElse(null),
                can.fees()
                        .getOrDefault(
                                wish.amount().currency().getCurrencyCode(),
                                Money.zero(wish.amount().currency())),
                costOfWaiting(wish.amount(), waiting),
                can.reversibleFor().isPresent()
                        ? wish.amount().percent(options.reversalPrice(), RoundingMode.HALF_UP)
                        : Money.zero(wish.amount().currency()));
    }

    private LocalDate measured(Figure figure, Capabilities can, PaymentWish wish) {
        if (experience.since() == Since.REQUEST) {
            return latest(wish.askedOn(), wish.askedOn().plusDays(figure.days()));
        }
        LocalDate earliest = businessDaysAfter(wish.askedOn(), can.settlementDays());
        return latest(earliest, wish.dueDate().plusDays(figure.days()));
    }

    private LocalDate businessDaysAfter(LocalDate date, int days) {
        LocalDate day = date;
        for (int passed = 0; passed < days; passed++) {
            day = options.calendar().next(day);
        }
        return day;
    }

    private static LocalDate latest(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private Money costOfWaiting(Money amount, int days) {
        BigDecimal exact = amount.amount().multiply(options.annualRate()).multiply(BigDecimal.valueOf(days));
        return Money.of(
                exact.divide(PERCENT_YEAR, Money.digits(amount.currency()), RoundingMode.HALF_UP), amount.currency());
    }
}
