package io.receivables.metrics;

/** Which sales a credit note lowers. */
public enum CreditNoteTiming {
    /** Those of the day on which the credit note was issued. */
    WHEN_ISSUED("credit-notes-when-issued"),
    /** Those of the day of the document that it corrects, from the credit note's issue date on; its own if it has none. */
    IN_ORIGIN("credit-notes-in-origin");

    private final String code;

    CreditNoteTiming(String code) {
        this.code = code;
    }

    /** The pinned text of this timing in files and stores. */
    public String code() {
        return code;
    }
}
