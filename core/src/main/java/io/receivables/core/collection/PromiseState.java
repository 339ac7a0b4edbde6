package io.receivables.core.collection;

import io.receivables.core.Money;
import java.time.LocalDate;

/**
 * How a promise stood at the end of a day. What was received and what is missing add up to what was promised.
 *
 * @param promise what was promised
 * @param deadline the last day on which money is in time: the promised day and the days of grace
 * @param status how it stands
 * @param received what came in time, at most what was promised
 * @param missing the rest
 */
public record PromiseState(PromiseToPay promise, LocalDate deadline, Status status, Money received, Money missing) {
    /** How a promise stands. */
    public enum Status {
        /** There is time left, and not all has come. */
        OPEN("open"),
        /** All came in time. */
        KEPT("kept"),
        /** Time is up, and a part came. */
        PARTLY_KEPT("partly-kept"),
        /** Time is up, and nothing came. */
        BROKEN("broken"),
        /** It was cancelled before it was kept and before time was up. */
        CANCELLED("cancelled");

        private final String code;

        Status(String code) {
            this.code = code;
        }

        /** The pinned text of this status in files and stores. */
        public String code() {
            return code;
        }
    }
}
