package io.receivables.payments.spi;

import io.receivables.core.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that a provider said of a payment, at some time. It is what was seen, not what it means: that is for whoever
 * keeps the state of payments.
 *
 * <pre>{@code
 * Observation.of(PaymentFact.SETTLED, "CA1MRk2s7")
 *         .event("CA1MRk2s7:8")
 *         .amount(Money.of("800.00", "CAD"))
 *         .valueOn(day)
 *         .raw("8", "REQUEST_COMPLETED")
 *         .seenAt(now)
 *         .build();
 * }</pre>
 */
public final class Observation {
    /** How far an observation goes by itself. {@link #code()} is the pinned text. */
    public enum Trust {
        /** The provider itself said so, over a way that nobody else can write to. */
        AUTHORITATIVE("authoritative"),
        /** Reason enough to ask the provider, and no more. */
        HINT("hint");

        private final String code;

        Trust(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    private final PaymentFact fact;
    private final String providerRef;
    private final String eventId;
    private final Trust trust;
    private final Instant seenAt;
    private final Instant occurredAt;
    private final String rawCode;
    private final String rawText;
    private final List<Share> shares;
    private final @Nullable String key;
    private final @Nullable Money amount;
    private final @Nullable Money fee;
    private final @Nullable LocalDate valueDate;
    private final @Nullable Reason reason;

    private Observation(Builder from) {
        this.fact = from.fact;
        this.providerRef = from.providerRef;
        this.trust = from.trust;
        this.seenAt = Objects.requireNonNull(from.seenAt, "seenAt: say when it was seen");
        this.occurredAt = from.occurredAt == null ? seenAt : from.occurredAt;
        this.rawCode = from.rawCode;
        this.rawText = from.rawText;
        this.shares = from.shares;
        this.key = from.key;
        this.amount = from.amount;
        this.fee = from.fee;
        this.valueDate = from.valueDate;
        this.reason = from.reason;
        boolean isMoney = fact.isMoneyIn() || fact.isMoneyBack();
        if (isMoney && (amount == null || !amount.isPositive())) {
            throw new IllegalArgumentException(
                    fact.code() + " of " + providerRef + " has the amount " + amount + ": give one above zero");
        }
        this.eventId = from.eventId == null ? providerRef + ":" + fact.code() : from.eventId;
    }

    /** Begins an observation of the payment that the provider calls so. */
    public static Builder of(PaymentFact fact, String providerRef) {
        return new Builder(fact, providerRef);
    }

    public PaymentFact fact() {
        return fact;
    }

    /** The provider's name of the payment. */
    public String providerRef() {
        return providerRef;
    }

    /** The same however often and by whatever way this is told; another for whatever else is told of the payment. */
    public String eventId() {
        return eventId;
    }

    public Trust trust() {
        return trust;
    }

    /** When the provider said so. */
    public Instant seenAt() {
        return seenAt;
    }

    /** When it happened, as far as the provider says; otherwise when it was seen. */
    public Instant occurredAt() {
        return occurredAt;
    }

    /** The status or event as it came. */
    public String rawCode() {
        return rawCode;
    }

    /** The text as it came, without secrets or personal data. */
    public String rawText() {
        return rawText;
    }

    /** How the payer divides the amount among items; empty where they did not say. */
    public List<Share> shares() {
        return shares;
    }

    /** The {@link CallContext#key()} of the call that asked for the payment, where the remote side repeats it. */
    public Optional<String> key() {
        return Optional.ofNullable(key);
    }

    /** How much came in so far, or went back by this; there for every fact that is about money. */
    public Optional<Money> amount() {
        return Optional.ofNullable(amount);
    }

    /** What the provider or the bank keeps for this, beside the amount. */
    public Optional<Money> fee() {
        return Optional.ofNullable(fee);
    }

    /** The day on which the money is at the seller's disposal, or leaves. */
    public Optional<LocalDate> valueDate() {
        return Optional.ofNullable(valueDate);
    }

    /** Why, where something was declined, failed or went back. */
    public Optional<Reason> reason() {
        return Optional.ofNullable(reason);
    }

    @Override
    public String toString() {
        return "Observation[" + eventId + ", " + fact.code() + (amount == null ? "" : ", " + amount)
                + (trust == Trust.HINT ? ", hint]" : "]");
    }

    /** Builds an observation step by step. */
    public static final class Builder {
        private final PaymentFact fact;
        private final String providerRef;
        private Trust trust = Trust.AUTHORITATIVE;
        private String rawCode = "";
        private String rawText = "";
        private List<Share> shares = List.of();
        private @Nullable String eventId;
        private @Nullable Instant seenAt;
        private @Nullable Instant occurredAt;
        private @Nullable String key;
        private @Nullable Money amount;
        private @Nullable Money fee;
        private @Nullable LocalDate valueDate;
        private @Nullable Reason reason;

        private Builder(PaymentFact fact, String providerRef) {
            this.fact = Objects.requireNonNull(fact, "fact");
            if (providerRef.isBlank()) {
                throw new IllegalArgumentException(
                        "provider's reference is blank: give the provider's name of the payment");
            }
            this.providerRef = providerRef;
        }

        /** What makes this the same however often it is told; the reference and the fact where nothing is given. */
        public Builder event(String eventId) {
            this.eventId = Objects.requireNonNull(eventId, "eventId");
            return this;
        }

        /** It is a {@link Trust#HINT}. */
        public Builder asHint() {
            this.trust = Trust.HINT;
            return this;
        }

        public Builder seenAt(Instant seenAt) {
            this.seenAt = Objects.requireNonNull(seenAt, "seenAt");
            return this;
        }

        public Builder occurredAt(Instant occurredAt) {
            this.occurredAt = Objects.requireNonNull(occurredAt, "occurredAt");
            return this;
        }

        public Builder raw(String code, String text) {
            this.rawCode = Objects.requireNonNull(code, "code");
            this.rawText = Objects.requireNonNull(text, "text");
            return this;
        }

        public Builder forItems(List<Share> shares) {
            this.shares = List.copyOf(shares);
            return this;
        }

        /** The key of the call that asked for the payment, as the remote side repeats it. */
        public Builder askedBy(String key) {
            this.key = Objects.requireNonNull(key, "key");
            return this;
        }

        public Builder amount(Money amount) {
            this.amount = Objects.requireNonNull(amount, "amount");
            return this;
        }

        public Builder fee(Money fee) {
            this.fee = Objects.requireNonNull(fee, "fee");
            return this;
        }

        public Builder valueOn(LocalDate valueDate) {
            this.valueDate = Objects.requireNonNull(valueDate, "valueDate");
            return this;
        }

        public Builder because(Reason reason) {
            this.reason = Objects.requireNonNull(reason, "reason");
            return this;
        }

        /**
         * The observation.
         *
         * @throws IllegalArgumentException if a fact about money has no amount above zero
         */
        public Observation build() {
            return new Observation(this);
        }
    }
}
