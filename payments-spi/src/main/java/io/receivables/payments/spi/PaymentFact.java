package io.receivables.payments.spi;

/**
 * What a provider says of a payment. {@link #code()} is its pinned text. Facts may be told twice, late, and in any order.
 * Others may be added: whoever reads one has an answer to those unknown.
 */
public enum PaymentFact {
    /** The provider has it; the payer was not told. */
    SUBMITTED("submitted"),
    /** The message to the payer arrived. */
    DELIVERED("delivered"),
    /** The message to the payer did not arrive. */
    DELIVERY_FAILED("delivery-failed"),
    /** The payer was told and may pay. */
    AWAITING_PAYER("awaiting-payer"),
    /** The payer agreed. This is no money. */
    PAYER_ACCEPTED("payer-accepted"),
    /** Part of the money is there; {@link Observation#amount()} is all that is there so far. */
    PARTIALLY_SETTLED("partially-settled"),
    /** The money is there; {@link Observation#amount()} says how much. */
    SETTLED("settled"),
    /** The payer said no. */
    DECLINED("declined"),
    EXPIRED("expired"),
    CANCELLED("cancelled"),
    /** The payer paid, and the money did not arrive. */
    FAILED("failed"),
    /** The payer's bank took settled money back, such as a returned debit. */
    RETURNED("returned"),
    /** The provider took settled money back. */
    REVERSED("reversed"),
    /** The payer took settled money back. */
    CHARGEBACK("chargeback"),
    /** The payer contests the payment; the money is still there. */
    DISPUTED("disputed"),
    /** Money was given back to the payer on the seller's word. */
    REFUNDED("refunded"),
    /** The provider says something that the adapter does not know; {@link Observation#rawCode()} has it. It ends nothing. */
    UNRECOGNISED("unrecognised");

    private final String code;

    PaymentFact(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** Whether it says that money came in. */
    public boolean isMoneyIn() {
        return this == SETTLED || this == PARTIALLY_SETTLED;
    }

    /** Whether it says that money that had come in went back. */
    public boolean isMoneyBack() {
        return this == RETURNED || this == REVERSED || this == CHARGEBACK || this == REFUNDED;
    }

    /** Whether it says that the request ended without money. */
    public boolean isEndWithoutMoney() {
        return this == DECLINED || this == EXPIRED || this == CANCELLED || this == FAILED;
    }
}
