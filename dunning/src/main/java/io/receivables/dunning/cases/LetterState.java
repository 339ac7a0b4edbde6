package io.receivables.dunning.cases;

import io.receivables.dunning.cases.DunningEvent.ActionAccepted;
import java.util.List;

/**
 * A letter in the outbox.
 *
 * @param letterId its id
 * @param customerId to whom
 * @param status how far it came
 * @param attempts how often sending began
 * @param actions what it is about, in the order of acceptance
 */
public record LetterState(
        String letterId, String customerId, Status status, int attempts, List<ActionAccepted> actions) {
    public LetterState {
        actions = List.copyOf(actions);
    }

    /** How far a letter came. */
    public enum Status {
        /** To be sent. */
        ACCEPTED("accepted"),
        /** Sending began, and nobody has said how it ended. */
        SENDING("sending"),
        /** It went out. */
        SENT("sent"),
        /** It reached the customer. */
        ACKNOWLEDGED("acknowledged"),
        /** The last attempt failed, and there are attempts left. */
        FAILED("failed"),
        /** It was given up: a person has to look. */
        ABANDONED("abandoned"),
        /** It was not sent, because what it asks for was no longer owed. */
        WITHDRAWN("withdrawn");

        private final String code;

        Status(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
