package io.receivables.dunning.policy;

import io.receivables.dunning.internal.Codes;

/** What the customer's sales representative has to do with a step. {@link #code()} is its pinned text in files and stores. */
public enum SalesInvolvement {
    /** Nothing. */
    NONE("none"),
    /** They are told. */
    INFORMED("informed"),
    /** They are asked before it is sent, and may say no. */
    ASKED_FIRST("asked-first");

    private final String code;

    SalesInvolvement(String code) {
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
    public static SalesInvolvement ofCode(String code) {
        return Codes.find("involvement of sales", code, values(), SalesInvolvement::code);
    }
}
