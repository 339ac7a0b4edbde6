package io.receivables.payments.spi;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * One call of a provider.
 *
 * @param key names what is to be done: the same for every try of the same thing, another for everything else. Within the
 *     length and characters of {@link Idempotency}
 * @param deadline when the answer is needed; an answer that comes later is not waited for
 */
public record CallContext(String key, Instant deadline) {
    public CallContext {
        Objects.requireNonNull(deadline, "deadline");
        if (key.isBlank()) {
            throw new IllegalArgumentException("key of a call is blank: give what names the thing to be done");
        }
    }

    /** The time that is left; zero when there is none. */
    public Duration left(Instant now) {
        return now.isBefore(deadline) ? Duration.between(now, deadline) : Duration.ZERO;
    }
}
