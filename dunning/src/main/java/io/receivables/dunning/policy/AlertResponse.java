package io.receivables.dunning.policy;

import io.receivables.dunning.internal.Codes;

/** What an alert about a customer leads to. {@link #code()} is its pinned text in files and stores. */
public enum AlertResponse {
    /** Nothing. */
    NONE("none"),
    /** A courtesy notice of what falls due next, once for each alert. */
    COURTESY("courtesy"),
    /** Letters wait until somebody has looked, for at most the days of {@link DunningPolicy#alertHoldDays()}. */
    HOLD("hold");

    private final String code;

    AlertResponse(String code) {
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
    public static AlertResponse ofCode(String code) {
        return Codes.find("response to an alert", code, values(), AlertResponse::code);
    }
}
