package io.receivables.payments.spi;

import io.receivables.core.Money;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What of a payment is for one open item.
 *
 * @param documentId the invoice or debit note, as the payer knows it
 * @param instalment the instalment's number from 1
 * @param amount what is asked for of it, above zero
 * @param dueDate when it is or was due
 */
public record Share(String documentId, int instalment, Money amount, LocalDate dueDate) {
    public Share {
        Objects.requireNonNull(documentId, "documentId");
        Objects.requireNonNull(dueDate, "dueDate");
        if (instalment < 1) {
            throw new IllegalArgumentException("instalment " + instalment + " of " + documentId + " is below 1");
        }
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("amount " + amount + " for " + documentId + " is not above zero");
        }
    }
}
