package io.receivables.dunning.policy;

import io.receivables.dunning.internal.Codes;

/** What an alert about a customer says. Others may be added: have a default branch. {@link #code()} is its pinned text. */
public enum AlertKind {
    /** The customer pays later than they used to. */
    WORSENING_PAYER("worsening-payer"),
    /** The customer owes more than their credit limit. */
    LIMIT_BREACH("limit-breach"),
    OTHER("other");

    private final String code;

    AlertKind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /**
     * The kind of a code.
     *
     * @throws IllegalArgumentException if there is none of that code
     */
    public static AlertKind ofCode(String code) {
        return Codes.find("kind of alert", code, values(), AlertKind::code);
    }
}
