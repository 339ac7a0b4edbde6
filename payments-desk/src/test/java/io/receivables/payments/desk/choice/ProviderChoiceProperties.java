package io.receivables.payments.desk.choice;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Fact;
import io.receivables.core.Money;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.terms.BusinessCalendar;
import io.receivables.payments.spi.Capabilities;
import io.receivables.payments.spi.Capabilities.Effort;
import io.receivables.payments.spi.Capabilities.Flow;
import io.receivables.payments.spi.Capabilities.Limits;
import io.receivables.payments.spi.Idempotency;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever providers there are, and whatever was paid by them. */
class ProviderChoiceProperties {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final List<String> NAMES = List.of("a", "b", "c", "d");
    private static final ChoiceOptions OPTIONS =
            new ChoiceOptions(new BigDecimal("9.25"), new BigDecimal("0.2"), 3, BusinessCalendar.weekdays());

    /** A provider, in numbers. */
    record Rail(long least, long most, long fee, int days, Effort effort, boolean isFinal, boolean needsMandate) {
        Capabilities capabilities(long fee) {
            Capabilities.Builder rail = Capabilities.of(
                            Flow.REQUEST,
                            new Limits(cents(least), cents(least + most)),
                            Idempotency.of(Idempotency.Mode.NONE, 64))
                    .fee(cents(fee))
                    .settlesWithin(days)
                    .effort(effort)
                    .expires(Duration.ofHours(1), Duration.ofDays(1L + days));
            if (!isFinal) {
                rail.reversibleFor(Duration.ofDays(90));
            }
            if (needsMandate) {
                rail.needsMandate();
            }
            return rail.build();
        }
    }

    /** A past payment. */
    record Past(String provider, String customer, int daysLate) {}

    private static Money cents(long cents) {
        return Money.ofMinor(cents, Money.currency("CAD"));
    }

