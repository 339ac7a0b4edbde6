package io.receivables.examples.sample;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** The payment terms that the company grants, as written on its invoices. */
enum Terms {
    NET_15(15, false, "Net 15", "15 jours nets"),
    NET_30(30, false, "Net 30", "30 jours nets"),
    NET_45(45, false, "Net 45", "45 jours nets"),
    NET_60(60, false, "Net 60", "60 jours nets"),
    NET_30_MONTH_END(30, true, "30 days, then end of month", "30 jours fin de mois"),
    NET_45_MONTH_END(45, true, "45 days, then end of month", "45 jours fin de mois");

    private final int days;
    private final boolean toMonthEnd;
    private final String english;
    private final String french;

    Terms(int days, boolean toMonthEnd, String english, String french) {
        this.days = days;
        this.toMonthEnd = toMonthEnd;
        this.english = english;
        this.french = french;
    }

    LocalDate dueDate(LocalDate issueDate) {
        LocalDate due = issueDate.plusDays(days);
        return toMonthEnd ? due.with(TemporalAdjusters.lastDayOfMonth()) : due;
    }

    String text(boolean inFrench) {
        return inFrench ? french : english;
    }
}
