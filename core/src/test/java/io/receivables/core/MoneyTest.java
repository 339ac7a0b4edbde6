package io.receivables.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    private static final Currency EUR = Money.currency("EUR");
    private static final long MOST = 999_999_999_999_999_999L;

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    @ParameterizedTest
    @CsvSource({
        "1200.00, EUR, 120000",
        "1200, EUR, 120000",
        "-0.01, EUR, -1",
        "0, EUR, 0",
        "-0.00, EUR, 0",
        "+7, EUR, 700",
        "1e3, EUR, 100000",
        "0e999999999, EUR, 0",
        "0e-999999999, EUR, 0",
        "5442.09000, CAD, 544209",
        "100, JPY, 100",
        "100.000, JPY, 100",
        "1.234, KWD, 1234",
        "1.2345, CLF, 12345",
        "9999999999999999.99, EUR, 999999999999999999",
        "-9999999999999999.99, EUR, -999999999999999999",
        "999999999999999999, JPY, 999999999999999999"
    })
    void plain_decimals_become_minor_units(String text, String currency, long minorUnits) {
        assertThat(Money.of(text, currency)).isEqualTo(Money.ofMinor(minorUnits, Money.currency(currency)));
        assertThat(Money.fits(new BigDecimal(text), Money.currency(currency))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "5442.091, EUR, amount 5442.091 has more than 2 decimals for EUR: round it first",
        "0.001, EUR, amount 0.001 has more than 2 decimals for EUR: round it first",
        "1.5, JPY, amount 1.5 has more than 0 decimals for JPY: round it first",
        "1.2345, KWD, amount 1.2345 has more than 3 decimals for KWD: round it first",
        "1e-999999999, EUR, amount 1E-999999999 has more than 2 decimals for EUR: round it first",
        "1e17, EUR, amount 1E+17 is too large for EUR",
        "92233720368547758.08, EUR, amount 92233720368547758.08 is too large for EUR",
        "1e999999999, EUR, amount 1E+999999999 is too large for EUR",
        "1e19, JPY, amount 1E+19 is too large for JPY"
    })
    void what_cannot_be_held_exactly_is_refused(String text, String currency, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.of(text, currency))
                .withMessage(message);
        assertThat(Money.fits(new BigDecimal(text), Money.currency(currency))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "1 200", "1,200.00", "12€", "NaN", "0x10", "1.2.3"})
    void what_is_no_decimal_number_is_refused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> eur(text))
                .withMessage("amount \"" + text + "\" is no decimal number: write it as 1200.00");
    }

    @Test
    void endless_text_is_refused_unread() {
        assertThat(eur("0".repeat(59) + "1")).isEqualTo(eur("1"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> eur("0".repeat(60) + "1"))
                .withMessage("amount has 61 characters: it is no amount");
    }

    @ParameterizedTest
    @ValueSource(strings = {"eur", "EURO", "", "ZZZ", "€"})
    void unknown_currency_is_named(String code) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.of("1", code))
                .withMessage("currency \"" + code + "\" is no ISO 4217 code: use three capital letters such as EUR");
    }

    @Test
    void missing_arguments_are_named() {
        assertThatNullPointerException().isThrownBy(() -> Money.of(null, "EUR")).withMessage("amount");
        assertThatNullPointerException()
                .isThrownBy(() -> Money.of("1", (String) null))
                .withMessage("currency");
        assertThatNullPointerException()
                .isThrownBy(() -> Money.ofMinor(1, null))
                .withMessage("currency");
    }

    @ParameterizedTest
    @CsvSource({
        "EUR,2", "USD,2", "CAD,2", "CHF,2", "HUF,2", "JPY,0", "KRW,0", "ISK,0", "CLP,0", "XAF,0", "XOF,0", "XPF,0",
        "VND,0", "UGX,0", "RWF,0", "PYG,0", "KMF,0", "GNF,0", "DJF,0", "BIF,0", "VUV,0", "UYI,0", "BHD,3", "IQD,3",
        "JOD,3", "KWD,3", "LYD,3", "OMR,3", "TND,3", "CLF,4", "XXX,2"
    })
    void digits_are_those_of_the_standard_and_not_of_the_jdk(String code, int digits) {
        assertThat(Money.digits(Money.currency(code))).isEqualTo(digits);
    }

    @Test
    void arithmetic_is_exact() {
        assertThat(eur("0.10").plus(eur("0.20"))).isEqualTo(eur("0.30"));
        assertThat(eur("0.10").minus(eur("0.30"))).isEqualTo(eur("-0.20"));
        assertThat(eur("0.10").negated()).isEqualTo(eur("-0.10"));
        assertThat(eur("-0.10").abs()).isEqualTo(eur("0.10"));
        assertThat(eur("0.10").abs()).isEqualTo(eur("0.10"));
        assertThat(eur("0.10").times(3)).isEqualTo(eur("0.30"));
        assertThat(eur("0.10").min(eur("0.20"))).isEqualTo(eur("0.10"));
        assertThat(eur("0.20").min(eur("0.10"))).isEqualTo(eur("0.10"));
        assertThat(Money.zero(EUR)).isEqualTo(eur("0"));
    }

    @Test
    void sign_is_told() {
        assertThat(eur("0.01"))
                .returns(true, Money::isPositive)
                .returns(false, Money::isZero)
                .returns(false, Money::isNegative)
                .returns(1, Money::signum);
        assertThat(eur("0"))
                .returns(false, Money::isPositive)
                .returns(true, Money::isZero)
                .returns(false, Money::isNegative)
                .returns(0, Money::signum);
        assertThat(eur("-0.01"))
                .returns(false, Money::isPositive)
                .returns(false, Money::isZero)
                .returns(true, Money::isNegative)
                .returns(-1, Money::signum);
    }

    @Test
    void overflow_is_loud() {
        Money most = Money.ofMinor(Long.MAX_VALUE, EUR);
        Money least = Money.ofMinor(Long.MIN_VALUE, EUR);
        Money cent = eur("0.01");
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> most.plus(cent));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> least.minus(cent));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(least::negated);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(least::abs);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> most.times(2));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> most.times(BigDecimal.TEN, RoundingMode.DOWN));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> most.dividedBy(new BigDecimal("0.1"), RoundingMode.DOWN));
    }

    @Test
    void rounding_is_always_chosen_by_the_caller() {
        // 10.01 x 0.5 = 5.005
        assertThat(eur("10.01").times(new BigDecimal("0.5"), RoundingMode.HALF_UP))
                .isEqualTo(eur("5.01"));
        assertThat(eur("10.01").times(new BigDecimal("0.5"), RoundingMode.DOWN)).isEqualTo(eur("5.00"));
        // 10.00 / 3 = 3.33...
        assertThat(eur("10.00").dividedBy(new BigDecimal("3"), RoundingMode.HALF_UP))
                .isEqualTo(eur("3.33"));
        assertThat(eur("10.00").dividedBy(new BigDecimal("3"), RoundingMode.UP)).isEqualTo(eur("3.34"));
        // 12.5 % of 0.20 = 0.025
        assertThat(eur("0.20").percent(new BigDecimal("12.5"), RoundingMode.HALF_EVEN))
                .isEqualTo(eur("0.02"));
        assertThat(eur("10.00").percent(new BigDecimal("20"), RoundingMode.UNNECESSARY))
                .isEqualTo(eur("2.00"));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> eur("0.01").times(new BigDecimal("0.5"), RoundingMode.UNNECESSARY));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> eur("1.00").dividedBy(BigDecimal.ZERO, RoundingMode.UP));
    }

    @Test
    void split_parts_differ_by_a_cent_at_most_the_larger_ones_first() {
        assertThat(eur("10.00").splitInto(3)).containsExactly(eur("3.34"), eur("3.33"), eur("3.33"));
        assertThat(eur("-10.00").splitInto(3)).containsExactly(eur("-3.34"), eur("-3.33"), eur("-3.33"));
        assertThat(eur("0.02").splitInto(3)).containsExactly(eur("0.01"), eur("0.01"), eur("0.00"));
        assertThat(eur("1.00").splitInto(1)).isEqualTo(List.of(eur("1.00")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> eur("1").splitInto(0))
                .withMessage("parts 0 must be at least 1");
    }

    @Test
    void currencies_never_mix() {
        Money cad = Money.of("1", "CAD");
        String message = "currencies differ: EUR 1.00 and CAD 1.00;"
                + " amounts of different currencies are never added or compared";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> eur("1").plus(cad))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> eur("1").minus(cad))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> eur("1").compareTo(cad))
                .withMessage(message);
        assertThatIllegalArgumentException().isThrownBy(() -> eur("1").min(cad)).withMessage(message);
        assertThat(eur("1")).isNotEqualTo(cad);
    }

    @Test
    void text_is_the_same_in_every_locale() {
        assertThat(Money.of("-1234.5", "CAD")).hasToString("CAD -1234.50");
        assertThat(Money.of("7", "JPY")).hasToString("JPY 7");
        assertThat(Money.of("0.001", "KWD")).hasToString("KWD 0.001");
        assertThat(Money.ofMinor(MOST, EUR)).hasToString("EUR 9999999999999999.99");
        assertThat(String.format(Locale.FRANCE, "%s", eur("1.50"))).isEqualTo("EUR 1.50");
        assertThat(eur("1.5").amount()).isEqualTo(new BigDecimal("1.50"));
    }
}
