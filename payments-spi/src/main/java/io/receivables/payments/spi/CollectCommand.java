package io.receivables.payments.spi;

import io.receivables.core.Money;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a payer is asked for: an amount, for which items, until when.
 *
 * <pre>{@code
 * CollectCommand.of(paymentId, payer)
 *         .forItems(List.of(new Share("F-1001", 1, Money.of("800.00", "CAD"), due)))
 *         .reference("RF18 5390 0754 7034")
 *         .message("Invoice F-1001")
 *         .expiresAt(inThirtyDays)
 *         .build();
 * }</pre>
 */
public final class CollectCommand {
    private final String paymentId;
    private final Payer payer;
    private final List<Share> shares;
    private final Money amount;
    private final String reference;
    private final String message;
    private final @Nullable Instant expiresAt;
    private final @Nullable URI returnTo;

    private CollectCommand(Builder from) {
        if (from.shares.isEmpty()) {
            throw new IllegalArgumentException(
                    "payment " + from.paymentId + " is for nothing: name the items that it is for");
        }
        this.paymentId = from.paymentId;
        this.payer = from.payer;
        this.shares = from.shares;
        this.amount = shares.stream().map(Share::amount).reduce(Money::plus).orElseThrow();
        this.reference = from.reference;
        this.message = from.message;
        this.expiresAt = from.expiresAt;
        this.returnTo = from.returnTo;
    }

    /** Begins a command. The caller's name of the payment is never used for another one. */
    public static Builder of(String paymentId, Payer payer) {
        return new Builder(paymentId, payer);
    }

    /** The caller's name of the payment. */
    public String paymentId() {
        return paymentId;
    }

    public Payer payer() {
        return payer;
    }

    /** What the payment is for, one item or more, all of one currency. */
    public List<Share> shares() {
        return shares;
    }

    /** The sum of the shares. */
    public Money amount() {
        return amount;
    }

    /** What the payer is to quote; empty for none. */
    public String reference() {
        return reference;
    }

    /** A line for the payer to read; may be empty. */
    public String message() {
        return message;
    }

    /** When the request ends; empty where that is left to the provider. */
    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(expiresAt);
    }

    /** Where the payer's browser goes after paying. */
    public Optional<URI> returnTo() {
        return Optional.ofNullable(returnTo);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CollectCommand that
                && paymentId.equals(that.paymentId)
                && payer.equals(that.payer)
                && shares.equals(that.shares)
                && reference.equals(that.reference)
                && message.equals(that.message)
                && Objects.equals(expiresAt, that.expiresAt)
                && Objects.equals(returnTo, that.returnTo);
    }

    @Override
    public int hashCode() {
        return Objects.hash(paymentId, payer, shares, reference, message, expiresAt, returnTo);
    }

    @Override
    public String toString() {
        return "CollectCommand[" + paymentId + ", " + amount + ", " + payer + "]";
    }

    /** Builds a command step by step. */
    public static final class Builder {
        private final String paymentId;
        private final Payer payer;
        private List<Share> shares = List.of();
        private String reference = "";
        private String message = "";
        private @Nullable Instant expiresAt;
        private @Nullable URI returnTo;

        private Builder(String paymentId, Payer payer) {
            this.paymentId = Objects.requireNonNull(paymentId, "paymentId");
            this.payer = Objects.requireNonNull(payer, "payer");
        }

        public Builder forItems(List<Share> shares) {
            this.shares = List.copyOf(shares);
            return this;
        }

        public Builder reference(String reference) {
            this.reference = Objects.requireNonNull(reference, "reference");
            return this;
        }

        public Builder message(String message) {
            this.message = Objects.requireNonNull(message, "message");
            return this;
        }

        public Builder expiresAt(Instant expiresAt) {
            this.expiresAt = Objects.requireNonNull(expiresAt, "expiresAt");
            return this;
        }

        public Builder returnTo(URI returnTo) {
            this.returnTo = Objects.requireNonNull(returnTo, "returnTo");
            return this;
        }

        /**
         * The command.
         *
         * @throws IllegalArgumentException if it is for nothing, or for items of several currencies
         */
        public CollectCommand build() {
            return new CollectCommand(this);
        }
    }
}
