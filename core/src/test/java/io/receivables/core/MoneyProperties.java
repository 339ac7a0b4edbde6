package io.receivables.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class MoneyProperties {
    private static final long MOST = 999_999_999_999_999_999L;

    @Provide
    Arbitrary<Currency> currencies() {
        return Arbitraries.of("EUR", "JPY", "KWD", "CLF").map(Money::currency);
    }

    @Property
    void amount_and_minor_units_are_the_same_number(
            @ForAll @LongRange(min = -MOST, max = MOST) long minorUnits, @ForAll("currencies") Currency currency) {
        Money money = Money.ofMinor(minorUnits, currency);

        assertThat(Money.of(money.amount(), currency)).isEqualTo(money);
        assertThat(Money.of(money.amount().toPlainString(), currency.getCurrencyCode()))
                .isEqualTo(money);
        assertThat(Money.fits(money.amount(), currency)).isTrue();
        assertThat(money.amount().scale()).isEqualTo(Money.digits(currency));
        assertThat(money.amount().movePointRight(Money.digits(currency)))
                .isEqualByComparingTo(BigDecimal.valueOf(minorUnits));
    }

    @Property
    void fits_says_whether_of_works(
            @ForAll @LongRange(min = -MOST, max = MOST) long unscaled,
            @ForAll @IntRange(min = -25, max = 25) int scale,
            @ForAll("currencies") Currency currency) {
        BigDecimal amount = BigDecimal.valueOf(unscaled, scale);
        boolean made;
        try {
            assertThat(Money.of(amount, currency).amount()).isEqualByComparingTo(amount);
            made = true;
        } catch (IllegalArgumentException refused) {
            made = false;
        }
        assertThat(Money.fits(amount, currency)).isEqualTo(made);
    }

    @Property
    void sums_are_those_of_exact_decimals(
            @ForAll @LongRange(min = -MOST, max = MOST) long a,
            @ForAll @LongRange(min = -MOST, max = MOST) long b,
            @ForAll("currencies") Currency currency) {
        Money one = Money.ofMinor(a, currency);
        Money other = Money.ofMinor(b, currency);

        assertThat(one.plus(other).amount()).isEqualTo(one.amount().add(other.amount()));
        assertThat(one.plus(other).minus(other)).isEqualTo(one);
        assertThat(one.minus(other)).isEqualTo(one.plus(other.negated()));
        assertThat(one.compareTo(other)).isEqualTo(one.amount().compareTo(other.amount()));
        assertThat(one.min(other).amount()).isEqualTo(one.amount().min(other.amount()));
        assertThat(one.abs().isNegative()).isFalse();
        assertThat(one.signum()).isEqualTo(one.amount().signum());
    }

    @Property
    void parts_add_up_and_are_as_equal_as_can_be(
            @ForAll @LongRange(min = -MOST, max = MOST) long minorUnits,
            @ForAll @IntRange(min = 1, max = 40) int count,
            @ForAll("currencies") Currency currency) {
        Money whole = Money.ofMinor(minorUnits, currency);
        List<Money> parts = whole.splitInto(count);

        assertThat(parts).hasSize(count);
        assertThat(parts.stream().reduce(Money.zero(currency), Money::plus)).isEqualTo(whole);
        Money first = parts.get(0).abs();
        Money last = parts.get(count - 1).abs();
        assertThat(first.minus(last).minorUnits()).isBetween(0L, 1L);
        assertThat(parts).isSortedAccordingTo((x, y) -> y.abs().compareTo(x.abs()));
    }

    @Property
    void rounding_is_off_by_less_than_a_minor_unit(
            @ForAll @LongRange(min = -1_000_000_000L, max = 1_000_000_000L) long minorUnits,
            @ForAll @IntRange(min = 1, max = 10_000) int permille,
            @ForAll RoundingMode mode) {
        if (mode == RoundingMode.UNNECESSARY) {
            return;
        }
        Money money = Money.ofMinor(minorUnits, Money.currency("EUR"));
        BigDecimal factor = BigDecimal.valueOf(permille, 3);

        assertThat(money.times(factor, mode).amount().subtract(money.amount().multiply(factor)))
                .isStrictlyBetween(new BigDecimal("-0.01"), new BigDecimal("0.01"));
        assertThat(money.percent(factor.movePointRight(2), mode)).isEqualTo(money.times(factor, mode));
        assertThat(money.dividedBy(factor, mode).amount().multiply(factor).subtract(money.amount()))
                .isStrictlyBetween(factor.negate().movePointLeft(2), factor.movePointLeft(2));
    }
}
