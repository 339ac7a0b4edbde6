package io.receivables.core.interest;

import io.receivables.core.internal.Checks;
import java.math.BigDecimal;
import java.math.MathContext;

/** Arithmetic of percentages that rates share: exact where it can be, else to 34 digits. */
final class Percents {
    static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** No rate is as large or as fine; without a limit, 1e999999999 would be written out. */
    private static final int MOST_DIGITS = 1_000;

    /** The most days, months or periods of a stretch or a year. */
    private static final int MOST_UNITS = 10_000;

    /** For results: what they are rounded to where they do not end. */
    private static final MathContext RESULT = MathContext.DECIMAL128;

    /** For what lies in between: a power of 10,000 loses 5 digits and Newton's step some more. */
    private static final MathContext WORKING = new MathContext(60);

    /** What a {@code double} surely gives of a fractional power. */
    private static final int STARTING_DIGITS = 12;

    private Percents() {}

    /** A percentage of a sane size, without trailing zeros. */
    static BigDecimal checked(BigDecimal percent) {
        Checks.that(
                percent.signum() == 0
                        || (Math.abs((long) percent.scale()) <= MOST_DIGITS
                                && percent.precision() <= MOST_DIGITS
                                && (long) percent.precision() - percent.scale() <= MOST_DIGITS),
                () -> "rate " + percent + "% has more than " + MOST_DIGITS + " digits: it is no rate");
        BigDecimal plain = percent.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    static void checkUnits(int units, int unitsPerYear) {
        Checks.that(
                units >= 1 && units <= MOST_UNITS,
                () -> "units " + units + " of the period are not between 1 and " + MOST_UNITS);
        Checks.that(
                unitsPerYear >= 1 && unitsPerYear <= MOST_UNITS,
                () -> "units " + unitsPerYear + " of a year are not between 1 and " + MOST_UNITS);
    }

    /** The exact quotient where it ends within 34 digits, else rounded to them. */
    static BigDecimal quotient(BigDecimal dividend, BigDecimal divisor) {
        return dividend.divide(divisor, RESULT);
    }

    /** The percentage that a percentage grows to over {@code numerator / denominator} of its period. */
    static BigDecimal compounded(BigDecimal percent, int numerator, int denominator) {
        BigDecimal factor = BigDecimal.ONE.add(percent.movePointLeft(2));
        Checks.that(
                factor.signum() > 0, () -> "rate " + percent + "% loses all there is or more: it must be above -100%");
        return power(factor, numerator, denominator)
                .subtract(BigDecimal.ONE)
                .round(RESULT)
                .multiply(HUNDRED);
    }

    /** base^(numerator / denominator): the whole powers by multiplication, the rest as a root. */
    private static BigDecimal power(BigDecimal base, int numerator, int denominator) {
        BigDecimal whole = base.pow(numerator / denominator, WORKING);
        int rest = numerator % denominator;
        return rest == 0 ? whole : whole.multiply(root(base, rest, denominator), WORKING);
    }

    /**
     * base^(power / degree), an exponent below 1, by Newton's method for x^degree = base^power. Each step doubles the
     * digits, of which a degree of 10,000 takes four back.
     */
    private static BigDecimal root(BigDecimal base, int power, int degree) {
        BigDecimal target = base.pow(power, WORKING);
        BigDecimal x = start(base, power, degree);
        for (int digits = STARTING_DIGITS; digits < WORKING.getPrecision(); digits = 2 * digits - 4) {
            BigDecimal quotient = target.divide(x.pow(degree - 1, WORKING), WORKING);
            x = x.multiply(BigDecimal.valueOf(degree - 1L), WORKING)
                    .add(quotient, WORKING)
                    .divide(BigDecimal.valueOf(degree), WORKING);
        }
        return x;
    }

    /** The first digits of a fractional power, in binary floating point; the power of ten apart, which may be large. */
    private static BigDecimal start(BigDecimal base, int power, int degree) {
        double exponent = (double) power / degree;
        int tens = base.precision() - base.scale() - 1;
        double tensOfPower = tens * exponent;
        double wholeTens = Math.floor(tensOfPower);
        double mantissa = base.movePointLeft(tens).doubleValue();
        return BigDecimal.valueOf(Math.pow(mantissa, exponent) * Math.pow(10, tensOfPower - wholeTens))
                .movePointRight((int) wholeTens);
    }
}
