package io.receivables.dunning.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.receivables.core.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeeTest {
    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    @Test
    void a_fixed_fee_is_one_sum_however_many_the_items() {
        Fee fee = Fee.fixed(eur("5"), Money.of("8", "CAD"));

        assertThat(fee.on(List.of(eur("100")))).isEqualTo(eur("5"));
        assertThat(fee.on(List.of(eur("100"), eur("1")))).isEqualTo(eur("5"));
        assertThat(fee.on(List.of(Money.of("1", "CAD")))).isEqualTo(Money.of("8", "CAD"));
        assertThat(fee.on(List.of(Money.of("1", "USD")))).isEqualTo(Money.of("0", "USD"));
        assertThat(fee.fixedAmounts()).containsExactly(Money.of("8", "CAD"), eur("5"));
    }

    @Test
    void no_fee_is_a_fixed_one_of_nothing() {
        assertThat(Fee.none().on(List.of(eur("100")))).isEqualTo(eur("0"));
        assertThat(Fee.none()).isEqualTo(Fee.fixed());
        assertThat(Fee.none().fixedAmounts()).isEmpty();
    }

    @Test
    void a_percentage_is_rounded_for_each_item() {
        Fee fee = Fee.percentOfOriginal("2.5");

        // 2.5% of 10.20 is 0.255, half-up 0.26; twice that is more than the 0.51 of the sum
        assertThat(fee.on(List.of(eur("10.20")))).isEqualTo(eur("0.26"));
        assertThat(fee.on(List.of(eur("10.20"), eur("10.20")))).isEqualTo(eur("0.52"));
        assertThat(fee.fixedAmounts()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> fee.on(List.of())).withMessage("a fee needs items");
    }

    @Test
    void percentages_are_equal_however_they_are_written() {
        assertThat(Fee.percentOfOriginal("2.50")).isEqualTo(Fee.percentOfOriginal("2.5"));
        assertThat(Fee.percentOfOriginal("0.00")).isEqualTo(Fee.percentOfOriginal("0"));
        assertThat(Fee.percentOfOriginal("100.0000000000")).isEqualTo(Fee.percentOfOriginal("100"));
    }

    @Test
    void a_percentage_goes_from_0_to_100() {
        assertThat(Fee.percentOfOriginal("0").on(List.of(eur("9")))).isEqualTo(eur("0"));
        assertThat(Fee.percentOfOriginal("100").on(List.of(eur("9")))).isEqualTo(eur("9"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fee.percentOfOriginal("-0.0001"))
                .withMessage("fee of -0.0001 percent is not between 0 and 100");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fee.percentOfOriginal("100.0001"))
                .withMessage("fee of 100.0001 percent is not between 0 and 100");
    }

    @Test
    void a_percentage_has_at_most_4_decimals() {
        assertThat(Fee.percentOfOriginal("0.0001")).isNotEqualTo(Fee.percentOfOriginal("0"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fee.percentOfOriginal("0.00001"))
                .withMessage("fee of 0.00001 percent has more than 4 decimals: round it");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Fee.PercentOfOriginal(new BigDecimal("1e-999999999")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "1e2", "1e-999999999", "+1", ".5", "5.", "2,5", "٣", "NaN", "12345678901"})
    void what_is_no_percentage_is_refused(String percent) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fee.percentOfOriginal(percent))
                .withMessage("fee of \"" + percent + "\" percent is no percentage: write it as 2.5");
    }

    @ParameterizedTest
    @CsvSource({"20, ''", "21, …"})
    void a_long_text_is_cut_in_the_message(int length, String end) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fee.percentOfOriginal("9".repeat(length)))
                .withMessage("fee of \"" + "9".repeat(20) + end + "\" percent is no percentage: write it as 2.5");
    }

    @Test
    void a_fixed_fee_is_not_negative() {
        assertThat(Fee.fixed(eur("0")).on(List.of(eur("1")))).isEqualTo(eur("0"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fee.fixed(eur("-0.01")))
                .withMessage("fee EUR -0.01 is negative: give zero or more");
    }

    @Test
    void there_is_one_amount_of_a_currency_under_its_own_code() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fee.fixed(eur("1"), eur("2")))
                .withMessage("fee EUR 2.00 comes beside EUR 1.00: give one per currency");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Fee.Fixed(Map.of("CAD", eur("1"))))
                .withMessage("fee EUR 1.00 stands under CAD: use its own currency");
    }
}
