package io.receivables.payments.interac;

import io.receivables.payments.spi.PaymentFact;
import java.util.Arrays;

/**
 * The states of a money request. The public API counts them, banks name them; they are the same eight.
 *
 * <p>The numbers are no order of success: what is declined, cancelled, expired or failed has a greater one than what the payer
 * fulfilled, and only the last one is money.
 */
enum RequestStatus {
    INITIATED(1, "INITIATED", PaymentFact.SUBMITTED),
    AVAILABLE(2, "AVAILABLE_TO_BE_FULFILLED", PaymentFact.AWAITING_PAYER),
    /** The payer approved; the deposit is still to come. */
    FULFILLED(3, "FULFILLED", PaymentFact.PAYER_ACCEPTED),
    DECLINED(4, "DECLINED", PaymentFact.DECLINED),
    CANCELLED(5, "CANCELLED", PaymentFact.CANCELLED),
    EXPIRED(6, "EXPIRED", PaymentFact.EXPIRED),
    DEPOSIT_FAILED(7, "DEPOSIT_FAILED", PaymentFact.FAILED),
    COMPLETED(8, "DEPOSIT_COMPLETE", PaymentFact.SETTLED),
    /** A state that came later than this adapter, or none at all. */
    UNKNOWN(0, "", PaymentFact.UNRECOGNISED);

    private final int number;
    private final String bankName;
    private final PaymentFact fact;

    RequestStatus(int number, String bankName, PaymentFact fact) {
        this.number = number;
        this.bankName = bankName;
        this.fact = fact;
    }

    /** The status that the public API gives this number. */
    static RequestStatus numbered(int number) {
        return Arrays.stream(values())
                .filter(status -> status.number == number)
                .findFirst()
                .orElse(UNKNOWN);
    }

    /** The status that banks give this name. */
    static RequestStatus named(String name) {
        return Arrays.stream(values())
                .filter(status -> status.bankName.equals(name))
                .findFirst()
                .orElse(UNKNOWN);
    }

    PaymentFact fact() {
        return fact;
    }

    /** Whether the request can still be changed, cancelled or reminded of, as far as is known. */
    boolean isOpen() {
        return this == INITIATED || this == AVAILABLE || this == UNKNOWN;
    }
}
