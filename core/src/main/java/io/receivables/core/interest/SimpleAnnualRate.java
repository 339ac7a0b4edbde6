package io.receivables.core.interest;

import java.math.BigDecimal;

/**
 * A rate for a year that does not compound, which is how late-payment interest is stated: 12% of 100.00 for half a year is
 * 6.00. The field also calls it nominal or proportional (French: taux proportionnel).
 *
 * <p>It never stands for an {@link EffectiveAnnualRate}; {@link #effective(int)} converts.
 *
 * @param percent percent of the principal for a year, possibly negative; without trailing zeros, so that 8% and 8.00% are
 *     the same rate
 */
public record SimpleAnnualRate(BigDecimal percent) implements Comparable<SimpleAnnualRate> {
    public SimpleAnnualRate {
        percent = Percents.checked(percent);
    }

    /** A rate written as a plain decimal: {@code of("14.25")} is 14.25% a year. */
    public static SimpleAnnualRate of(String percent) {
        return new SimpleAnnualRate(new BigDecimal(percent));
    }

    /** The year of a rate for one of so many periods: 1.5% a month, 12 to the year, is 18%. Exact. */
    public static SimpleAnnualRate ofPeriod(BigDecimal percent, int periodsPerYear) {
        return ofPeriod(percent, 1, periodsPerYear);
    }

    /**
     * The year of a rate for a stretch of it: 2.04% for 20 of 365 days is 37.23%. Exact where the quotient is, else
     * rounded half-even to 34 digits.
     *
     * @param units the length of the stretch, in days or months
     * @param unitsPerYear the length of a year in the same unit: 360 or 365 days, 12 months
     */
    public static SimpleAnnualRate ofPeriod(BigDecimal percent, int units, int unitsPerYear) {
        Percents.checkUnits(units, unitsPerYear);
        return new SimpleAnnualRate(Percents.quotient(
                Percents.checked(percent).multiply(BigDecimal.valueOf(unitsPerYear)), BigDecimal.valueOf(units)));
    }

    /** This rate and so many percentage points: a reference rate plus a margin. */
    public SimpleAnnualRate plus(BigDecimal points) {
        return new SimpleAnnualRate(percent.add(Percents.checked(points)));
    }

    /**
     * What this rate comes to when it is paid and compounds in so many periods of the year: (1 + r/n)^n - 1. 18% simple
     * is 19.561817…% effective with 12 periods.
     */
    public EffectiveAnnualRate effective(int periodsPerYear) {
        Percents.checkUnits(1, periodsPerYear);
        return EffectiveAnnualRate.ofPeriod(
                Percents.quotient(percent, BigDecimal.valueOf(periodsPerYear)), periodsPerYear);
    }

    @Override
    public int compareTo(SimpleAnnualRate other) {
        return percent.compareTo(other.percent);
    }

    /** The percentage, the same in every locale: {@code "14.25% a year"}. */
    @Override
    public String toString() {
        return percent.toPlainString() + "% a year";
    }
}
