package io.receivables.core.ledger;

import io.receivables.core.Document;
import io.receivables.core.FactKind;

/** What a row of the ledger is. {@link #code()} is what the kind column holds. */
public enum ItemKind {
    INVOICE(0, FactKind.INVOICE, true),
    DEBIT_NOTE(1, FactKind.DEBIT_NOTE, true),
    CREDIT_NOTE(2, FactKind.CREDIT_NOTE, false),
    /** A payment; what is open of it is unapplied cash. */
    PAYMENT(3, FactKind.PAYMENT, false);

    private static final ItemKind[] BY_CODE = {INVOICE, DEBIT_NOTE, CREDIT_NOTE, PAYMENT};

    private final byte code;
    private final FactKind factKind;
    private final boolean debit;

    ItemKind(int code, FactKind factKind, boolean debit) {
        this.code = (byte) code;
        this.factKind = factKind;
        this.debit = debit;
    }

    /** The pinned number of this kind in columns. */
    public byte code() {
        return code;
    }

    /** The kind of the fact that the row stands for. */
    public FactKind factKind() {
        return factKind;
    }

    /** Whether the row raises what the customer owes; otherwise it lowers it. */
    public boolean isDebit() {
        return debit;
    }

    static ItemKind of(Document document) {
        return switch (document.kind()) {
            case DEBIT_NOTE -> DEBIT_NOTE;
            case CREDIT_NOTE -> CREDIT_NOTE;
            default -> INVOICE;
        };
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
