package io.receivables.core.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;

class AnnualRateTest {
    private static BigDecimal percent(String percent) {
        return new BigDecimal(percent);
    }

    @Test
    void a_monthly_percentage_is_two_annual_rates() {
        // 12 x 2 = 24; 1.02^12 = 1.268241794562545318301696
        assertThat(SimpleAnnualRate.ofPeriod(percent("2"), 12)).isEqualTo(SimpleAnnualRate.of("24"));
        assertThat(EffectiveAnnualRate.ofPeriod(percent("2"), 12))
                .isEqualTo(EffectiveAnnualRate.of("26.8241794562545318301696"));
    }

    @Test
    void what_a_utility_states_on_its_bills() {
        // Telus: 2.91% a month is 34.92% simple and 41.08828% compounded
        assertThat(SimpleAnnualRate.ofPeriod(percent("2.91"), 12)).isEqualTo(SimpleAnnualRate.of("34.92"));
        assertThat(EffectiveAnnualRate.ofPeriod(percent("2.91"), 12).percent())
                .isCloseTo(percent("41.08828"), within(percent("0.000001")));
    }

    @Test
    void rates_convert_for_a_stated_number_of_periods() {
        EffectiveAnnualRate effective = SimpleAnnualRate.of("18").effective(12);

        // 1.015^12 - 1
        assertThat(effective.percent().round(new MathContext(12))).isEqualTo("19.5618171462");
        assertThat(effective.simple(12).percent()).isCloseTo(percent("18"), within(percent("1e-28")));
        // once a year there is nothing to compound
        assertThat(SimpleAnnualRate.of("18").effective(1)).isEqualTo(EffectiveAnnualRate.of("18"));
        assertThat(EffectiveAnnualRate.of("18").simple(1)).isEqualTo(SimpleAnnualRate.of("18"));
    }

    @Test
    void a_stretch_of_the_year_is_taken_to_the_year() {
        BigDecimal onePercentDiscount = BigDecimal.ONE.divide(percent("0.99"), MathContext.DECIMAL128);

        // 1/99 x 365/25 = 14.747474…%; (100/99)^(365/25) - 1 = 15.804693…%
        assertThat(SimpleAnnualRate.ofPeriod(onePercentDiscount, 25, 365).percent())
                .isCloseTo(percent("14.74747474747474747474"), within(percent("1e-19")));
        assertThat(EffectiveAnnualRate.ofPeriod(onePercentDiscount, 25, 365).percent())
                .isCloseTo(percent("15.804693"), within(percent("0.000001")));
    }

    @Test
    void roots_are_right_to_the_last_digits() {
        // the square root of 1.21, the cube root of 1.331, the cube root of 0.001
        assertThat(EffectiveAnnualRate.ofPeriod(percent("21"), 2, 1)).isEqualTo(EffectiveAnnualRate.of("10"));
        assertThat(EffectiveAnnualRate.ofPeriod(percent("33.1"), 3, 1)).isEqualTo(EffectiveAnnualRate.of("10"));
        assertThat(EffectiveAnnualRate.ofPeriod(percent("-99.9"), 3, 1)).isEqualTo(EffectiveAnnualRate.of("-90"));
        // 2^(1/2) - 1 to 34 digits
        assertThat(EffectiveAnnualRate.ofPeriod(percent("100"), 2, 1))
                .isEqualTo(EffectiveAnnualRate.of("41.42135623730950488016887242096981"));
        // 99% off on the day before is 100 times as much in a day: 10^730
        assertThat(EffectiveAnnualRate.ofPeriod(percent("9900"), 1, 365)
                        .percent()
                        .precision())
                .isGreaterThan(700);
    }

    @Test
    void a_margin_is_added_to_a_reference_rate() {
        assertThat(SimpleAnnualRate.of("-0.88").plus(percent("9"))).isEqualTo(SimpleAnnualRate.of("8.12"));
    }

    @Test
    void rates_are_values_that_say_what_they_are() {
        assertThat(SimpleAnnualRate.of("8.00"))
                .isEqualTo(SimpleAnnualRate.of("8"))
                .hasSameHashCodeAs(SimpleAnnualRate.of("8.0"))
                .hasToString("8% a year");
        assertThat(SimpleAnnualRate.of("1e2")).hasToString("100% a year");
        assertThat(EffectiveAnnualRate.of("26.820")).hasToString("26.82% a year, compounded");
        assertThat(SimpleAnnualRate.of("8")).isLessThan(SimpleAnnualRate.of("8.5"));
        assertThat(EffectiveAnnualRate.of("8")).isLessThan(EffectiveAnnualRate.of("8.5"));
    }

    @Test
    void what_is_no_rate_is_refused() {
        assertThatThrownBy(() -> SimpleAnnualRate.of("1e999999999")).hasMessageContaining("rate 1E+999999999%");
        assertThatThrownBy(() -> SimpleAnnualRate.of("1e-999999999")).hasMessageContaining("it is no rate");
        assertThatThrownBy(() -> EffectiveAnnualRate.of("-100")).hasMessageContaining("above -100%");
        assertThatThrownBy(() -> SimpleAnnualRate.of("-1200").effective(12)).hasMessageContaining("above -100%");
        assertThatThrownBy(() -> SimpleAnnualRate.of("8").effective(0)).hasMessageContaining("a year are not between");
        assertThatThrownBy(() -> EffectiveAnnualRate.ofPeriod(BigDecimal.ONE, 0, 365))
                .hasMessageContaining("units 0 of the period");
    }
}
