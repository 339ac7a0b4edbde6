package io.receivables.core.collection;

import io.receivables.core.internal.Checks;
import java.time.LocalDate;
import java.util.Objects;

/**
 * The customer is not supplied on credit, from a day on until a {@link Cancellation} releases them.
 *
 * @param id the identifier, unique among holds
 * @param customerId who is on hold
 * @param date the first day
 * @param reason why; empty when not stated
 * @param recordedOn the day on which it became known
 */
public record CreditHold(String id, String customerId, LocalDate date, String reason, LocalDate recordedOn)
        implements CollectionFact {
    public CreditHold {
        Checks.id(id, "credit hold id");
        Checks.id(customerId, "customer id of credit hold", id);
        Checks.date(date, "date of credit hold", id);
        Objects.requireNonNull(reason, "reason");
        Checks.date(recordedOn, "recordedOn of credit hold", id);
    }

    public static CreditHold of(String id, String customerId, LocalDate placedOn) {
        return new CreditHold(id, customerId, placedOn, "", placedOn);
    }

    public CreditHold because(String reason) {
        return new CreditHold(id, customerId, date, reason, recordedOn);
    }

    public CreditHold recordedOn(LocalDate recordedOn) {
        return new CreditHold(id, customerId, date, reason, recordedOn);
    }

    @Override
    public CollectionFactKind kind() {
        return CollectionFactKind.CREDIT_HOLD;
    }
}
