package io.receivables.core.discount;

import io.receivables.core.internal.Checks;
import java.util.Objects;

/**
 * A reward and how early it asks for payment.
 *
 * @param daysBeforeDue how many days before the due date payment must be in, or more; zero for payment on the due date
 * @param reward what is earned
 */
public record LoyaltyRule(int daysBeforeDue, LoyaltyReward reward) {
    public LoyaltyRule {
        Checks.that(daysBeforeDue >= 0, () -> "days " + daysBeforeDue + " before the due date are negative");
        Objects.requireNonNull(reward, "reward");
    }
}
