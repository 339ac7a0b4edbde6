package io.receivables.payments.manual;

/** What can happen to a cheque. {@link #code()} is its pinned text. */
public enum ChequeTrigger {
    /** The payer is told to send one. */
    EXPECTED("expected"),
    RECEIVED("received"),
    /** The payer's bank vouched for it. */
    CERTIFIED("certified"),
    DEPOSITED("deposited"),
    /** The bank took the deposit back. */
    RETURNED("returned"),
    /** The day written on it has come. */
    DATE_REACHED("date-reached"),
    /** It has become too old to be deposited. */
    WENT_STALE("went-stale"),
    /** The hold after the deposit is over. */
    HOLD_PASSED("hold-passed");

    private final String code;

    ChequeTrigger(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** Whether it comes by time alone, and nobody tells. */
    public boolean isOfTime() {
        return this == DATE_REACHED || this == WENT_STALE || this == HOLD_PASSED;
    }

    /**
     * The trigger of a code.
     *
     * @throws IllegalArgumentException if there is none of that code
     */
    public static ChequeTrigger ofCode(String code) {
        for (ChequeTrigger trigger : values()) {
            if (trigger.code.equals(code)) {
                return trigger;
            }
        }
        throw new IllegalArgumentException("trigger \"" + code + "\" is unknown: use one such as " + RECEIVED.code);
    }
}
