package io.receivables.payments.spi;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether and when to try again.
 *
 * @param kind in which way
 * @param since from when on; null for at once, or where that says nothing
 */
public record Retry(Kind kind, @Nullable Instant since) {
    /** Ways to try again. */
    public enum Kind {
        /** The same call with the same key. */
        SAME_KEY("same-key"),
        /** As a new attempt with a key of its own, such as the second presentation of a debit. */
        NEW_ATTEMPT("new-attempt"),
        /** Once somebody corrected the data of the payment or the payer. */
        AFTER_DATA("after-data"),
        /** Once there is a mandate. */
        AFTER_MANDATE("after-mandate"),
        /** Once the configuration is right. */
        AFTER_CONFIGURATION("after-configuration"),
        NEVER("never");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** The pinned text of this kind. */
        public String code() {
            return code;
        }
    }

    public Retry {
        Objects.requireNonNull(kind, "kind");
    }

    public static Retry now() {
        return new Retry(Kind.SAME_KEY, null);
    }

    public static Retry after(Instant since) {
        return new Retry(Kind.SAME_KEY, Objects.requireNonNull(since, "since"));
    }

    public static Retry asNewAttemptAfter(Instant since) {
        return new Retry(Kind.NEW_ATTEMPT, Objects.requireNonNull(since, "since"));
    }

    /** For the kinds that wait for somebody, and {@link Kind#NEVER}. */
    public static Retry of(Kind kind) {
        return new Retry(kind, null);
    }

    public static Retry never() {
        return new Retry(Kind.NEVER, null);
    }

    /** From when on; empty for at once, or where that says nothing. */
    public Optional<Instant> from() {
        return Optional.ofNullable(since);
    }
}
