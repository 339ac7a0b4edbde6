package io.receivables.core.cash;

import io.receivables.core.Money;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What the bank took: a fact of its own, never a part of what a customer owes or paid. Who bears it is the application's
 * decision.
 *
 * @param date the day it was booked
 * @param amount positive for what the bank took, negative for what it gave back
 * @param text the kind of charge, as stated; empty when not stated
 * @param paymentId the payment that it was taken for, or for whose return; empty for none
 * @param line the bank line that it is in
 */
public record BankCharge(LocalDate date, Money amount, String text, String paymentId, BankLine line) {
    public BankCharge {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(paymentId, "paymentId");
        Objects.requireNonNull(line, "line");
    }
}
