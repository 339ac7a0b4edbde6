package io.receivables.core.cash;

/** By what instrument money moved, as far as the bank says. {@link #code()} is the pinned text. */
public enum LineKind {
    /** A credit transfer, also an instant or a standing one. */
    TRANSFER("transfer"),
    /** A direct debit. */
    DIRECT_DEBIT("direct-debit"),
    /** A cheque or another instrument of paper. */
    CHEQUE("cheque"),
    /** A payment by card. */
    CARD("card"),
    /** Cash paid in or out. */
    CASH("cash"),
    /** What the bank takes for its services. */
    CHARGES("charges"),
    /** Interest. */
    INTEREST("interest"),
    /** Anything else, or not stated. */
    OTHER("other");

    private final String code;

    LineKind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
