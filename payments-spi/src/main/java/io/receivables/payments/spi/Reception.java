package io.receivables.payments.spi;

import java.util.List;
import java.util.Objects;

/** What came of reading a message, and what to answer whoever sent it. */
public sealed interface Reception {
    /** Tells them apart, for a switch. */
    enum Kind {
        ACCEPTED,
        REJECTED,
        CHALLENGED
    }

    /** Why a message is not taken. */
    enum Why {
        /** It is not signed by whom it says, or was changed on the way. */
        BAD_SIGNATURE,
        /** It is too old, or of the future. */
        STALE,
        /** It is signed well and makes no sense. */
        MALFORMED,
        /** The provider takes no messages. */
        UNSUPPORTED
    }

    /**
     * An HTTP answer.
     *
     * @param status the HTTP status
     * @param contentType of the body; empty without one
     */
    record Answer(int status, String contentType, Payload body) {
        public Answer {
            Objects.requireNonNull(contentType, "contentType");
            Objects.requireNonNull(body, "body");
        }

        public static Answer of(int status) {
            return new Answer(status, "", Payload.empty());
        }
    }

    Kind kind();

    /** What to answer. It is sent once what was observed is safely kept, not before. */
    Answer answer();

    /**
     * The message is genuine.
     *
     * @param observations what it says; none where it is about nothing of ours
     */
    record Accepted(List<Observation> observations, Answer answer) implements Reception {
        public Accepted {
            observations = List.copyOf(observations);
            Objects.requireNonNull(answer, "answer");
        }

        @Override
        public Kind kind() {
            return Kind.ACCEPTED;
        }
    }

    /** The message is not taken. The answer says nothing that helps a forger. */
    record Rejected(Why why, Answer answer) implements Reception {
        public Rejected {
            Objects.requireNonNull(why, "why");
            Objects.requireNonNull(answer, "answer");
        }

        @Override
        public Kind kind() {
            return Kind.REJECTED;
        }
    }

    /** The sender wants a proof first that somebody is here. Nothing was observed. */
    record Challenged(Answer answer) implements Reception {
        @Override
        public Kind kind() {
            return Kind.CHALLENGED;
        }
    }

    /** Accepted and answered with 204. */
    static Reception accepted(List<Observation> observations) {
        return new Accepted(observations, Answer.of(204));
    }

    /** Rejected, and answered with 401 for a bad signature, 501 for a provider that takes no messages, 400 otherwise. */
    static Reception rejected(Why why) {
        return new Rejected(
                why,
                Answer.of(
                        switch (why) {
                            case BAD_SIGNATURE -> 401;
                            case UNSUPPORTED -> 501;
                            case STALE, MALFORMED -> 400;
                        }));
    }

    static Reception challenged(Answer answer) {
        return new Challenged(answer);
    }
}
