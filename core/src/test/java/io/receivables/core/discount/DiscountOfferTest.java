package io.receivables.core.discount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.receivables.core.Money;
import io.receivables.core.interest.SimpleAnnualRate;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscountOfferTest {
    private static final BigDecimal CLOSE = new BigDecimal("0.000001");

    @Test
    void the_cost_of_a_period_is_on_the_discounted_price() {
        // 2 / 98
        assertThat(DiscountOffer.of("2", 10, 365).periodCost()).isCloseTo(new BigDecimal("2.040816"), within(CLOSE));
        assertThat(DiscountOffer.of("50", 10, 365).periodCost()).isEqualByComparingTo("100");
        assertThat(DiscountOffer.of("0", 10, 365).periodCost()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        // 2/98 x 360/20 = 36.734694, (1 + 2/98)^18 - 1 = 43.85688 (Brealey and others: 2/10 net 30)
        "2, 10, 30, 360, 36.734694, 43.856880",
        // 2/98 x 365/20, (1 + 2/98)^18.25 - 1
        "2, 10, 30, 365, 37.244898, 44.585293",
        // 1/99 x 365/25, (1 + 1/99)^14.6 - 1
        "1, 0, 25, 365, 14.747475, 15.804693",
        // months: 2.5/97.5 x 12/2, (1 + 2.5/97.5)^6 - 1
        "2.5, 1, 3, 12, 15.384615, 16.405180"
    })
    void the_yearly_cost_is_simple_or_compounded(
            String percent, int days, int netDays, int year, BigDecimal simple, BigDecimal effective) {
        DiscountOffer offer = DiscountOffer.of(percent, days, year);

        assertThat(offer.simpleCost(netDays).percent()).isCloseTo(simple, within(CLOSE));
        assertThat(offer.effectiveCost(netDays).percent()).isCloseTo(effective, within(CLOSE));
    }

    @Test
    void where_no_time_is_gained_there_is_no_rate() {
        DiscountOffer offer = DiscountOffer.of("2", 30, 365);

        assertThatThrownBy(() -> offer.simpleCost(30))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("payment on day 30 is not later than day 30");
        assertThatThrownBy(() -> offer.effectiveCost(10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> offer.breakEvenRate(BigDecimal.valueOf(30)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_seller_gains_what_money_costs_less_the_discount() {
        // ACCA, ABC Co: 50 m x 20% x (50/365 x 6% - 1%) = 82 191.78 - 100 000
        DiscountOffer offer = DiscountOffer.of("1", 7, 365);
        Money sales = Money.of("50000000", "EUR");

        assertThat(offer.yearlyGain(sales, new BigDecimal("20"), new BigDecimal("57"), SimpleAnnualRate.of("6")))
                .isEqualTo(Money.of("-17808.22", "EUR"));
    }

    @Test
    void the_seller_breaks_even_at_a_rate_or_at_a_discount() {
        // 2% x 365/20; 6% x 50/365
        assertThat(DiscountOffer.of("2", 10, 365).breakEvenRate(new BigDecimal("30")))
                .isEqualTo(SimpleAnnualRate.of("36.5"));
        assertThat(DiscountOffer.breakEvenPercent(SimpleAnnualRate.of("6"), new BigDecimal("57"), 7, 365))
                .isCloseTo(new BigDecimal("0.821918"), within(CLOSE));
    }

    @Test
    void impossible_offers_are_refused() {
        assertThatThrownBy(() -> DiscountOffer.of("100", 10, 365)).hasMessageContaining("discount of 100 percent");
        assertThatThrownBy(() -> DiscountOffer.of("-1", 10, 365)).hasMessageContaining("discount of -1 percent");
        assertThatThrownBy(() -> DiscountOffer.of("2", -1, 365)).hasMessageContaining("days -1");
        assertThatThrownBy(() -> DiscountOffer.of("2", 10, 0)).hasMessageContaining("a year of 0");
        DiscountOffer offer = DiscountOffer.of("2", 10, 365);
        assertThatThrownBy(() -> offer.yearlyGain(
                        BigDecimal.TEN, new BigDecimal("101"), BigDecimal.TEN, SimpleAnnualRate.of("6")))
                .hasMessageContaining("take-up of 101 percent");
    }
}
