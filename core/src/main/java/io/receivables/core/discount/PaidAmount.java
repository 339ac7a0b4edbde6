package io.receivables.core.discount;

import io.receivables.core.Money;
import io.receivables.core.internal.Checks;
import java.time.LocalDate;

/**
 * Money that came in for a document.
 *
 * @param date the day it counts from
 * @param amount above zero
 */
public record PaidAmount(LocalDate date, Money amount) {
    public PaidAmount {
        Checks.date(date, "payment date");
        Checks.that(amount.isPositive(), () -> "payment of " + amount + " is not above zero");
    }

    public static PaidAmount of(LocalDate date, Money amount) {
        return new PaidAmount(date, amount);
    }
}
