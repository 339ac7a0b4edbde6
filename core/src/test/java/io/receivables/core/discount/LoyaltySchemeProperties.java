package io.receivables.core.discount;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class LoyaltySchemeProperties {
    private static final LocalDate DUE = LocalDate.of(2026, 4, 30);
    private static final LoyaltyScheme SCHEME = LoyaltyScheme.of(
            new LoyaltyRule(0, LoyaltyReward.points("0.1", "0.02")), new LoyaltyRule(10, LoyaltyReward.rebate("0.5")));

    @Provide
    Arbitrary<List<LoyaltyPayment>> payments() {
        Arbitrary<Integer> days = Arbitraries.integers().between(-60, 60);
        return Combinators.combine(Arbitraries.longs().between(1, 10_000_000), days, days)
                .as((cents, paid, expected) -> new LoyaltyPayment(
                        Money.ofMinor(cents, Money.currency("EUR")), DUE, DUE.plusDays(paid), DUE.plusDays(expected)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    @Property
    void the_cost_of_payments_is_the_sum_of_each(@ForAll("payments") List<LoyaltyPayment> payments) {
        LoyaltyCost sum = payments.stream()
                .map(payment -> SCHEME.cost(List.of(payment)))
                .reduce(LoyaltyCost::plus)
                .orElseThrow();

        assertThat(SCHEME.cost(payments)).isEqualTo(sum);
    }

    @Property
    void a_late_payment_earns_nothing(
            @ForAll("payments") List<LoyaltyPayment> payments, @ForAll @IntRange(min = 1, max = 60) int late) {
        List<LoyaltyPayment> all = payments.stream()
                .map(payment -> new LoyaltyPayment(payment.amount(), DUE, DUE.plusDays(late), payment.expectedOn()))
                .toList();

        assertThat(SCHEME.cost(all).cost().isZero()).isTrue();
        assertThat(SCHEME.cost(all).points()).isZero();
    }

    @Property
    void the_cost_of_a_day_times_the_days_is_the_cost(@ForAll("payments") List<LoyaltyPayment> payments) {
        LoyaltyCost cost = SCHEME.cost(payments);

        assertThat(cost.perDayGained().isPresent())
                .isEqualTo(cost.rate(365).isPresent())
                .isEqualTo(cost.amountDays().signum() > 0);
        cost.perDayGained().ifPresent(perDay -> {
            BigDecimal days = cost.daysGained(20, RoundingMode.HALF_UP);
            // half a cent for each day, and the digits of the days
            BigDecimal slack = days.movePointLeft(2).max(new BigDecimal("0.01"));
            assertThat(perDay.amount()
                            .multiply(days)
                            .subtract(cost.cost().amount())
                            .abs())
                    .isLessThanOrEqualTo(slack);
        });
    }
}
