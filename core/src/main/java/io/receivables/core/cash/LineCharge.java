package io.receivables.core.cash;

import io.receivables.core.Money;
import java.util.Objects;

/**
 * What a bank takes for a booking.
 *
 * @param amount positive for what the bank takes, negative for what it gives back
 * @param included whether it is within the booked amount; otherwise it is booked apart, or by another bank
 * @param text the kind of charge and who bears it, as stated; empty when not stated
 */
public record LineCharge(Money amount, boolean included, String text) {
    public LineCharge {
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(text, "text");
    }

    /** A charge that is within the booked amount. */
    public static LineCharge included(Money amount, String text) {
        return new LineCharge(amount, true, text);
    }

    /** A charge that is not within the booked amount. */
    public static LineCharge apart(Money amount, String text) {
        return new LineCharge(amount, false, text);
    }
}
