package io.receivables.core.cash;

import io.receivables.core.Money;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * What is remembered of a bank line once it was taken: enough to know it again, and to find it when it comes back.
 *
 * @param key what makes it the same booking
 * @param occurrence which one of equal bookings within a statement it is, from 1
 * @param paymentId the payment that was booked for it, or that it took back; empty for none
 * @param principal what was paid: positive for what came in, negative for what went back
 * @param references what it can be found by
 */
public record BookedLine(
        LineKey key, int occurrence, String paymentId, Money principal, Map<BankReference, String> references) {
    public BookedLine {
        Objects.requireNonNull(key, "key");
        if (occurrence < 1) {
            throw new IllegalArgumentException("occurrence " + occurrence + " is below 1");
        }
        Objects.requireNonNull(paymentId, "paymentId");
        Objects.requireNonNull(principal, "principal");
        EnumMap<BankReference, String> copy = new EnumMap<>(BankReference.class);
        copy.putAll(references);
        references = Collections.unmodifiableMap(copy);
    }

    /** What is remembered of a line. */
    static BookedLine of(BankLine line, int occurrence, String paymentId) {
        return new BookedLine(line.key(), occurrence, paymentId, line.principal(), line.references());
    }

    boolean isReceipt() {
        return principal.isPositive();
    }
}
