package io.receivables.core.interest;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Allocation;
import io.receivables.core.Fact;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.Reversal;
import io.receivables.core.ledger.Ledger;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class LateInterestProperties {
    private static final LocalDate START = LocalDate.parse("2023-06-01");
    private static final String SERIES = "MADE_UP";
    private static final Currency EUR = Money.currency("EUR");

    /** Rates that change a few times within two years, one of which is a leap year. */
    private static final ReferenceRates RATES = ReferenceRates.none()
            .with(RateSeries.of(SERIES)
                    .with(START, LocalDate.parse("2023-09-17"), "4.25", "made up")
                    .with(LocalDate.parse("2023-09-18"), LocalDate.parse("2024-02-29"), "4.25", "made up")
                    .with(LocalDate.parse("2024-03-01"), LocalDate.parse("2024-12-31"), "-0.88", "made up")
                    .with(LocalDate.parse("2025-01-01"), LocalDate.parse("2029-12-31"), "3.1234567", "made up"));

    @Provide
    Arbitrary<InterestTerms> terms() {
        Arbitrary<LateRate> rates = Arbitraries.of(
                LateRate.reference(SERIES, "8"),
                new LateRate.Reference(SERIES, BigDecimal.valueOf(8), new BigDecimal("0.5")),
                LateRate.agreed(AgreedRate.monthly("1.5"), "made up"));
        return Combinators.combine(rates, Arbitraries.of(RateRule.class), Arbitraries.of(DayCount.class))
                .as((rate, rule, count) ->
                        InterestTerms.of(rate, "made up").with(rule).with(count));
    }

    private static LateInterestOptions options(InterestTerms terms, int asOf) {
        return LateInterestOptions.standard(START.plusDays(asOf), InterestRegime.of("made-up", terms))
                .with(RATES);
    }

    private static OverdueSum sum(long minorUnits, int due) {
        return OverdueSum.of("F-1", "C1", Money.ofMinor(minorUnits, EUR), START.plusDays(due));
    }

    private static BigDecimal exact(InterestCharge charge) {
        return InterestLine.exactSum(charge.lines());
    }

    @Property
    void unrounded_interest_is_additive_over_adjacent_periods(
            @ForAll("terms") InterestTerms terms,
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long principal,
            @ForAll @IntRange(max = 300) int due,
            @ForAll @IntRange(max = 300) int first,
            @ForAll @IntRange(max = 300) int second,
            @ForAll @IntRange(max = 40) int grace) {
        OverdueSum sum = sum(principal, due).paid(START.plusDays(350), Money.ofMinor(principal / 3, EUR));
        int middle = due + first;
        int end = middle + second;
        LateInterestOptions whole = options(terms, end).withGraceDays(grace);

        BigDecimal before = exact(LateInterest.of(sum, options(terms, middle).withGraceDays(grace)));
        BigDecimal after = exact(LateInterest.of(sum, whole.from(START.plusDays(middle + 1))));

        assertThat(before.add(after)).isEqualByComparingTo(exact(LateInterest.of(sum, whole)));
    }

    @Property
    void no_days_cost_nothing(
            @ForAll("terms") InterestTerms terms,
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long principal,
            @ForAll @IntRange(max = 600) int due,
            @ForAll @IntRange(max = 600) int asOf) {
        OverdueSum sum = sum(principal, Math.max(due, asOf));

        InterestCharge charge = LateInterest.of(sum, options(terms.with(FixedSum.of(Money.of("40", "EUR"))), asOf));

        assertThat(charge.isEmpty()).isTrue();
        assertThat(charge.total().isZero()).isTrue();
    }

    @Property
    void interest_never_falls_with_days_or_principal(
            @ForAll("terms") InterestTerms terms,
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long principal,
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long more,
            @ForAll @IntRange(max = 300) int due,
            @ForAll @IntRange(max = 600) int asOf,
            @ForAll @IntRange(max = 300) int later) {
        BigDecimal interest = exact(LateInterest.of(sum(principal, due), options(terms, asOf)));

        assertThat(exact(LateInterest.of(sum(principal, due), options(terms, asOf + later))))
                .isGreaterThanOrEqualTo(interest);
        assertThat(exact(LateInterest.of(sum(principal + more, due), options(terms, asOf))))
                .isGreaterThanOrEqualTo(interest);
    }

    @Property
    void parts_of_a_principal_bear_what_it_bears(
            @ForAll("terms") InterestTerms terms,
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long one,
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long other,
            @ForAll @IntRange(max = 300) int due,
            @ForAll @IntRange(max = 600) int asOf) {
        LateInterestOptions options = options(terms, asOf);

        assertThat(exact(LateInterest.of(sum(one, due), options)).add(exact(LateInterest.of(sum(other, due), options))))
                .isEqualByComparingTo(exact(LateInterest.of(sum(one + other, due), options)));
    }

    @Property
    void it_is_rounded_once(
            @ForAll("terms") InterestTerms terms,
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long principal,
            @ForAll @IntRange(max = 300) int due,
            @ForAll @IntRange(max = 600) int asOf) {
        InterestCharge charge = LateInterest.of(sum(principal, due), options(terms, asOf));
        BigDecimal shown = charge.lines().stream().map(InterestLine::interest).reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(charge.interest().amount())
                .isEqualByComparingTo(shown.setScale(20, RoundingMode.HALF_EVEN).setScale(2, RoundingMode.HALF_UP));
    }

    // ---- a ledger, against its open amounts day by day

    /** Payments of an invoice over 1000.00, some of which bounce later. */
    private record Move(int day, long amount, int bouncesAfter) {}

    @Provide
    Arbitrary<List<Move>> moves() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 500),
                        Arbitraries.longs().between(1, 60_000),
                        Arbitraries.integers().between(-100, 100))
                .as(Move::new)
                .list()
                .ofMaxSize(5);
    }

    private static List<Fact> facts(List<Move> moves, int due) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Invoice.of("F-1", "C1", START, Money.of("1000.00", "EUR")).dueOn(START.plusDays(due)));
        for (Move move : moves) {
            String id = "P-" + facts.size();
            facts.add(Payment.of(id, "C1", START.plusDays(move.day()), Money.ofMinor(move.amount(), EUR)));
            facts.add(Allocation.ofPayment(
                    "A" + id, id, "F-1", START.plusDays(move.day()), Money.ofMinor(move.amount(), EUR)));
            if (move.bouncesAfter() > 0) {
                facts.add(Reversal.ofPayment("R" + id, id, START.plusDays(move.day() + move.bouncesAfter())));
            }
        }
        return facts;
    }

    /** Each day for itself: what was open the evening before, at the rate of the day. */
    private static BigDecimal dayByDay(Ledger ledger, InterestTerms terms, int due, int asOf) {
        BigDecimal shares = BigDecimal.ZERO;
        for (int day = due + 1; day <= asOf; day++) {
            LocalDate date = START.plusDays(day);
            long open = ledger.item(0, date.minusDays(1)).open().minorUnits();
            shares = shares.add(terms.rate()
                    .on(date, RATES)
                    .rate()
                    .percent()
                    .multiply(BigDecimal.valueOf(open))
                    .multiply(BigDecimal.valueOf(terms.dayCount().days(date.minusDays(1), date)))
                    .multiply(BigDecimal.valueOf(
                            InterestLine.SHARES / 100 / terms.dayCount().yearDays(date))));
        }
        return shares;
    }

    @Property
    void a_ledger_bears_what_its_days_bear(
            @ForAll("terms") InterestTerms terms,
            @ForAll("moves") List<Move> moves,
            @ForAll @IntRange(max = 300) int due,
            @ForAll @IntRange(max = 600) int asOf) {
        InterestTerms byDay = terms.with(RateRule.BY_DAY);
        Ledger ledger = Ledger.builder().facts(facts(moves, due)).load().value();
        InterestStatement statement = LateInterest.of(ledger, options(byDay, asOf));

        BigDecimal interest =
                statement.charge("F-1").map(LateInterestProperties::exact).orElse(BigDecimal.ZERO);
        assertThat(interest).isEqualByComparingTo(dayByDay(ledger, byDay, due, asOf));
        assertThat(exact(LateInterest.of(ledger, options(byDay, asOf), "F-1"))).isEqualByComparingTo(interest);
    }

    @Property
    void a_ledger_agrees_with_the_bare_facts(
            @ForAll("terms") InterestTerms terms,
            @ForAll("moves") List<Move> moves,
            @ForAll @IntRange(max = 300) int due,
            @ForAll @IntRange(max = 600) int asOf,
            @ForAll boolean paymentDayCounts) {
        LateInterestOptions standard = options(terms.with(FixedSum.of(Money.of("40", "EUR"))), asOf);
        LateInterestOptions options = paymentDayCounts ? standard : standard.withoutPaymentDay();
        Ledger ledger = Ledger.builder().facts(facts(moves, due)).load().value();
        List<OverdueSum.Reduction> reductions = ledger.item(0, START.plusDays(5_000)).settlements().stream()
                .map(settlement -> new OverdueSum.Reduction(settlement.date(), settlement.amount()))
                .toList();
        OverdueSum sum =
                new OverdueSum("F-1", 1, "C1", START, START.plusDays(due), Money.of("1000.00", "EUR"), reductions);

        assertThat(LateInterest.of(ledger, options, "F-1")).isEqualTo(LateInterest.of(sum, options));
    }
}
