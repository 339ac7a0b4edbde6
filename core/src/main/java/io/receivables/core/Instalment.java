package io.receivables.core;

import io.receivables.core.internal.Checks;
import java.time.LocalDate;
import java.util.Objects;

/**
 * One due date of a document with the amount that falls due. A document has one or more; the open item (document,
 * instalment number from 1) is what ages, is dunned and gets paid.
 *
 * @param dueDate the last day on which payment is in time
 * @param amount the amount due that day, zero or more
 */
public record Instalment(LocalDate dueDate, Money amount) {
    public Instalment {
        Checks.date(dueDate, "due date");
        Objects.requireNonNull(amount, "amount");
        Checks.that(!amount.isNegative(), () -> "instalment amount " + amount + " is negative: use a credit note");
    }

    public static Instalment of(LocalDate dueDate, Money amount) {
        return new Instalment(dueDate, amount);
    }
}
