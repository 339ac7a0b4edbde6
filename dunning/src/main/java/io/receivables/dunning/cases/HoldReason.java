package io.receivables.dunning.cases;

import io.receivables.dunning.internal.Codes;

/** Why dunning waits. Others may be added: have a default branch. {@link #code()} is its pinned text. */
public enum HoldReason {
    /** Somebody decided so. */
    MANUAL("manual"),
    /** The customer has paid; the money is on its way. */
    PAYMENT_IN_TRANSIT("payment-in-transit"),
    /** An alert about the customer is to be looked at first. */
    ALERT("alert");

    private final String code;

    HoldReason(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /**
     * The reason of a code.
     *
     * @throws IllegalArgumentException if there is none of that code
     */
    public static HoldReason ofCode(String code) {
        return Codes.find("reason of a hold", code, values(), HoldReason::code);
    }
}
