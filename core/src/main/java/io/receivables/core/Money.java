package io.receivables.core;

import io.receivables.core.internal.Checks;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * An exact amount in one currency, counted in minor units (cents).
 *
 * <p>Arithmetic never rounds and never overflows silently: additions throw {@link ArithmeticException} when a {@code
 * long} of minor units is not enough, and whatever cannot be exact ({@link #times(BigDecimal, RoundingMode)}) takes a
 * rounding mode. Amounts of different currencies never mix: {@link #plus(Money)} and {@link #compareTo(Money)} refuse
 * them.
 *
 * <p>The number of minor-unit digits is pinned by this library (ISO 4217: 0 for JPY, 3 for KWD, 2 for most) because the
 * JDK's data vary by version.
 *
 * @param minorUnits the signed amount in minor units: 12.34 EUR is 1234
 * @param currency the currency
 */
public record Money(long minorUnits, Currency currency) implements Comparable<Money> {
    private static final int LONGEST_TEXT = 60;

    /** The number of digits of {@link Long#MAX_VALUE}. */
    private static final int LONGEST_LONG = 19;

    /** Currencies whose number of minor-unit digits is not 2 (ISO 4217 list one, 2026). */
    private static final Map<String, Integer> DIGITS = Map.ofEntries(
            Map.entry("BIF", 0),
            Map.entry("CLP", 0),
            Map.entry("DJF", 0),
            Map.entry("GNF", 0),
            Map.entry("ISK", 0),
            Map.entry("JPY", 0),
            Map.entry("KMF", 0),
            Map.entry("KRW", 0),
            Map.entry("PYG", 0),
            Map.entry("RWF", 0),
            Map.entry("UGX", 0),
            Map.entry("UYI", 0),
            Map.entry("VND", 0),
            Map.entry("VUV", 0),
            Map.entry("XAF", 0),
            Map.entry("XOF", 0),
            Map.entry("XPF", 0),
            Map.entry("BHD", 3),
            Map.entry("IQD", 3),
            Map.entry("JOD", 3),
            Map.entry("KWD", 3),
            Map.entry("LYD", 3),
            Map.entry("OMR", 3),
            Map.entry("TND", 3),
            Map.entry("CLF", 4),
            Map.entry("UYW", 4));

    public Money {
        Objects.requireNonNull(currency, "currency");
    }

    /**
     * Reads a plain decimal such as {@code "1200.00"}; trailing zeros beyond the currency's digits are dropped.
     *
     * @throws IllegalArgumentException if the text is no decimal number, has more decimals than the currency, or the
     *     code is no ISO 4217 currency
     */
    public static Money of(String amount, String currencyCode) {
        return of(parse(amount), currency(currencyCode));
    }

    /**
     * An amount in major units.
     *
     * @throws IllegalArgumentException if it has more decimals than the currency or is too large
     */
    public static Money of(BigDecimal amount, Currency currency) {
        int digits = digits(currency);
        if (amount.signum() == 0) {
            return zero(currency);
        }
        // before any rescaling: 1e999999999 must not be expanded
        Checks.that(
                hasFewDigits(amount, digits),
                () -> "amount " + shown(amount) + " is too large for " + currency.getCurrencyCode());
        BigDecimal plain = amount.stripTrailingZeros();
        Checks.that(
                plain.scale() <= digits,
                () -> "amount " + shown(amount) + " has more than " + digits + " decimals for "
                        + currency.getCurrencyCode() + ": round it first");
        BigInteger minorUnits = plain.setScale(digits).unscaledValue();
        Checks.that(
                isLong(minorUnits),
                () -> "amount " + shown(amount) + " is too large for " + currency.getCurrencyCode());
        return new Money(minorUnits.longValueExact(), currency);
    }

    /** An amount in minor units: {@code ofMinor(1234, EUR)} is 12.34 EUR. */
    public static Money ofMinor(long minorUnits, Currency currency) {
        return new Money(minorUnits, currency);
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /**
     * The currency of an ISO 4217 code.
     *
     * @throws IllegalArgumentException if there is none of that code
     */
    public static Currency currency(String code) {
        Objects.requireNonNull(code, "currency");
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "currency \"" + code + "\" is no ISO 4217 code: use three capital letters such as EUR", e);
        }
    }

    /** The number of minor-unit digits of a currency: 2 for EUR, 0 for JPY, 3 for KWD. */
    public static int digits(Currency currency) {
        return DIGITS.getOrDefault(currency.getCurrencyCode(), 2);
    }

    /** Whether the amount can be held exactly: it has no more decimals than the currency and is not too large. */
    public static boolean fits(BigDecimal amount, Currency currency) {
        int digits = digits(currency);
        return amount.signum() == 0
                || (hasFewDigits(amount, digits)
                        && amount.stripTrailingZeros().scale() <= digits
                        && isLong(amount.setScale(digits, RoundingMode.UNNECESSARY)
                                .unscaledValue()));
    }

    /** Whether it takes no more digits than the largest {@code long} of minor units, told without any rescaling. */
    private static boolean hasFewDigits(BigDecimal amount, int digits) {
        return (long) amount.precision() - amount.scale() <= LONGEST_LONG - digits;
    }

    private static boolean isLong(BigInteger value) {
        return value.bitLength() < Long.SIZE;
    }

    private static BigDecimal parse(String amount) {
        Objects.requireNonNull(amount, "amount");
        Checks.that(
                amount.length() <= LONGEST_TEXT,
                () -> "amount has " + amount.length() + " characters: it is no amount");
        try {
            return new BigDecimal(amount);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "amount \"" + amount + "\" is no decimal number: write it as 1200.00", e);
        }
    }

    private static String shown(BigDecimal amount) {
        return amount.toString();
    }

    /** The amount in major units with the currency's number of decimals. */
    public BigDecimal amount() {
        return new BigDecimal(BigInteger.valueOf(minorUnits), digits(currency));
    }

    public boolean isZero() {
        return minorUnits == 0;
    }

    public boolean isPositive() {
        return minorUnits > 0;
    }

    public boolean isNegative() {
        return minorUnits < 0;
    }

    /** {@code -1}, {@code 0} or {@code 1}. */
    public int signum() {
        return Long.signum(minorUnits);
    }

    /**
     * The exact sum.
     *
     * @throws IllegalArgumentException if the currencies differ
     * @throws ArithmeticException if the sum does not fit
     */
    public Money plus(Money other) {
        return new Money(Math.addExact(minorUnits, sameCurrency(other).minorUnits), currency);
    }

    /**
     * The exact difference.
     *
     * @throws IllegalArgumentException if the currencies differ
     * @throws ArithmeticException if the difference does not fit
     */
    public Money minus(Money other) {
        return new Money(Math.subtractExact(minorUnits, sameCurrency(other).minorUnits), currency);
    }

    public Money negated() {
        return new Money(Math.negateExact(minorUnits), currency);
    }

    public Money abs() {
        return minorUnits < 0 ? negated() : this;
    }

    /**
     * The exact multiple.
     *
     * @throws ArithmeticException if it does not fit
     */
    public Money times(long factor) {
        return new Money(Math.multiplyExact(minorUnits, factor), currency);
    }

    /**
     * The product, rounded once to the currency's minor unit.
     *
     * @throws ArithmeticException if it does not fit, or if {@code rounding} is {@link RoundingMode#UNNECESSARY} and the
     *     product is not exact
     */
    public Money times(BigDecimal factor, RoundingMode rounding) {
        return new Money(
                BigDecimal.valueOf(minorUnits)
                        .multiply(factor)
                        .setScale(0, rounding)
                        .longValueExact(),
                currency);
    }

    /**
     * The quotient, rounded once to the currency's minor unit.
     *
     * @throws ArithmeticException if the divisor is zero
     */
    public Money dividedBy(BigDecimal divisor, RoundingMode rounding) {
        return new Money(
                BigDecimal.valueOf(minorUnits).divide(divisor, 0, rounding).longValueExact(), currency);
    }

    /** A percentage of this amount, rounded once to the currency's minor unit: {@code percent(20)} of 10.00 is 2.00. */
    public Money percent(BigDecimal percent, RoundingMode rounding) {
        return times(percent.movePointLeft(2), rounding);
    }

    /**
     * Splits this amount into {@code parts} that differ by one minor unit at most and add up to it; the first parts are
     * the larger ones in magnitude.
     */
    public List<Money> splitInto(int parts) {
        Checks.that(parts > 0, () -> "parts " + parts + " must be at least 1");
        long quotient = minorUnits / parts;
        long remainder = minorUnits % parts;
        List<Money> split = new ArrayList<>(parts);
        for (int i = 0; i < parts; i++) {
            split.add(new Money(quotient + (i < Math.abs(remainder) ? Long.signum(remainder) : 0), currency));
        }
        return List.copyOf(split);
    }

    /** The smaller of two amounts of the same currency. */
    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /**
     * Compares two amounts of the same currency.
     *
     * @throws IllegalArgumentException if the currencies differ
     */
    @Override
    public int compareTo(Money other) {
        return Long.compare(minorUnits, sameCurrency(other).minorUnits);
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("currencies differ: " + this + " and " + other
                    + "; amounts of different currencies are never added or compared");
        }
        return other;
    }

    /** Code and plain decimal: {@code "CAD 800.00"}, the same in every locale. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s %s", currency.getCurrencyCode(), amount().toPlainString());
    }
}
