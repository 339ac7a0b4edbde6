package io.receivables.dunning.cases;

import io.receivables.dunning.internal.Codes;

/** What came of a call. {@link #code()} is its pinned text. */
public enum CallOutcome {
    /** Spoken to, nothing agreed. */
    REACHED("reached"),
    /** The customer said what they will pay by when; the promise is a fact of its own. */
    PROMISED("promised"),
    /** The customer contests; the dispute is a fact of its own. */
    DISPUTED("disputed"),
    /** Nobody answered. */
    NO_ANSWER("no-answer"),
    /** The number is not the customer's. */
    WRONG_NUMBER("wrong-number");

    private final String code;

    CallOutcome(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** Whether the customer heard what the call was about. */
    public boolean reachedCustomer() {
        return this == REACHED || this == PROMISED || this == DISPUTED;
    }

    /**
     * The outcome of a code.
     *
     * @throws IllegalArgumentException if there is none of that code
     */
    public static CallOutcome ofCode(String code) {
        return Codes.find("outcome of a call", code, values(), CallOutcome::code);
    }
}
