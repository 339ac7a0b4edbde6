package io.receivables.payments.desk.choice;

import io.receivables.core.Money;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A payment to find a provider for.
 *
 * @param customerId who pays
 * @param amount how much, above zero
 * @param askedOn the day on which the payer is asked
 * @param dueDate when it is or was due
 * @param mandates the providers to which the payer gave a mandate, by name
 * @param lifetime how long after it is made the request ends; null where it may end when the provider likes, or never
 */
public record PaymentWish(
        String customerId,
        Money amount,
        LocalDate askedOn,
        LocalDate dueDate,
        Set<String> mandates,
        @Nullable Duration lifetime) {
    public PaymentWish {
        Objects.requireNonNull(customerId, "customerId");
        Objects.requireNonNull(askedOn, "askedOn");
        Objects.requireNonNull(dueDate, "dueDate");
        mandates = Set.copyOf(mandates);
        if (!amount.isPositive()) {
            throw new IllegalArgumentException(
                    "amount " + amount + " of customer " + customerId + " is not above zero: nothing is to be paid");
        }
    }

    /** A payment without a mandate, which may end when the provider likes. */
    public static PaymentWish of(String customerId, Money amount, LocalDate askedOn) {
        return new PaymentWish(customerId, amount, askedOn, askedOn, Set.of(), null);
    }

    public PaymentWish due(LocalDate dueDate) {
        return new PaymentWish(customerId, amount, askedOn, dueDate, mandates, lifetime);
    }

    public PaymentWish withMandates(Set<String> mandates) {
        return new PaymentWish(customerId, amount, askedOn, dueDate, mandates, lifetime);
    }

    /** The same, by a request that ends after a time. */
    public PaymentWish endingAfter(Duration lifetime) {
        return new PaymentWish(
                customerId, amount, askedOn, dueDate, mandates, Objects.requireNonNull(lifetime, "lifetime"));
    }

    /** How long after it is made the request ends; empty where it may end when the provider likes, or never. */
    public Optional<Duration> endsAfter() {
        return Optional.ofNullable(lifetime);
    }
}
