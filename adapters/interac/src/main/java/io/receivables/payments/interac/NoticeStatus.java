package io.receivables.payments.interac;

import java.util.Arrays;

/** What became of the message to the payer. The public API counts these, banks name them. */
enum NoticeStatus {
    SENT(0, "SENT"),
    PENDING(1, "PENDING"),
    /** It could not be sent so far, and is tried again. */
    PENDING_SEND_FAILURE(2, "PENDING_SEND_FAILURE"),
    DELIVERY_FAILURE(3, "DELIVERY_FAILURE"),
    UNKNOWN(-1, "");

    private final int number;
    private final String bankName;

    NoticeStatus(int number, String bankName) {
        this.number = number;
        this.bankName = bankName;
    }

    static NoticeStatus numbered(int number) {
        return Arrays.stream(values())
                .filter(status -> status.number == number)
                .findFirst()
                .orElse(UNKNOWN);
    }

    static NoticeStatus named(String name) {
        return Arrays.stream(values())
                .filter(status -> status.bankName.equals(name))
                .findFirst()
                .orElse(UNKNOWN);
    }
}
