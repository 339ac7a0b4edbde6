package io.receivables.core.discount;

import io.receivables.core.Money;
import io.receivables.core.internal.Checks;
import java.time.LocalDate;

/**
 * A payment that may earn a reward.
 *
 * @param amount above zero
 * @param dueDate the last day on which it is in time
 * @param paidOn the day it was paid
 * @param expectedOn the day on which it would have come in without the reward, such as by the customer's usual delay
 */
public record LoyaltyPayment(Money amount, LocalDate dueDate, LocalDate paidOn, LocalDate expectedOn) {
    public LoyaltyPayment {
        Checks.that(amount.isPositive(), () -> "payment of " + amount + " is not above zero");
        Checks.date(dueDate, "due date");
        Checks.date(paidOn, "payment date");
        Checks.date(expectedOn, "expected date");
    }
}
