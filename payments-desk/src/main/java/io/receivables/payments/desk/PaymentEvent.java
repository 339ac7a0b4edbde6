package io.receivables.payments.desk;

import io.receivables.payments.spi.CollectCommand;
import io.receivables.payments.spi.Observation;
import io.receivables.payments.spi.PayerAction;
import io.receivables.payments.spi.Reason;
import io.receivables.payments.spi.Submission;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a payment: what was decided, what was tried, what came of it, what was observed. Events are
 * appended and never changed; the state of a payment is what they add up to.
 */
public sealed interface PaymentEvent {
    /** Tells events apart, for a switch. {@link #code()} is the pinned text. */
    enum Kind {
        REQUESTED("requested"),
        TRIED("tried"),
        ANSWERED("answered"),
        ACKNOWLEDGED("acknowledged"),
        ABSENT("absent"),
        OBSERVED("observed"),
        WITHDRAWN("withdrawn"),
        ERRAND_ASKED("errand-asked"),
        ERRAND_TRIED("errand-tried"),
        ERRAND_ENDED("errand-ended");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    Kind kind();

    /** When it was written down. */
    Instant at();

    /**
     * A payment was asked for; always the first event, and there only once.
     *
     * @param provider the name of the provider that it is asked by
     * @param key names it at the provider
     */
    record Requested(String provider, CollectCommand command, String key, Instant at) implements PaymentEvent {
        public Requested {
            Objects.requireNonNull(provider, "provider");
            Objects.requireNonNull(command, "command");
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(at, "at");
        }

        @Override
        public Kind kind() {
            return Kind.REQUESTED;
        }
    }

    /**
     * The provider is being called. Written down before the call, so that a crash leaves a trace.
     *
     * @param number the first try is 1
     * @param until when the call has returned at the latest
     */
    record Tried(int number, Instant at, Instant until) implements PaymentEvent {
        @Override
        public Kind kind() {
            return Kind.TRIED;
        }
    }

    /**
     * A try ended in something other than an acknowledgement.
     *
     * @param number which try
     * @param outcome {@code REFUSED}, {@code NOT_SENT}, {@code UNKNOWN} or {@code UNSUPPORTED}
     * @param reason why
     * @param next when to try or to look again; null where neither is done
     */
    record Answered(
            int number,
            Submission.Kind outcome,
            Reason reason,
            @Nullable Instant next,
            Instant at) implements PaymentEvent {
        @Override
        public Kind kind() {
            return Kind.ANSWERED;
        }

        /** When to try or to look again. */
        public Optional<Instant> nextAt() {
            return Optional.ofNullable(next);
        }
    }

    /**
     * It is at the provider.
     *
     * @param providerRef how the provider calls it
     * @param action what the payer does next; null where nothing was said
     * @param by who found that out; empty for the provider itself
     */
    record Acknowledged(String providerRef, @Nullable PayerAction action, String by, Instant at)
            implements PaymentEvent {
        @Override
        public Kind kind() {
            return Kind.ACKNOWLEDGED;
        }

        /** What the payer does next. */
        public Optional<PayerAction> payerAction() {
            return Optional.ofNullable(action);
        }
    }

    /**
     * The tries so far certainly came to nothing.
     *
     * @param by who found that out; empty for the provider itself
     */
    record Absent(String by, Instant at) implements PaymentEvent {
        @Override
        public Kind kind() {
            return Kind.ABSENT;
        }
    }

    /** The provider said something of it that can be relied on. */
    record Observed(Observation observation, Instant at) implements PaymentEvent {
        @Override
        public Kind kind() {
            return Kind.OBSERVED;
        }
    }

    /** It was cancelled before it was sent. */
    record Withdrawn(Instant at) implements PaymentEvent {
        @Override
        public Kind kind() {
            return Kind.WITHDRAWN;
        }
    }

    /** Something more is to be done about it. */
    record ErrandAsked(Errand errand, Instant at) implements PaymentEvent {
        @Override
        public Kind kind() {
            return Kind.ERRAND_ASKED;
        }
    }

    /**
     * The provider is being called for an errand.
     *
     * @param until when the call has returned at the latest
     */
    record ErrandTried(String key, Instant at, Instant until) implements PaymentEvent {
        @Override
        public Kind kind() {
            return Kind.ERRAND_TRIED;
        }
    }

    /**
     * A try of an errand came to something.
     *
     * @param outcome as the provider said
     * @param reason why; null where there is nothing to be said
     * @param next when to try again; null where that is all
     */
    record ErrandEnded(
            String key,
            Submission.Kind outcome,
            @Nullable Reason reason,
            @Nullable Instant next,
            Instant at) implements PaymentEvent {
        @Override
        public Kind kind() {
            return Kind.ERRAND_ENDED;
        }

        /** When to try again. */
        public Optional<Instant> nextAt() {
            return Optional.ofNullable(next);
        }

        /** Why. */
        public Optional<Reason> why() {
            return Optional.ofNullable(reason);
        }
    }
}
