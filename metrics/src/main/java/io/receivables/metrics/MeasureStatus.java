package io.receivables.metrics;

/** How a measure's value is to be read. */
public enum MeasureStatus {
    OK("OK"),
    /** There is no value: what it would divide by is missing, zero or negative. */
    UNDEFINED("UNDEFINED"),
    /** Nothing is owed in all: the value is zero days. */
    NO_RECEIVABLES("NO_RECEIVABLES"),
    /** The receivables exceed all known sales: the value is a lower bound, or extrapolated with a warning. */
    HISTORY_EXHAUSTED("HISTORY_EXHAUSTED"),
    /** Counting stopped at a period without sales, as asked for: the value is the days up to it. */
    STOPPED_NON_POSITIVE_SALES("STOPPED_NON_POSITIVE_SALES");

    private final String code;

    MeasureStatus(String code) {
        this.code = code;
    }

    /** The pinned text of this status in files and stores. */
    public String code() {
        return code;
    }
}
