package io.receivables.payments.manual;

/** Where the cheque of a payment stands. {@link #code()} is its pinned text. */
public enum ChequeState {
    /** Nobody asked for one. */
    NONE("none"),
    /** The payer was told to send one. */
    EXPECTED("expected"),
    /** In the drawer until the day that is written on it. */
    HELD_POST_DATED("held-post-dated"),
    /** Here, and good to be deposited. */
    RECEIVED("received"),
    /** Here, and too old to be deposited. */
    STALE("stale"),
    /** At the bank. No money yet: the bank may still take it back before the hold is over. */
    DEPOSITED("deposited"),
    /** The hold is over: the money is taken for the seller's. Nobody says that a cheque has cleared. */
    PRESUMED_CLEARED("presumed-cleared"),
    /** The bank took the deposit back. */
    RETURNED("returned");

    private final String code;

    ChequeState(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
