package io.receivables.payments.spi;

import io.receivables.core.Money;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a provider can do, and within what bounds: a matter of its configuration, never of its rail alone, since banks set
 * limits as they like.
 */
public final class Capabilities {
    /** Who moves. */
    public enum Flow {
        /** The payer is asked and approves, such as Request Money. */
        REQUEST,
        /** The payer is told where to pay, such as by transfer. */
        INSTRUCTION,
        /** The seller collects under a mandate. */
        DIRECT_DEBIT,
        /** The payer hands over something to be deposited, such as a cheque. */
        DEPOSIT
    }

    /** What the payer has to do. */
    public enum Effort {
        NONE,
        /** A few taps on a page that is filled in. */
        APPROVE,
        /** Fills in a form with what the instructions say. */
        FILL_IN,
        /** Paper and post. */
        SEND
    }

    /** What an incoming message proves by itself. */
    public enum Proof {
        /** Nothing: anybody may have sent it. */
        NONE,
        /** Who sent it, and not all that it says. */
        ORIGIN,
        /** All that it says. */
        CONTENT
    }

    /**
     * What is possible in a currency.
     *
     * @param least the smallest amount
     * @param most the greatest amount
     */
    public record Limits(Money least, Money most) {
        public Limits {
            if (most.compareTo(least) < 0) {
                throw new IllegalArgumentException("the most, " + most + ", is below the least, " + least);
            }
        }

        public boolean allow(Money amount) {
            return amount.compareTo(least) >= 0 && amount.compareTo(most) <= 0;
        }
    }

    private final Flow flow;
    private final Map<String, Limits> limits;
    private final Set<Operation> operations;
    private final Idempotency idempotency;
    private final Effort effort;
    private final boolean partialPayment;
    private final boolean mandate;
    private final Proof messages;
    private final int longestReference;
    private final @Nullable Duration shortestExpiry;
    private final @Nullable Duration longestExpiry;
    private final @Nullable Duration reversibleFor;
    private final Map<String, Money> fees;
    private final int settlementDays;

    private Capabilities(Builder from) {
        this.flow = from.flow;
        this.limits = Collections.unmodifiableMap(new TreeMap<>(from.limits));
        this.operations = Collections.unmodifiableSet(EnumSet.copyOf(from.operations));
        this.idempotency = from.idempotency;
        this.effort = from.effort;
        this.partialPayment = from.partialPayment;
        this.mandate = from.mandate;
        this.messages = from.messages;
        this.longestReference = from.longestReference;
        this.shortestExpiry = from.shortestExpiry;
        this.longestExpiry = from.longestExpiry;
        this.reversibleFor = from.reversibleFor;
        this.fees = Collections.unmodifiableMap(new TreeMap<>(from.fees));
        this.settlementDays = from.settlementDays;
        if (limits.isEmpty()) {
            throw new IllegalArgumentException("no currency: say what amounts of which currency are possible");
        }
        boolean isBlind = idempotency.mode() != Idempotency.Mode.NONE && !operations.contains(Operation.FIND);
        if (isBlind) {
            throw new IllegalArgumentException("a remote side that remembers keys can be asked: implement find");
        }
    }

    /**
     * What a provider can do at least.
     *
     * @param limits what is possible in one currency; more by {@link Builder#and}
     */
    public static Builder of(Flow flow, Limits limits, Idempotency idempotency) {
        return new Builder(flow, idempotency).and(limits);
    }

    public Flow flow() {
        return flow;
    }

    /** By currency code. */
    public Map<String, Limits> limits() {
        return limits;
    }

    /** Whether an amount is of a currency that the provider has and within its limits. */
    public boolean allow(Money amount) {
        Limits ofCurrency = limits.get(amount.currency().getCurrencyCode());
        return ofCurrency != null && ofCurrency.allow(amount);
    }

    public Set<Operation> operations() {
        return operations;
    }

    public boolean can(Operation operation) {
        return operations.contains(operation);
    }

    public Idempotency idempotency() {
        return idempotency;
    }

