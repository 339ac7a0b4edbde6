package io.receivables.core.terms;

/** What a law says of payment terms. */
public enum LegalVerdict {
    /** Within the limits. */
    COMPLIANT("compliant"),
    /** Beyond the limits, but allowed where the condition of a derogation is met. */
    ON_CONDITION("on-condition"),
    /** Beyond what may be agreed. */
    NOT_COMPLIANT("not-compliant");

    private final String code;

    LegalVerdict(String code) {
        this.code = code;
    }

    /** The pinned text of this verdict in files and stores. */
    public String code() {
        return code;
    }
}
