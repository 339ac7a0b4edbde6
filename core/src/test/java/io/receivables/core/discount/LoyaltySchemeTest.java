package io.receivables.core.discount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.core.Money;
import io.receivables.core.interest.SimpleAnnualRate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoyaltySchemeTest {
    private static final LocalDate DUE = LocalDate.parse("2026-04-30");
    private static final LoyaltyScheme SCHEME = LoyaltyScheme.of(
            new LoyaltyRule(0, LoyaltyReward.points("0.1", "0.05")), new LoyaltyRule(10, LoyaltyReward.rebate("0.5")));

    private static LoyaltyPayment payment(String amount, int daysBeforeDue, int daysEarlierThanExpected) {
        LocalDate paid = DUE.minusDays(daysBeforeDue);
        return new LoyaltyPayment(Money.of(amount, "EUR"), DUE, paid, paid.plusDays(daysEarlierThanExpected));
    }

    @ParameterizedTest
    @CsvSource({
        // a point for each 10.00, worth 0.05: 123 points, 6.15
        "1239.99, 0, 123, 6.15",
        "1239.99, 9, 123, 6.15",
        // 0.5% of 1 239.99 = 6.19995
        "1239.99, 10, 0, 6.20",
        "1239.99, 45, 0, 6.20",
        "1239.99, -1, 0, 0.00",
        "9.99, 0, 0, 0.00"
    })
    void a_payment_earns_the_reward_of_the_earliest_rule_that_it_keeps(
            String amount, int daysBeforeDue, int points, String cost) {
        LoyaltyCost earned = SCHEME.cost(List.of(payment(amount, daysBeforeDue, 0)));

        assertThat(earned.points()).isEqualByComparingTo(Integer.toString(points));
        assertThat(earned.cost()).isEqualTo(Money.of(cost, "EUR"));
    }

    @Test
    void the_cost_is_held_against_the_days_gained() {
        LoyaltyCost cost = SCHEME.cost(List.of(payment("3000.00", 0, 20), payment("1000.00", -5, -4)));

        // 300 points at 0.05; 3 000 x 20 - 1 000 x 4 = 56 000, over 4 000: 14 days
        assertThat(cost.cost()).isEqualTo(Money.of("15.00", "EUR"));
        assertThat(cost.daysGained(1, RoundingMode.HALF_UP)).isEqualTo("14.0");
        // 15.00 / 14
        assertThat(cost.perDayGained()).contains(Money.of("1.07", "EUR"));
        // 15.00 x 360 / 56 000
        assertThat(cost.rate(360).orElseThrow().percent())
                .isBetween(new BigDecimal("9.642857"), new BigDecimal("9.642858"));
        assertThat(cost.rate(360).orElseThrow()).isGreaterThan(SimpleAnnualRate.of("9"));
    }

    @Test
    void where_no_day_was_gained_there_is_no_cost_of_one() {
        LoyaltyCost cost = SCHEME.cost(List.of(payment("3000.00", 0, 0)));

        assertThat(cost.perDayGained()).isEmpty();
        assertThat(cost.rate(365)).isEmpty();
    }

    @Test
    void impossible_schemes_are_refused() {
        assertThatThrownBy(() -> LoyaltyScheme.of()).hasMessageContaining("no rule");
        assertThatThrownBy(() -> LoyaltyScheme.of(
                        new LoyaltyRule(5, LoyaltyReward.rebate("1")), new LoyaltyRule(5, LoyaltyReward.rebate("2"))))
                .hasMessageContaining("two rules ask for payment 5 days");
        assertThatThrownBy(() -> new LoyaltyRule(-1, LoyaltyReward.rebate("1"))).hasMessageContaining("days -1");
        assertThatThrownBy(() -> LoyaltyReward.rebate("100")).hasMessageContaining("rebate of 100");
        assertThatThrownBy(() -> LoyaltyReward.points("0", "1")).hasMessageContaining("points 0");
        assertThatThrownBy(() -> LoyaltyReward.points("1", "-1")).hasMessageContaining("value -1");
        assertThatThrownBy(() -> SCHEME.cost(List.of())).hasMessageContaining("no payment");
        assertThatThrownBy(() -> payment("0", 0, 0)).hasMessageContaining("payment of EUR 0.00");
    }
}
