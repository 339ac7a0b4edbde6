package io.receivables.metrics.efficiency;

/** How a payment before its due date counts among days beyond terms. */
public enum EarlyPayments {
    /** As zero days. */
    ZERO("zero"),
    /** As negative days, so that early payments make up for late ones. */
    NEGATIVE("negative");

    private final String code;

    EarlyPayments(String code) {
        this.code = code;
    }

    /** The pinned text of this choice in files and stores. */
    public String code() {
        return code;
    }

    WeightedDays count(WeightedDays payment) {
        return this == ZERO && payment.days() < 0 ? new WeightedDays(payment.amount(), 0) : payment;
    }
}
