package io.receivables.core.discount;

import io.receivables.core.Money;
import io.receivables.core.internal.Checks;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** What a customer earns by paying on time. */
public sealed interface LoyaltyReward {
    /** The points that a payment earns; none where the reward is money. */
    BigDecimal points(Money paid);

    /** What the reward of a payment costs, rounded half-up to the minor unit. */
    Money cost(Money paid);

    /**
     * Points for each major unit paid, whole points, rounded down.
     *
     * @param perUnit how many for one unit of the currency, above zero
     * @param value what a point costs, in units of the currency, zero or more
     */
    record Points(BigDecimal perUnit, BigDecimal value) implements LoyaltyReward {
        public Points {
            Checks.that(
                    perUnit.signum() > 0 && perUnit.scale() <= 20, () -> "points " + perUnit + " are not above zero");
            Checks.that(value.signum() >= 0 && value.scale() <= 20, () -> "value " + value + " of a point is negative");
        }

        @Override
        public BigDecimal points(Money paid) {
            return paid.amount().multiply(perUnit).setScale(0, RoundingMode.DOWN);
        }

        @Override
        public Money cost(Money paid) {
            BigDecimal cost = points(paid).multiply(value);
            return Money.of(cost.setScale(Money.digits(paid.currency()), RoundingMode.HALF_UP), paid.currency());
        }
    }

    /**
     * A percentage of what was paid, given back.
     *
     * @param percent above 0 and below 100
     */
    record Rebate(BigDecimal percent) implements LoyaltyReward {
        public Rebate {
            Checks.that(
                    percent.signum() > 0 && percent.compareTo(BigDecimal.valueOf(100)) < 0 && percent.scale() <= 20,
                    () -> "rebate of " + percent + " percent is not above 0 and below 100");
        }

        @Override
        public BigDecimal points(Money paid) {
            return BigDecimal.ZERO;
        }

        @Override
        public Money cost(Money paid) {
            return paid.percent(percent, RoundingMode.HALF_UP);
        }
    }

    static LoyaltyReward points(String perUnit, String value) {
        return new Points(new BigDecimal(perUnit), new BigDecimal(value));
    }

    static LoyaltyReward rebate(String percent) {
        return new Rebate(new BigDecimal(percent));
    }
}
