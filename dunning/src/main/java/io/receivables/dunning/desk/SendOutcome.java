package io.receivables.dunning.desk;

import java.util.Objects;

/**
 * What a sender knows about a letter that it was asked to send. That it was not sent, and that nobody knows, are two
 * things: a letter of which nobody knows is not sent again.
 */
public sealed interface SendOutcome {
    /** The kinds of outcomes, for exhaustive switches. */
    enum Kind {
        SENT,
        NOT_SENT,
        UNKNOWN
    }

    Kind kind();

    /**
     * It went out.
     *
     * @param receipt a proof, such as the number of a registered letter; empty when there is none
     */
    record Sent(String receipt) implements SendOutcome {
        public Sent {
            Objects.requireNonNull(receipt, "receipt");
        }

        @Override
        public Kind kind() {
            return Kind.SENT;
        }
    }

    /**
     * It did not go out, and never will without being sent again.
     *
     * @param reason why
     * @param permanent whether it is pointless to try again, such as with an address that does not exist
     */
    record NotSent(String reason, boolean permanent) implements SendOutcome {
        public NotSent {
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Kind kind() {
            return Kind.NOT_SENT;
        }
    }

    /**
     * It may have gone out or not, such as after a connection that broke off.
     *
     * @param reason why nobody knows
     */
    record Unknown(String reason) implements SendOutcome {
        public Unknown {
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Kind kind() {
            return Kind.UNKNOWN;
        }
    }

    static SendOutcome sent(String receipt) {
        return new Sent(receipt);
    }

    /** It did not go out; another attempt may help. */
    static SendOutcome notSent(String reason) {
        return new NotSent(reason, false);
    }

    /** It did not go out, and no other attempt will help. */
    static SendOutcome refused(String reason) {
        return new NotSent(reason, true);
    }

    static SendOutcome unknown(String reason) {
        return new Unknown(reason);
    }
}
