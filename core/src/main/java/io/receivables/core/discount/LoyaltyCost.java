package io.receivables.core.discount;

import io.receivables.core.Money;
import io.receivables.core.interest.SimpleAnnualRate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What rewards cost, and how much earlier the money came in.
 *
 * @param paid the payments, rewarded or not
 * @param points the points earned
 * @param cost what points and rebates cost
 * @param amountDays each payment in major units times the days by which it came earlier than expected; later ones count
 *     below zero
 */
public record LoyaltyCost(Money paid, BigDecimal points, Money cost, BigDecimal amountDays) {
    public LoyaltyCost {
        paid.plus(cost);
    }

    public LoyaltyCost plus(LoyaltyCost other) {
        return new LoyaltyCost(
                paid.plus(other.paid),
                points.add(other.points),
                cost.plus(other.cost),
                amountDays.add(other.amountDays));
    }

    /** By how many days the payments came earlier, on average of their amounts. */
    public BigDecimal daysGained(int scale, RoundingMode rounding) {
        return amountDays.divide(paid.amount(), scale, rounding);
    }

    /** The cost of one day by which all payments come earlier, rounded half-up; none if no day was gained. */
    public Optional<Money> perDayGained() {
        return amountDays.signum() <= 0
                ? Optional.empty()
                : Optional.of(
                        cost.times(paid.amount().divide(amountDays, MathContext.DECIMAL128), RoundingMode.HALF_UP));
    }

    /**
     * The cost as a yearly rate on the money that came in earlier, to be held against what a loan costs; none if no day was
     * gained.
     *
     * @param yearDays 360 or 365
     */
    public Optional<SimpleAnnualRate> rate(int yearDays) {
        return amountDays.signum() <= 0
                ? Optional.empty()
                : Optional.of(new SimpleAnnualRate(cost.amount()
                        .multiply(BigDecimal.valueOf(yearDays))
                        .movePointRight(2)
                        .divide(amountDays, MathContext.DECIMAL128)));
    }
}
