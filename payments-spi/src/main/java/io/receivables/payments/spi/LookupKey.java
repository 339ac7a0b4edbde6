package io.receivables.payments.spi;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * By what a payment is looked up: the key of the call that asked for it, and the provider's own name of it where that is
 * known.
 *
 * @param key the {@link CallContext#key()} of {@link PaymentProvider#initiate}
 * @param knownAs the provider's name of the payment; null while it is not known
 * @param triedAt until when that call may have been sent, so that a provider can tell what is late from what never came;
 *     null where nobody knows
 */
public record LookupKey(
        String key, @Nullable String knownAs, @Nullable Instant triedAt) {
    public LookupKey {
        Objects.requireNonNull(key, "key");
    }

    /** Before the provider said how it calls the payment. */
    public static LookupKey of(String key) {
        return new LookupKey(key, null, null);
    }

    public static LookupKey of(String key, String providerRef) {
        return new LookupKey(key, Objects.requireNonNull(providerRef, "providerRef"), null);
    }

    /** This key with the time until which the payment may have been asked for last. */
    public LookupKey triedAt(Instant at) {
        return new LookupKey(key, knownAs, Objects.requireNonNull(at, "at"));
    }

    /** The provider's name of the payment. */
    public Optional<String> providerRef() {
        return Optional.ofNullable(knownAs);
    }

    /** Until when the payment may have been asked for last. */
    public Optional<Instant> lastTry() {
        return Optional.ofNullable(triedAt);
    }
}
