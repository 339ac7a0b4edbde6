package io.receivables.payments.spi;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * By what a payment is looked up: the key of the call that asked for it, and the provider's own name of it where that is
 * known.
 *
 * @param key the {@link CallContext#key()} of {@link PaymentProvider#initiate}
 * @param knownAs the provider's name of the payment; null while it is not known
 */
public record LookupKey(String key, @Nullable String knownAs) {
    public LookupKey {
        Objects.requireNonNull(key, "key");
    }

    /** Before the provider said how it calls the payment. */
    public static LookupKey of(String key) {
        return new LookupKey(key, null);
    }

    public static LookupKey of(String key, String providerRef) {
        return new LookupKey(key, Objects.requireNonNull(providerRef, "providerRef"));
    }

    /** The provider's name of the payment. */
    public Optional<String> providerRef() {
        return Optional.ofNullable(knownAs);
    }
}
