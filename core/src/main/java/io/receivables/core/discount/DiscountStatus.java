package io.receivables.core.discount;

/** What became of the discount of a document. */
public enum DiscountStatus {
    /** None was offered. */
    NOT_OFFERED("not-offered"),
    /** It can still be taken. */
    AVAILABLE("available"),
    /** Enough was paid in time. */
    TAKEN("taken"),
    /** It was not taken in time. */
    LOST("lost"),
    /** It was deducted all the same after its last day: what is open is exactly the discount. */
    DEDUCTED_LATE("deducted-late");

    private final String code;

    DiscountStatus(String code) {
        this.code = code;
    }

    /** The pinned text of this status in files and stores. */
    public String code() {
        return code;
    }
}
