package io.receivables.payments.spi;

/** What a provider may be able to do beside being asked for a payment. {@link #code()} is its pinned text. */
public enum Operation {
    /** {@link PaymentProvider#find}. */
    FIND("find"),
    /** {@link PaymentProvider#cancel}. */
    CANCEL("cancel"),
    /** {@link PaymentProvider#amend}. */
    AMEND("amend"),
    /** {@link PaymentProvider#remind}. */
    REMIND("remind"),
    /** {@link PaymentProvider#refund}. */
    REFUND("refund"),
    /** {@link PaymentProvider#receive}. */
    RECEIVE("receive"),
    /** {@link PaymentProvider#poll}. */
    POLL("poll");

    private final String code;

    Operation(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
