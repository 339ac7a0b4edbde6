package io.receivables.dunning.cases;

import io.receivables.dunning.cases.DunningEvent.ActionAccepted;
import java.util.List;
import java.util.stream.Stream;

/**
 * A letter in the outbox.
 *
 * @param letterId its id
 * @param customerId to whom
 * @param status how far it came
 * @param attempts how often sending began
 * @param sentDay the epoch day on which it went out; {@link CaseState#NEVER} while it is not out
 * @param actions what it is about, in the order of acceptance
 */
public record LetterState(
        String letterId, String customerId, Status status, int attempts, int sentDay, List<ActionAccepted> actions) {
    public LetterState {
        actions = List.copyOf(actions);
    }

    /** A letter that is to be sent, with its first action. */
    static LetterState accepted(ActionAccepted action) {
        return new LetterState(
                action.letterId(), action.customerId(), Status.ACCEPTED, 0, CaseState.NEVER, List.of(action));
    }

    LetterState with(ActionAccepted action) {
        return new LetterState(
                letterId,
                customerId,
                status,
                attempts,
                sentDay,
                Stream.concat(actions.stream(), Stream.of(action)).toList());
    }

    LetterState sending(int attempt) {
        Status next = attempt > attempts && !isOut() ? Status.SENDING : status;
        return new LetterState(letterId, customerId, next, Math.max(attempts, attempt), sentDay, actions);
    }

    LetterState sent(int attempt, int day) {
        Status next = status == Status.ACKNOWLEDGED ? status : Status.SENT;
        return new LetterState(letterId, customerId, next, Math.max(attempts, attempt), day, actions);
    }

    /** An acknowledgement of a day; it stands for the sending where that was not told. */
    LetterState acknowledged(int day) {
        return new LetterState(letterId, customerId, Status.ACKNOWLEDGED, attempts, isOut() ? sentDay : day, actions);
    }

    /** A failure; that of an attempt which another one followed says nothing. */
    LetterState failed(int attempt, boolean last) {
        if (attempt < attempts) {
            return this;
        }
        Status next = last ? Status.ABANDONED : Status.FAILED;
        return new LetterState(letterId, customerId, next, attempt, CaseState.NEVER, actions);
    }

    LetterState withdrawn() {
        return isOut() ? this : new LetterState(letterId, customerId, Status.WITHDRAWN, attempts, sentDay, actions);
    }

    /** Whether it went out and did not come back. */
    boolean isOut() {
        return status == Status.SENT || status == Status.ACKNOWLEDGED;
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