    @Provide
    Arbitrary<Map<String, Rail>> rails() {
        Arbitrary<Rail> rail = Combinators.combine(
                        Arbitraries.longs().between(1, 50_000),
                        Arbitraries.longs().between(0, 5_000_000),
                        Arbitraries.longs().between(0, 300),
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.of(Effort.class),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false, false))
                .as(Rail::new);
        return Arbitraries.maps(Arbitraries.of(NAMES), rail).ofMinSize(1);
    }

    @Provide
    Arbitrary<List<Past>> pasts() {
        return Combinators.combine(
                        Arbitraries.of(NAMES),
                        Arbitraries.of("C-1", "C-2", "C-3"),
                        Arbitraries.integers().between(-20, 90))
                .as(Past::new)
                .list()
                .ofMaxSize(15);
    }

    @Provide
    Arbitrary<PaymentWish> wishes() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, 6_000_000),
                        Arbitraries.integers().between(-60, 60),
                        Arbitraries.of(NAMES).set(),
                        Arbitraries.of(Duration.ZERO, Duration.ofDays(2), Duration.ofDays(5)))
                .as((amount, due, mandates, end) -> {
                    PaymentWish wish = PaymentWish.of("C-1", cents(amount), TODAY)
                            .due(TODAY.plusDays(due))
                            .withMandates(mandates);
                    return end.isZero() ? wish : wish.endingAfter(end);
                });
    }

    private static Map<String, Capabilities> capabilities(Map<String, Rail> rails) {
        Map<String, Capabilities> all = new TreeMap<>();
        rails.forEach((name, rail) -> all.put(name, rail.capabilities(rail.fee())));
        return all;
    }

    private static List<Fact> facts(List<Past> pasts) {
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < pasts.size(); i++) {
            Past past = pasts.get(i);
            facts.addAll(Rails.paid(past.provider(), past.customer(), i, TODAY.minusDays(200), past.daysLate()));
        }
        return facts;
    }

    private static DaysToCash learnt(List<Fact> facts) {
        return DaysToCash.sinceDueDates(Ledger.of(facts), TODAY, Rails::providerOf);
    }

    private static ProviderRanking rank(Map<String, Capabilities> providers, List<Fact> facts, PaymentWish wish) {
        return ProviderChoice.of(providers, OPTIONS).learningFrom(learnt(facts)).rank(wish);
    }

    private static List<String> names(ProviderRanking ranking) {
        return ranking.offers().stream().map(ProviderOffer::provider).toList();
    }

    @Property
    void every_provider_is_offered_or_excluded_for_a_reason_and_none_is_both(
            @ForAll("rails") Map<String, Rail> rails,
            @ForAll("pasts") List<Past> pasts,
            @ForAll("wishes") PaymentWish wish) {
        Map<String, Capabilities> providers = capabilities(rails);
        ProviderRanking ranking = rank(providers, facts(pasts), wish);

        List<String> all = new ArrayList<>(names(ranking));
        ranking.excluded().forEach(excluded -> all.add(excluded.provider()));
        assertThat(all).containsExactlyInAnyOrderElementsOf(providers.keySet());
        assertThat(ranking.excluded())
                .allSatisfy(excluded -> assertThat(excluded.reasons()).isNotEmpty());
        for (ProviderOffer offer : ranking.offers()) {
            Capabilities can = providers.get(offer.provider());
            assertThat(can.allow(wish.amount())).isTrue();
            assertThat(can.needsMandate() && !wish.mandates().contains(offer.provider()))
                    .isFalse();
            assertThat(wish.endsAfter()
                            .filter(end -> end.compareTo(can.longestExpiry().orElseThrow()) > 0))
                    .isEmpty();
        }
    }

    @Property
    void offers_are_in_the_order_of_what_they_cost_and_money_never_comes_before_it_is_asked_for(
            @ForAll("rails") Map<String, Rail> rails,
            @ForAll("pasts") List<Past> pasts,
            @ForAll("wishes") PaymentWish wish) {
        ProviderRanking ranking = rank(capabilities(rails), facts(pasts), wish);

        assertThat(ranking.offers()).extracting(ProviderOffer::cost).isSorted();
        assertThat(ranking.offers()).allSatisfy(offer -> {
            assertThat(offer.cashOn()).isAfterOrEqualTo(wish.askedOn());
            assertThat(offer.cost().isNegative()).isFalse();
        });
    }

    @Property
    void a_higher_fee_never_leads_to_a_better_place(
            @ForAll("rails") Map<String, Rail> rails,
            @ForAll("pasts") List<Past> pasts,
            @ForAll("wishes") PaymentWish wish,
            @ForAll @IntRange(min = 1, max = 500) int more) {
        String dearer = rails.keySet().stream().sorted().findFirst().orElseThrow();
        Map<String, Capabilities> before = capabilities(rails);
        Map<String, Capabilities> after = new TreeMap<>(before);
        Rail rail = rails.get(dearer);
        after.put(dearer, rail.capabilities(rail.fee() + more));

        assertThat(names(rank(after, facts(pasts), wish)).indexOf(dearer))
                .isGreaterThanOrEqualTo(names(rank(before, facts(pasts), wish)).indexOf(dearer));
    }

    @Property
    void the_order_of_providers_and_facts_does_not_matter(
            @ForAll("rails") Map<String, Rail> rails,
            @ForAll("pasts") List<Past> pasts,
            @ForAll("wishes") PaymentWish wish,
            @ForAll long seed) {
        List<Fact> shuffled = facts(pasts);
        Collections.shuffle(shuffled, new Random(seed));
        List<String> names = new ArrayList<>(rails.keySet());
        Collections.shuffle(names, new Random(seed));
        Map<String, Capabilities> reordered = new LinkedHashMap<>();
        names.forEach(name -> reordered.put(name, capabilities(rails).get(name)));

        assertThat(rank(reordered, shuffled, wish)).isEqualTo(rank(capabilities(rails), facts(pasts), wish));
    }

    @Property
    void other_customers_matter_only_where_the_customer_paid_too_seldom(
            @ForAll("rails") Map<String, Rail> rails,
            @ForAll("pasts") List<Past> pasts,
            @ForAll("wishes") PaymentWish wish) {
        List<Past> own =
                pasts.stream().filter(past -> past.customer().equals("C-1")).toList();
        ProviderRanking withOthers = rank(capabilities(rails), facts(pasts), wish);
        ProviderRanking alone = rank(capabilities(rails), facts(own), wish);

        for (ProviderOffer offer : withOthers.offers()) {
            long paid = own.stream()
                    .filter(past -> past.provider().equals(offer.provider()))
                    .count();
            if (paid >= OPTIONS.enough()) {
                assertThat(alone.offers()).contains(offer);
            } else {
                assertThat(offer.figure().filter(figure -> figure.source() == DaysToCash.Source.CUSTOMER))
                        .isEmpty();
            }
        }
    }

    @Property
    void a_provider_more_changes_nothing_among_the_others(
            @ForAll("rails") Map<String, Rail> rails,
            @ForAll("pasts") List<Past> pasts,
            @ForAll("wishes") PaymentWish wish) {
        Map<String, Capabilities> fewer = capabilities(rails);
        List<String> before = new ArrayList<>(names(rank(fewer, facts(pasts), wish)));
        String gone = rails.keySet().stream().sorted().findFirst().orElseThrow();
        fewer.remove(gone);
        before.removeAll(Set.of(gone));

        assertThat(names(rank(fewer, facts(pasts), wish))).isEqualTo(before);
    }
}
