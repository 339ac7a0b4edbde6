package io.receivables.payments.interac.fake;

/** What became of the message to the payer, as the public API counts it and banks name it. */
public enum FakeNotice {
    SENT(0),
    PENDING(1),
    PENDING_SEND_FAILURE(2),
    DELIVERY_FAILURE(3);

    private final int number;

    FakeNotice(int number) {
        this.number = number;
    }

    /** What the public API says; banks say the name. */
    public int number() {
        return number;
    }
}
