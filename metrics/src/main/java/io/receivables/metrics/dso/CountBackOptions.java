package io.receivables.metrics.dso;

import java.util.Objects;

/**
 * How count-back DSO goes on where plain counting cannot.
 *
 * @param nonPositiveSales at a period whose sales are zero or negative
 * @param historyEnd where the receivables exceed all known sales
 */
public record CountBackOptions(NonPositiveSales nonPositiveSales, HistoryEnd historyEnd) {
    private static final CountBackOptions STANDARD =
            new CountBackOptions(NonPositiveSales.COUNT_DAYS, HistoryEnd.LOWER_BOUND);

    /** What to do at a period whose sales are zero or negative. */
    public enum NonPositiveSales {
        /** Its days count, nothing is consumed. */
        COUNT_DAYS("count-days"),
        /** Counting ends before it. */
        STOP("stop");

        private final String code;

        NonPositiveSales(String code) {
            this.code = code;
        }

        /** The pinned text of this choice in files and stores. */
        public String code() {
            return code;
        }
    }

    /** What to do where the receivables exceed all known sales. */
    public enum HistoryEnd {
        /** The days of the history, as a lower bound. */
        LOWER_BOUND("lower-bound"),
        /** No value. */
        UNDEFINED("undefined"),
        /** The days of the history, and for what is left as many as at the history's mean sales. */
        EXTRAPOLATE("extrapolate");

        private final String code;

        HistoryEnd(String code) {
            this.code = code;
        }

        /** The pinned text of this choice in files and stores. */
        public String code() {
            return code;
        }
    }

    public CountBackOptions {
        Objects.requireNonNull(nonPositiveSales, "nonPositiveSales");
        Objects.requireNonNull(historyEnd, "historyEnd");
    }

    /** Days without sales count, and an exhausted history gives a lower bound. */
    public static CountBackOptions standard() {
        return STANDARD;
    }

    public CountBackOptions atNonPositiveSales(NonPositiveSales choice) {
        return new CountBackOptions(choice, historyEnd);
    }

    public CountBackOptions atHistoryEnd(HistoryEnd choice) {
        return new CountBackOptions(nonPositiveSales, choice);
    }

    /** Canonical, such as {@code count-days; lower-bound}. */
    public String code() {
        return nonPositiveSales.code() + "; " + historyEnd.code();
    }
}
