package io.receivables.core.ledger;

/** What a row of the ledger is. {@link #code()} is what the kind column holds. */
public enum ItemKind {
    INVOICE(0, true),
    DEBIT_NOTE(1, true),
    CREDIT_NOTE(2, false),
    /** A payment; what is open of it is unapplied cash. */
    PAYMENT(3, false);

    private static final ItemKind[] BY_CODE = {INVOICE, DEBIT_NOTE, CREDIT_NOTE, PAYMENT};

    private final byte code;
    private final boolean debit;

    ItemKind(int code, boolean debit) {
        this.code = (byte) code;
        this.debit = debit;
    }

    /** The pinned number of this kind in columns. */
    public byte code() {
        return code;
    }

    /** Whether the row raises what the customer owes; otherwise it lowers it. */
    public boolean isDebit() {
        return debit;
    }

    /**
     * The kind of a code.
     *
     * @throws IllegalArgumentException if there is none of that code
     */
    public static ItemKind ofCode(int code) {
        if (code < 0 || code >= BY_CODE.length) {
            throw new IllegalArgumentException("item kind " + code + " is not between 0 and " + (BY_CODE.length - 1));
        }
        return BY_CODE[code];
    }
}
