package io.receivables.core;

/** The kinds of {@link Fact}, for exhaustive switches and as the stored discriminator ({@link #code()}). */
public enum FactKind {
    INVOICE("invoice"),
    DEBIT_NOTE("debit-note"),
    CREDIT_NOTE("credit-note"),
    PAYMENT("payment"),
    ALLOCATION("allocation"),
    REFUND("refund"),
    WRITE_OFF("write-off"),
    REVERSAL("reversal"),
    DISPUTE("dispute"),
    DISPUTE_RESOLUTION("dispute-resolution");

    private final String code;

    FactKind(String code) {
        this.code = code;
    }

    /** The pinned text of this kind in files and stores. */
    public String code() {
        return code;
    }

    /**
     * The kind of a code.
     *
     * @throws IllegalArgumentException if there is none of that code
     */
    public static FactKind ofCode(String code) {
        for (FactKind kind : values()) {
            if (kind.code.equals(code)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("fact kind \"" + code + "\" is unknown");
    }
}
