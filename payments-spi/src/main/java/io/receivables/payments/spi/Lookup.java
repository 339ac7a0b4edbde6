package io.receivables.payments.spi;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the provider knows of a payment. */
public sealed interface Lookup {
    /** Tells the answers apart, for a switch. */
    enum Kind {
        FOUND,
        ABSENT_FOR_GOOD,
        ABSENT_SO_FAR,
        UNAVAILABLE
    }

    Kind kind();

    /** The provider has it. */
    final class Found implements Lookup {
        private final Observation observation;
        private final List<Observation> earlier;
        private final @Nullable PayerAction payerAction;

        private Found(Observation observation, List<Observation> earlier, @Nullable PayerAction payerAction) {
            this.observation = Objects.requireNonNull(observation, "observation");
            this.earlier = List.copyOf(earlier);
            this.payerAction = payerAction;
        }

        @Override
        public Kind kind() {
            return Kind.FOUND;
        }

        /** The payment as it stands. */
        public Observation observation() {
            return observation;
        }

        /** What happened before that and is not told by it: the money that came in, where some of it went back. */
        public List<Observation> earlier() {
            return earlier;
        }

        /** The same with what happened before. */
        public Found after(List<Observation> earlier) {
            return new Found(observation, earlier, payerAction);
        }

        /** What the payer does next, where they need to be told. */
        public Optional<PayerAction> payerAction() {
            return Optional.ofNullable(payerAction);
        }

        /** The same with what the payer does next. */
        public Found with(PayerAction action) {
            return new Found(observation, earlier, Objects.requireNonNull(action, "action"));
        }

        @Override
        public String toString() {
            return "Found[" + observation + "]";
        }
    }

    /** The provider does not have it and never will: it is safe to ask again under another key. */
    record AbsentForGood() implements Lookup {
        @Override
        public Kind kind() {
            return Kind.ABSENT_FOR_GOOD;
        }
    }

    /**
     * The provider does not show it. It may be on its way there.
     *
     * @param recheckAt when to look again
     */
    record AbsentSoFar(Instant recheckAt) implements Lookup {
        @Override
        public Kind kind() {
            return Kind.ABSENT_SO_FAR;
        }
    }

    /** The provider does not answer, or not in a way that is understood: nothing was learned. */
    record Unavailable(Reason reason) implements Lookup {
        @Override
        public Kind kind() {
            return Kind.UNAVAILABLE;
        }
    }

    static Found found(Observation observation) {
        return new Found(observation, List.of(), null);
    }

    static Lookup absentForGood() {
        return new AbsentForGood();
    }

    static Lookup absentSoFar(Instant recheckAt) {
        return new AbsentSoFar(recheckAt);
    }

    static Lookup unavailable(Reason reason) {
        return new Unavailable(reason);
    }
}
