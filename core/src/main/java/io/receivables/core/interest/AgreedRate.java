package io.receivables.core.interest;

import io.receivables.core.internal.Checks;
import java.math.BigDecimal;

/**
 * A rate of interest as a contract states it, such as 1.5% a month.
 *
 * @param percent percent for one period, zero or more
 * @param periodsPerYear how many periods a year has: 12 for a rate a month, 1 for a rate a year
 * @param yearlyRateStated whether the contract states the yearly rate as well
 */
public record AgreedRate(BigDecimal percent, int periodsPerYear, boolean yearlyRateStated) {
    public AgreedRate {
        percent = Percents.checked(percent);
        BigDecimal checked = percent;
        Checks.that(checked.signum() >= 0, () -> "agreed rate " + checked + "% is negative");
        Percents.checkUnits(1, periodsPerYear);
        yearlyRateStated = yearlyRateStated || periodsPerYear == 1;
    }

    /** A rate a month, of which the contract does not state the year. */
    public static AgreedRate monthly(String percent) {
        return new AgreedRate(new BigDecimal(percent), 12, false);
    }

    /** A rate a year. */
    public static AgreedRate yearly(String percent) {
        return new AgreedRate(new BigDecimal(percent), 1, true);
    }

    /** The same rate in a contract that states the yearly rate as well: "1.5% a month (18% a year)". */
    public AgreedRate withYearlyRateStated() {
        return new AgreedRate(percent, periodsPerYear, true);
    }

    /** The rate for a year without compounding, which is how late-payment interest is counted. */
    public SimpleAnnualRate simple() {
        return SimpleAnnualRate.ofPeriod(percent, periodsPerYear);
    }

    /** The rate for a year if each period compounds. */
    public EffectiveAnnualRate effective() {
        return EffectiveAnnualRate.ofPeriod(percent, periodsPerYear);
    }

    @Override
    public String toString() {
        return switch (periodsPerYear) {
            case 1 -> percent.toPlainString() + "% a year";
            case 12 -> percent.toPlainString() + "% a month";
            default -> percent.toPlainString() + "%, " + periodsPerYear + " times a year";
        };
    }
}
