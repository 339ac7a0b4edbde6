package io.receivables.payments.spi;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of asking a provider to do something. The difference that matters is between what certainly did not happen and
 * what may have happened: a payer whose request is buried too early pays it all the same.
 *
 * <table>
 *   <caption>What to do next</caption>
 *   <tr><th>Outcome</th><th>At the provider</th><th>Next</th></tr>
 *   <tr><td>{@link Acknowledged}</td><td>it is there</td><td>wait for observations</td></tr>
 *   <tr><td>{@link Refused}</td><td>it is not, and the provider says so</td><td>what the reason advises</td></tr>
 *   <tr><td>{@link NotSent}</td><td>it is not: the provider never got it</td><td>the same key again</td></tr>
 *   <tr><td>{@link Unknown}</td><td>nobody knows</td><td>{@link PaymentProvider#find}, and no other key before that</td></tr>
 *   <tr><td>{@link TooLate}</td><td>it ended before</td><td>take the observation</td></tr>
 *   <tr><td>{@link Unsupported}</td><td>nothing</td><td>do without</td></tr>
 * </table>
 */
public sealed interface Submission {
    /** Tells the outcomes apart, for a switch. {@link #code()} is the pinned text. */
    enum Kind {
        ACKNOWLEDGED("acknowledged"),
        REFUSED("refused"),
        NOT_SENT("not-sent"),
        UNKNOWN("unknown"),
        TOO_LATE("too-late"),
        UNSUPPORTED("unsupported");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    Kind kind();

    /** The provider has it. */
    final class Acknowledged implements Submission {
        private final Observation observation;
        private final @Nullable PayerAction payerAction;

        private Acknowledged(Observation observation, @Nullable PayerAction payerAction) {
            this.observation = Objects.requireNonNull(observation, "observation");
            this.payerAction = payerAction;
        }

        @Override
        public Kind kind() {
            return Kind.ACKNOWLEDGED;
        }

        /** The payment as the provider shows it; its {@link Observation#providerRef()} is what to call it by from now on. */
        public Observation observation() {
            return observation;
        }

        /** What the payer does next, where they need to be told. */
        public Optional<PayerAction> payerAction() {
            return Optional.ofNullable(payerAction);
        }

        /** The same with what the payer does next. */
        public Acknowledged with(PayerAction action) {
            return new Acknowledged(observation, Objects.requireNonNull(action, "action"));
        }

        @Override
        public String toString() {
            return "Acknowledged[" + observation + "]";
        }
    }

    /** The provider said no. */
    record Refused(Reason reason) implements Submission {
        @Override
        public Kind kind() {
            return Kind.REFUSED;
        }
    }

    /** It certainly did not happen: the request never got there, or was turned away unread. */
    record NotSent(Reason reason) implements Submission {
        @Override
        public Kind kind() {
            return Kind.NOT_SENT;
        }
    }

    /**
     * It may have happened.
     *
     * @param recheckAt when the provider is likely to know
     */
    record Unknown(Reason reason, Instant recheckAt) implements Submission {
        @Override
        public Kind kind() {
            return Kind.UNKNOWN;
        }
    }

    /** The payment ended before, for example by being paid. */
    record TooLate(Observation observation) implements Submission {
        @Override
        public Kind kind() {
            return Kind.TOO_LATE;
        }
    }

    /** The provider cannot do this; nothing was sent. */
    record Unsupported(Operation operation) implements Submission {
        @Override
        public Kind kind() {
            return Kind.UNSUPPORTED;
        }
    }

    static Acknowledged acknowledged(Observation observation) {
        return new Acknowledged(observation, null);
    }

    static Submission refused(Reason reason) {
        return new Refused(reason);
    }

    static Submission notSent(Reason reason) {
        return new NotSent(reason);
    }

    static Submission unknown(Reason reason, Instant recheckAt) {
        return new Unknown(reason, recheckAt);
    }

    static Submission tooLate(Observation observation) {
        return new TooLate(observation);
    }

    static Submission unsupported(Operation operation) {
        return new Unsupported(operation);
    }
}
