package io.receivables.payments.spi;

import java.net.http.HttpHeaders;
import java.util.Objects;

/** What came of an HTTP request: an answer, or a failure of which it is known whether the request may have had an effect. */
public sealed interface HttpResult {
    /** Tells them apart, for a switch. */
    enum Kind {
        ANSWER,
        NOT_SENT,
        UNKNOWN
    }

    Kind kind();

    /**
     * An answer, of whatever status.
     *
     * @param status the HTTP status
     */
    record Answer(int status, HttpHeaders headers, Payload body) implements HttpResult {
        public Answer {
            Objects.requireNonNull(headers, "headers");
            Objects.requireNonNull(body, "body");
        }

        @Override
        public Kind kind() {
            return Kind.ANSWER;
        }

        public boolean isSuccess() {
            return status >= 200 && status < 300;
        }

        @Override
        public String toString() {
            return "Answer[" + status + ", " + body + "]";
        }
    }

    /**
     * The request certainly had no effect: no byte of it was taken.
     *
     * @param why for the log
     */
    record NotSent(String why) implements HttpResult {
        @Override
        public Kind kind() {
            return Kind.NOT_SENT;
        }
    }

    /**
     * The request may have had its effect: it was on its way when something broke, or the answer did not come in time.
     *
     * @param why for the log
     */
    record Unknown(String why) implements HttpResult {
        @Override
        public Kind kind() {
            return Kind.UNKNOWN;
        }
    }
}
