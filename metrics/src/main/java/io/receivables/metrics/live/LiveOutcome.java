package io.receivables.metrics.live;

import io.receivables.core.Problem;
import java.util.List;
import java.util.Objects;

/**
 * What became of a fact, as far as is known now. Facts that come later may change it, but for {@link Status#REPEATED}.
 *
 * @param status whether it counts
 * @param problems what is wrong with it, or deserves a look
 */
public record LiveOutcome(Status status, List<Problem> problems) {
    static final LiveOutcome COUNTED = new LiveOutcome(Status.COUNTED, List.of());

    /** Whether a fact counts. */
    public enum Status {
        /** It is in the figures of this day. */
        COUNTED("counted"),
        /** It will count from a later day on, or once what it refers to is there. */
        WAITING("waiting"),
        /** It does not fit. */
        LEFT_OUT("left-out"),
        /** Its id is taken; the fact that came first stays. */
        REPEATED("repeated");

        private final String code;

        Status(String code) {
            this.code = code;
        }

        /** The pinned text of this status in files and stores. */
        public String code() {
            return code;
        }
    }

    public LiveOutcome {
        Objects.requireNonNull(status, "status");
        problems = List.copyOf(problems);
    }
}
