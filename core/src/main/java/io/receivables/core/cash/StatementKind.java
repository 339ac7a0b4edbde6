package io.receivables.core.cash;

/** What a bank says of an account. {@link #code()} is the pinned text. */
public enum StatementKind {
    /** What was booked between two balances: camt.053, MT940, a BAI2 file of a past day. */
    STATEMENT("statement"),
    /** What happened so far on a day that is not over: camt.052, MT942. */
    REPORT("report"),
    /** Single bookings, mostly the details of sums: camt.054. It has no balances. */
    NOTIFICATION("notification");

    private final String code;

    StatementKind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
