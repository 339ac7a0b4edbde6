package io.receivables.core.cash;

import io.receivables.core.Money;
import java.util.Objects;

/**
 * What of a payment is for one open item.
 *
 * @param documentId the invoice or debit note
 * @param instalment the instalment's number from 1
 * @param amount above zero
 */
public record ItemShare(String documentId, int instalment, Money amount) {
    public ItemShare {
        Objects.requireNonNull(documentId, "documentId");
        if (instalment < 1) {
            throw new IllegalArgumentException("instalment " + instalment + " of " + documentId + " is below 1");
        }
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("amount " + amount + " for " + documentId + " is not above zero");
        }
    }
}
