package io.receivables.core.completeness;

/** How much a mention is needed. */
public enum Need {
    /** On every invoice of the regime. */
    MANDATORY("mandatory"),
    /** On invoices of a certain kind, such as those above an amount. */
    CONDITIONAL("conditional"),
    /** Not required, or not yet, but its lack gives reason to ask. */
    RECOMMENDED("recommended");

    private final String code;

    Need(String code) {
        this.code = code;
    }

    /** The pinned text of this need in files and stores. */
    public String code() {
        return code;
    }
}
