package io.receivables.dunning.policy;

import io.receivables.dunning.internal.Codes;

/** Who takes a file that is handed over. {@link #code()} is its pinned text in files and stores. */
public enum Successor {
    /** A collection agency. */
    COLLECTION_AGENCY("collection-agency"),
    /** A lawyer or bailiff (French: avocat, commissaire de justice). */
    LAWYER("lawyer");

    private final String code;

    Successor(String code) {
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
    public static Successor ofCode(String code) {
        return Codes.find("successor", code, values(), Successor::code);
    }
}
