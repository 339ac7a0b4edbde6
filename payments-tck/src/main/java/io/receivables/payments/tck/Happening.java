package io.receivables.payments.tck;

import io.receivables.payments.spi.PaymentFact;

/** What may happen to a payment at the remote side, without the host. */
public enum Happening {
    /** The payer agrees; no money yet. */
    ACCEPT(PaymentFact.PAYER_ACCEPTED),
    /** The whole amount is at the seller's disposal. */
    SETTLE(PaymentFact.SETTLED),
    /** A part of the amount is at the seller's disposal; {@link RemotePayment#paid()} says how much. */
    SETTLE_IN_PART(PaymentFact.PARTIALLY_SETTLED),
    /** The payer says no. */
    DECLINE(PaymentFact.DECLINED),
    /** The payer's time is over. */
    EXPIRE(PaymentFact.EXPIRED),
    /** The remote side takes the payment back by itself. */
    CANCEL(PaymentFact.CANCELLED),
    /** The payer paid, and the money did not arrive. */
    FAIL(PaymentFact.FAILED),
    /** After {@link #SETTLE}: the whole amount goes back. Any fact of money back will do. */
    TAKE_BACK(PaymentFact.REVERSED),
    /** The payment gets a status that nobody has heard of. */
    SAY_SOMETHING_NEW(PaymentFact.UNRECOGNISED);

    private final PaymentFact fact;

    Happening(PaymentFact fact) {
        this.fact = fact;
    }

    /** What a provider makes of it. */
    PaymentFact fact() {
        return fact;
    }
}
