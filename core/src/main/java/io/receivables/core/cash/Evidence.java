package io.receivables.core.cash;

/** By what a bank line names an open item, the strongest first. {@link #code()} is the pinned text. */
public enum Evidence {
    /** A creditor reference in a field of its own is the item's reference or number. */
    STRUCTURED_REFERENCE("structured-reference"),
    /** The end-to-end id is the item's reference or number. */
    END_TO_END_ID("end-to-end-id"),
    /** The payer names the document in a field of its own. */
    REMITTED_DOCUMENT("remitted-document"),
    /** The free text holds the item's reference or number, whole. */
    TEXT("text");

    private final String code;

    Evidence(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
