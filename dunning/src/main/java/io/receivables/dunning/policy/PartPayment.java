package io.receivables.dunning.policy;

import io.receivables.dunning.internal.Codes;

/** What a part payment does to the ladder. {@link #code()} is its pinned text in files and stores. */
public enum PartPayment {
    /** Nothing: the rest is dunned from where the case stands. */
    KEEPS_LEVEL("keeps-level"),
    /** The ladder begins anew, counted from the day of the part payment. */
    RESTARTS("restarts");

    private final String code;

    PartPayment(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /**
     * The constant of a code.
     *
     * @throws IllegalArgumentException if there is none of that code
     */
    public static PartPayment ofCode(String code) {
        return Codes.find("rule for part payments", code, values(), PartPayment::code);
    }
}
