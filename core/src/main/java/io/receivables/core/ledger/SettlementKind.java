package io.receivables.core.ledger;

/**
 * Why the open amount of a row changed. A negative settlement undoes an earlier one of the same kind. {@link #code()} is
 * what the settlement-kind column holds.
 */
public enum SettlementKind {
    /** A payment applied to a debit item; the same amount stands on the payment's row. */
    CASH(0),
    /** A credit note applied to a debit item; the same amount stands on the credit note's row. */
    CREDIT(1),
    /** A debit item given up as a loss. */
    WRITE_OFF(2),
    /** Credit given back to the customer. */
    REFUND(3),
    /** Money that went back because its payment was reversed. */
    RETURN(4);

    private static final SettlementKind[] BY_CODE = {CASH, CREDIT, WRITE_OFF, REFUND, RETURN};

    private final byte code;

    SettlementKind(int code) {
        this.code = (byte) code;
    }

    /** The pinned number of this kind in columns. */
    public byte code() {
        return code;
    }

    /**
     * The kind of a code.
     *
     * @throws IllegalArgumentException if there is none of that code
     */
    public static SettlementKind ofCode(int code) {
        if (code < 0 || code >= BY_CODE.length) {
            throw new IllegalArgumentException(
                    "settlement kind " + code + " is not between 0 and " + (BY_CODE.length - 1));
        }
        return BY_CODE[code];
    }
}
