package io.receivables.payments.desk;

/**
 * How far a payment is. What decides comes from below: money that is there outranks every other word, an end outranks
 * progress, and what the remote side said outranks what became of sending. {@link #code()} is the pinned text.
 */
public enum PaymentStage {
    /** To be sent: for the first time, or again because it certainly did not arrive. */
    PLANNED("planned"),
    /** Being sent. */
    SENDING("sending"),
    /** Sent, and nobody knows whether it arrived: it is looked up, and not sent again before that. */
    UNKNOWN("unknown"),
    /** The remote side does not do it, or the provider cannot. */
    REFUSED("refused"),
    /** The remote side has it; the payer was not told so far. */
    SUBMITTED("submitted"),
    /** The payer may pay. */
    AWAITING_PAYER("awaiting-payer"),
    /** The payer agreed; the money is not there. */
    ACCEPTED("accepted"),
    /** The payer said no. */
    DECLINED("declined"),
    /** Nobody paid in time. */
    EXPIRED("expired"),
    /** Taken back before it was paid. */
    CANCELLED("cancelled"),
    /** The payer paid, and the money did not arrive. */
    FAILED("failed"),
    /** Less than was asked for is there. */
    PARTLY_SETTLED("partly-settled"),
    /** What was asked for is there, or more. */
    SETTLED("settled"),
    /** All that came in went back. */
    GIVEN_BACK("given-back");

    private final String code;

    PaymentStage(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** Whether it may still lead to money as it is. */
    public boolean isLive() {
        return compareTo(ACCEPTED) <= 0 && this != REFUSED;
    }
}