    public Effort effort() {
        return effort;
    }

    /** Whether the payer may pay less than was asked for. */
    public boolean partialPayment() {
        return partialPayment;
    }

    /** Whether the payer must have given a mandate. */
    public boolean needsMandate() {
        return mandate;
    }

    /** What an incoming message proves. */
    public Proof messages() {
        return messages;
    }

    /** The most characters of a reference that reach the payer; 0 for no reference at all. */
    public int longestReference() {
        return longestReference;
    }

    /** How soon a request may end at the earliest; empty where requests do not end by themselves. */
    public Optional<Duration> shortestExpiry() {
        return Optional.ofNullable(shortestExpiry);
    }

    /** How late a request may end at the latest; empty where requests do not end by themselves. */
    public Optional<Duration> longestExpiry() {
        return Optional.ofNullable(longestExpiry);
    }

    /** How long after it came in money may be taken back; empty where it stays. */
    public Optional<Duration> reversibleFor() {
        return Optional.ofNullable(reversibleFor);
    }

    /** What a payment costs the seller, by currency code; nothing where nothing is said. */
    public Map<String, Money> fees() {
        return fees;
    }

    /** Business days from the payer's part to the money, as the provider says; the ledger may know better. */
    public int settlementDays() {
        return settlementDays;
    }

    @Override
    public String toString() {
        return "Capabilities[" + flow + ", " + limits.keySet() + ", " + operations + "]";
    }

    /** Builds capabilities step by step. */
    public static final class Builder {
        private final Flow flow;
        private final Idempotency idempotency;
        private final Map<String, Limits> limits = new TreeMap<>();
        private final Map<String, Money> fees = new TreeMap<>();
        private final Set<Operation> operations = EnumSet.noneOf(Operation.class);
        private Effort effort = Effort.APPROVE;
        private boolean partialPayment;
        private boolean mandate;
        private Proof messages = Proof.NONE;
        private int longestReference;
        private int settlementDays;
        private @Nullable Duration shortestExpiry;
        private @Nullable Duration longestExpiry;
        private @Nullable Duration reversibleFor;

        private Builder(Flow flow, Idempotency idempotency) {
            this.flow = Objects.requireNonNull(flow, "flow");
            this.idempotency = Objects.requireNonNull(idempotency, "idempotency");
        }

        /** The limits of a currency; a later word on the same one counts. */
        public Builder and(Limits more) {
            limits.put(more.most().currency().getCurrencyCode(), more);
            return this;
        }

        public Builder can(Operation... operations) {
            Collections.addAll(this.operations, operations);
            return this;
        }

        public Builder effort(Effort effort) {
            this.effort = Objects.requireNonNull(effort, "effort");
            return this;
        }

        public Builder partialPayment() {
            this.partialPayment = true;
            return this;
        }

        public Builder needsMandate() {
            this.mandate = true;
            return this;
        }

        /** What an incoming message proves; nothing where this is not said. */
        public Builder messagesProve(Proof proof) {
            this.messages = Objects.requireNonNull(proof, "proof");
            return this;
        }

        public Builder longestReference(int characters) {
            this.longestReference = characters;
            return this;
        }

        /** Requests end by themselves, no sooner and no later than this after they are made. */
        public Builder expires(Duration shortest, Duration longest) {
            this.shortestExpiry = Objects.requireNonNull(shortest, "shortest");
            this.longestExpiry = Objects.requireNonNull(longest, "longest");
            return this;
        }

        public Builder reversibleFor(Duration window) {
            this.reversibleFor = Objects.requireNonNull(window, "window");
            return this;
        }

        public Builder fee(Money perPayment) {
            fees.put(perPayment.currency().getCurrencyCode(), perPayment);
            return this;
        }

        public Builder settlesWithin(int businessDays) {
            this.settlementDays = businessDays;
            return this;
        }

        /**
         * The capabilities.
         *
         * @throws IllegalArgumentException if they do not go together
         */
        public Capabilities build() {
            return new Capabilities(this);
        }
    }
}
