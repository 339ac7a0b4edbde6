package io.receivables.payments.manual;

import java.time.Instant;
import java.util.Objects;

/**
 * A fact as it stands in a register.
 *
 * @param recordedAt when it was written there
 */
public record ChequeEntry(Instant recordedAt, ChequeFact fact) {
    public ChequeEntry {
        Objects.requireNonNull(recordedAt, "recordedAt");
        Objects.requireNonNull(fact, "fact");
    }
}
