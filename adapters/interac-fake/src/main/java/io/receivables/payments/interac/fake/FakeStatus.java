package io.receivables.payments.interac.fake;

/** The states of a money request, as the public API counts them and banks name them. */
public enum FakeStatus {
    INITIATED(1, "INITIATED", "ACTC"),
    AVAILABLE(2, "AVAILABLE_TO_BE_FULFILLED", "PDNG"),
    /** The payer approved; the money is on its way. */
    FULFILLED(3, "FULFILLED", "ACSP"),
    DECLINED(4, "DECLINED", "RJCT"),
    CANCELLED(5, "CANCELLED", "RJCT"),
    EXPIRED(6, "EXPIRED", "RJCT"),
    DEPOSIT_FAILED(7, "DEPOSIT_FAILED", "RJCT"),
    /** The money is in the account. */
    DEPOSIT_COMPLETE(8, "DEPOSIT_COMPLETE", "ACCC");

    private final int number;
    private final String bankName;
    private final String transaction;

    FakeStatus(int number, String bankName, String transaction) {
        this.number = number;
        this.bankName = bankName;
        this.transaction = transaction;
    }

    /** What the public API says. */
    public int number() {
        return number;
    }

    /** What banks say. */
    public String bankName() {
        return bankName;
    }

    /** What banks say of the transaction, as pacs.002 has it. */
    String transaction() {
        return transaction;
    }

    /** Whether the payer can still act, and the seller take it back. */
    public boolean isOpen() {
        return this == INITIATED || this == AVAILABLE;
    }
}
