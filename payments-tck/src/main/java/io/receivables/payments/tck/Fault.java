package io.receivables.payments.tck;

/** What may go wrong between a provider and its remote side, over HTTP. */
public enum Fault {
    /** Nobody listens: the connection is refused. */
    NO_CONNECTION(Reach.NOT_THERE, false),
    /** The connection is reset at the first byte of the request. */
    RESET_EARLY(Reach.NOT_THERE, true),
    /** The request is read, and the connection reset; the remote side never has it. */
    RESET_READ(Reach.NOT_THERE, true),
    /** The remote side does what was asked, and the connection is reset in place of an answer. */
    ANSWER_LOST(Reach.THERE, true),
    /** The remote side does what was asked, and its answer does not come in time. */
    ANSWER_LATE(Reach.THERE, true),
    /** The remote side does what was asked, and a proxy answers 500. */
    ERROR_AFTERWARDS(Reach.THERE, true),
    /** The remote side does what was asked, and the answer ends in the middle. */
    ANSWER_CUT(Reach.THERE, true),
    /** The remote side does what was asked, and a page of a proxy comes with 200, which repeats the request. */
    ANSWER_GARBLED(Reach.THERE, true),
    /** The connection is reset; the request reaches the remote side when {@link FaultGateway#deliverLate} says so. */
    REQUEST_LATE(Reach.LATER, true),
    /** A proxy answers 503 with {@code Retry-After: 120}; the remote side never has the request. */
    TURNED_AWAY(Reach.NOT_THERE, false),
    /** A proxy answers 429 with {@code Retry-After: 120}; the remote side never has the request. */
    TOO_MANY(Reach.NOT_THERE, false);

    /** Whether the remote side has the request. */
    enum Reach {
        NOT_THERE,
        THERE,
        LATER
    }

    private final Reach reach;
    private final boolean leavesDoubt;

    Fault(Reach reach, boolean leavesDoubt) {
        this.reach = reach;
        this.leavesDoubt = leavesDoubt;
    }

    Reach reach() {
        return reach;
    }

    /** Whether the sender cannot know if the request had its effect. */
    public boolean leavesDoubt() {
        return leavesDoubt;
    }
}
