package io.receivables.payments.manual;

import java.time.LocalDate;

/** How the date on a cheque lies to the day on which something is done with it. */
public enum ChequeDating {
    /** The date is still to come. */
    POST_DATED("the date on it is to come"),
    IN_TIME("in time"),
    /** The date is more than {@value #GOOD_FOR_MONTHS} months ago, and no bank vouched for it. */
    STALE("stale");

    /** How long a cheque that is not certified is good, in months (Payments Canada). */
    public static final int GOOD_FOR_MONTHS = 6;

    private final String words;

    ChequeDating(String words) {
        this.words = words;
    }

    static ChequeDating of(LocalDate dated, LocalDate day, boolean isCertified) {
        if (day.isBefore(dated)) {
            return POST_DATED;
        }
        return isCertified || day.isBefore(staleFrom(dated)) ? IN_TIME : STALE;
    }

    /** The first day on which a cheque is stale. */
    static LocalDate staleFrom(LocalDate dated) {
        return dated.plusMonths(GOOD_FOR_MONTHS).plusDays(1);
    }

    @Override
    public String toString() {
        return words;
    }
}
