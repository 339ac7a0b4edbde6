package io.receivables.dunning;

import io.receivables.dunning.internal.Checks;
import io.receivables.dunning.policy.AlertKind;
import java.time.LocalDate;
import java.util.Objects;

/**
 * Something about a customer that deserves attention before anything is late, found by whoever watches them.
 *
 * @param id the alert's id, which stays the same while it is the same alert
 * @param customerId about whom
 * @param kind what it says
 * @param date since when
 */
public record Alert(String id, String customerId, AlertKind kind, LocalDate date) {
    public Alert {
        Checks.id(id, "alert id");
        Checks.id(customerId, "customer id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(date, "date");
    }
}
