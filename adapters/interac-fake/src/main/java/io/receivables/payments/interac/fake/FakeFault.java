package io.receivables.payments.interac.fake;

/** What can go wrong between asking and answering. */
public enum FakeFault {
    /** Nothing is done, and the connection ends without an answer. */
    LOST_REQUEST,
    /** It is done, and the connection ends without an answer. */
    LOST_ANSWER,
    /** It is done, and no answer comes for as long as the server runs. */
    SILENCE,
    /** It is done, and the answer is 500. */
    ERROR_AFTER,
    /** Nothing is done; 500. */
    ERROR_BEFORE,
    /** It is done, and the answer is 200 with a text that is no JSON. */
    GARBAGE,
    /** Nothing is done; 429, to come back in a minute. */
    TOO_MANY,
    /** Nothing is done; 503, to come back in a minute. */
    MAINTENANCE,
    /** Nothing is done; 401, as for a token that was taken back. */
    UNAUTHORIZED,
    /** Nothing is done; 400 with a code and a message. */
    REFUSED;

    /** Whether what was asked for is done all the same. */
    boolean isDone() {
        return this == LOST_ANSWER || this == SILENCE || this == ERROR_AFTER || this == GARBAGE;
    }
}
