package io.receivables.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Money;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "0|0",
                "12|12",
                "0012.50|12.50",
                "-12.5|-12.5",
                "+12.5|12.5",
                ".50|0.50",
                "5442.09000|5442.09000",
                "1,234|1234",
                "1,234.50|1234.50",
                "12,345,678.9|12345678.9",
                "-1,234.50|-1234.50",
                "1 234.50|1234.50",
                "1\u00A0234.50|1234.50",
                "1\u202F234\u202F567.50|1234567.50",
                "1'234.50|1234.50",
                "1’234.50|1234.50",
                "1234567890123456789.25|1234567890123456789.25",
            })
    void decimal_point(String text, BigDecimal expected) {
        assertThat(value(text, '.')).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"12,5|12.5", "1.234|1234", "1.234,50|1234.50", "-1 234,50|-1234.50", "1.234.567,89|1234567.89"})
    void decimal_comma(String text, BigDecimal expected) {
        assertThat(value(text, ',')).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "+",
                ".",
                ",",
                "5.",
                "-.",
                "--5",
                "1e3",
                "1E3",
                "0x10",
                "NaN",
                "Infinity",
                "1.2.3",
                "1,23",
                "1,2345",
                "12,34",
                "1234,567",
                "0,123",
                ",123",
                "1,,234",
                "1,234 567",
                "1 ,234",
                "1.5,000",
                "１２",
                "٣",
                "1_000",
                "five",
                "()",
                "-(5)",
                "(-5)",
                "-5-",
                "(5",
                "5)",
                "-5 CR",
                "EUR",
                "EUR 5 USD",
                "$ 5 €",
                "5 XYZ",
                "5 %",
                "1,23,4567",
                "1,234,56,789",
                "1,23,456,789",
                "123,45,678"
            })
    void what_is_no_amount_is_refused(String text) {
        assertThat(Amounts.parse(text, '.')).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1,234.50-|-1234.50|",
                "(1,234.50)|-1234.50|",
                "( 5 )|-5|",
                "−5|-5|",
                "–5|-5|",
                "5.00 CR|-5.00|",
                "5.00 DR|5.00|",
                "5.00Cr|-5.00|",
                "€5|5|€",
                "€ 1,234.50|1234.50|€",
                "-€5|-5|€",
                "€-5|-5|€",
                "(€5.00)|-5.00|€",
                "5.00 €|5.00|€",
                "5.00€-|-5.00|€",
                "EUR 5.00|5.00|EUR",
                "5.00 eur|5.00|EUR",
                "EUR.50|0.50|EUR",
                "5.00 EUR CR|-5.00|EUR",
                "US$5|5|US$",
                "5 $ CA|5|$CA",
                "5 $CA|5|$CA",
                "$5|5|$",
                "Fr. 5.00|5.00|FR",
                "Rs.500|500|RS",
                "5 kr.|5|KR",
                "12,34,567.00|1234567.00|",
                "1,00,00,000|10000000|",
                "5.00 zł|5.00|ZŁ",
            })
    void signs_of_currencies_and_of_what_is_below_zero(String text, BigDecimal value, @Nullable String mark) {
        assertThat(Amounts.parse(text, '.')).isEqualTo(new Amounts.Stated(value, mark == null ? "" : mark));
    }

    @Test
    void a_sign_stands_for_its_currencies_only() {
        assertThat(stated("$5").isIn(Money.currency("CAD"))).isTrue();
        assertThat(stated("$5").isIn(Money.currency("EUR"))).isFalse();
        assertThat(stated("CA$5").isIn(Money.currency("USD"))).isFalse();
        assertThat(stated("5 usd").isIn(Money.currency("USD"))).isTrue();
        assertThat(stated("5").isIn(Money.currency("USD"))).isTrue();
        assertThat(stated("€5").currencies()).containsExactly("EUR");
        assertThat(stated("5").currencies()).isEmpty();
    }

    private static Amounts.Stated stated(String text) {
        return Objects.requireNonNull(Amounts.parse(text, '.'));
    }

    private static @Nullable BigDecimal value(String text, char decimal) {
        Amounts.Stated stated = Amounts.parse(text, decimal);
        return stated == null ? null : stated.value();
    }

    @ParameterizedTest
    @ValueSource(ints = {61, 10_000, 1_000_000})
    void an_endless_number_is_refused(int length) {
        assertThat(Amounts.parse("9".repeat(length), '.')).isNull();
    }
}
