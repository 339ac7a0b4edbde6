package io.receivables.core.interest;

import io.receivables.core.internal.Checks;
import java.math.BigDecimal;

/**
 * A rate for a year with the interest of its periods compounded, which is how the cost of credit and of discounts not
 * taken is compared (French: taux effectif, taux actuariel).
 *
 * <p>It never stands for a {@link SimpleAnnualRate}; {@link #simple(int)} converts.
 *
 * <p>Powers and roots are computed in decimal with guard digits and rounded half-even to 34 digits; a {@code double} only
 * starts the search for a root.
 *
 * @param percent percent for a year, above -100; without trailing zeros
 */
public record EffectiveAnnualRate(BigDecimal percent) implements Comparable<EffectiveAnnualRate> {
    public EffectiveAnnualRate {
        percent = Percents.checked(percent);
        BigDecimal checked = percent;
        Checks.that(
                checked.compareTo(Percents.HUNDRED.negate()) > 0,
                () -> "effective rate " + checked + "% loses all there is or more: it must be above -100%");
    }

    /** A rate written as a plain decimal: {@code of("26.82")} is 26.82% a year. */
    public static EffectiveAnnualRate of(String percent) {
        return new EffectiveAnnualRate(new BigDecimal(percent));
    }

    /** The year of a rate for one of so many periods: (1 + r)^n - 1. 2% a month, 12 to the year, is 26.824179…%. */
    public static EffectiveAnnualRate ofPeriod(BigDecimal percent, int periodsPerYear) {
        return ofPeriod(percent, 1, periodsPerYear);
    }

    /**
     * The year of a rate for a stretch of it: (1 + r)^(unitsPerYear / units) - 1. 1/99 for 25 of 365 days, a discount of
     * 1% that is not taken, is 15.804693…%.
     *
     * @param percent percent for the stretch, above -100
     * @param units the length of the stretch, in days or months
     * @param unitsPerYear the length of a year in the same unit: 360 or 365 days, 12 months
     */
    public static EffectiveAnnualRate ofPeriod(BigDecimal percent, int units, int unitsPerYear) {
        Percents.checkUnits(units, unitsPerYear);
        return new EffectiveAnnualRate(Percents.compounded(Percents.checked(percent), unitsPerYear, units));
    }

    /**
     * The rate that comes to this one when it is paid and compounds in so many periods of the year: n((1 + e)^(1/n) - 1).
     * 26.824179…% effective is 24% simple with 12 periods.
     */
    public SimpleAnnualRate simple(int periodsPerYear) {
        Percents.checkUnits(1, periodsPerYear);
        return SimpleAnnualRate.ofPeriod(Percents.compounded(percent, 1, periodsPerYear), periodsPerYear);
    }

    @Override
    public int compareTo(EffectiveAnnualRate other) {
        return percent.compareTo(other.percent);
    }

    /** The percentage, the same in every locale: {@code "26.82% a year, compounded"}. */
    @Override
    public String toString() {
        return percent.toPlainString() + "% a year, compounded";
    }
}
