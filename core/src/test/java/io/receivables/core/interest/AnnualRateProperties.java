package io.receivables.core.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class AnnualRateProperties {
    @Provide
    Arbitrary<BigDecimal> percents() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("-90"), new BigDecimal("1000"))
                .ofScale(4);
    }

    @Property
    void there_and_back_is_the_same_rate(
            @ForAll("percents") BigDecimal percent, @ForAll @IntRange(min = 1, max = 366) int periods) {
        BigDecimal back = SimpleAnnualRate.of(percent.toString())
                .effective(periods)
                .simple(periods)
                .percent();

        assertThat(back).isCloseTo(percent, within(new BigDecimal("1e-25")));
    }

    @Property
    void compounding_never_makes_less(
            @ForAll("percents") BigDecimal percent, @ForAll @IntRange(min = 1, max = 366) int periods) {
        assertThat(new SimpleAnnualRate(percent).effective(periods).percent()).isGreaterThanOrEqualTo(percent);
    }

    @Property
    void fractional_powers_agree_with_binary_floating_point(
            @ForAll("percents") BigDecimal percent,
            @ForAll @IntRange(min = 1, max = 3_660) int days,
            @ForAll @IntRange(min = 360, max = 366) int year) {
        double expected = Math.pow(1 + percent.doubleValue() / 100, (double) year / days);

        // beyond that, one of the two has no digits left
        Assume.that(expected < 1e300 && expected > 1e-3);
        double percentOfYear =
                EffectiveAnnualRate.ofPeriod(percent, days, year).percent().doubleValue();
        assertThat((1 + percentOfYear / 100) / expected).isCloseTo(1, within(1e-9));
    }
}
