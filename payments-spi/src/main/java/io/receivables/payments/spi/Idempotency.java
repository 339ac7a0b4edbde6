package io.receivables.payments.spi;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a remote side does with a key that it saw before, and what such a key may look like.
 *
 * @param mode what it does
 * @param longest the most characters of a key
 * @param allowed what a key matches as a whole
 * @param remembered how long keys are remembered; null for good
 */
public record Idempotency(
        Mode mode, int longest, Pattern allowed, @Nullable Duration remembered) {
    /** What a remote side does with a key that it saw before. */
    public enum Mode {
        /** Gives the first answer again. */
        REPLAY,
        /** Refuses, and names the payment that it has. */
        DUPLICATE_WITH_REFERENCE,
        /** Refuses. */
        DUPLICATE,
        /** Knows no keys, but payments can be looked up by the caller's own name of them. */
        LOOKUP,
        /** Nothing: a letter, a file. Whoever sends must remember what was sent. */
        NONE
    }

    public Idempotency {
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(allowed, "allowed");
        if (longest < 1) {
            throw new IllegalArgumentException("longest key " + longest + " is below 1");
        }
    }

    /** Keys of letters, digits and hyphens, remembered for good. */
    public static Idempotency of(Mode mode, int longest) {
        return new Idempotency(mode, longest, Pattern.compile("[A-Za-z0-9-]+"), null);
    }

    public boolean allows(String key) {
        return key.length() <= longest && allowed.matcher(key).matches();
    }

    /** How long keys are remembered; empty for good. */
    public Optional<Duration> window() {
        return Optional.ofNullable(remembered);
    }
}
