package io.receivables.payments.desk.choice;

import java.time.LocalDate;
import java.util.Objects;

/**
 * The request that a payment in the ledger came of.
 *
 * @param provider the provider's name
 * @param askedOn the day on which the payer was asked
 */
public record PaidRequest(String provider, LocalDate askedOn) {
    public PaidRequest {
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(askedOn, "askedOn");
    }
}
