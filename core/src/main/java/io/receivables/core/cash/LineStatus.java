package io.receivables.core.cash;

/** How far a booking has come. {@link #code()} is the pinned text. */
public enum LineStatus {
    /** It is in the balance. */
    BOOKED("booked"),
    /** It is not in the balance yet, and may never be. */
    PENDING("pending"),
    /** It will be booked on a day to come. */
    FUTURE("future"),
    /** It is told for information and moves no balance. */
    INFORMATION("information");

    private final String code;

    LineStatus(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
