package io.receivables.benchmarks;

import io.receivables.metrics.MonthEnds;
import java.time.LocalDate;
import java.util.List;

/**
 * What is asked of a ledger. Every side answers with the same figures, in minor units or in millionths of a day; figures that
 * are zero are left out.
 *
 * <ul>
 *   <li>Aging: what is open for each customer, currency and bucket (not due, 1–30, 31–60, 61–90, 91+ days past due), debit
 *       items and credits apart.
 *   <li>Totals: the same for each currency.
 *   <li>DSO, of receivables less open credits and of sales less credit notes by issue date: simple over 90 days, which has no
 *       value before the currency's first document is as old; and count-back by months, by which months without sales count
 *       their days, and receivables above all sales are worth the days since the first of the oldest document's month.
 * </ul>
 */
public enum Task {
    T1_TODAY("T1", "aging per customer × currency × bucket, today", true),
    T1_PAST("T1", "the same as of 18 months back", true),
    T1_MONTH_ENDS("T1", "the same at 36 month-ends", true),
    T2("T2", "totals per currency × bucket, today", true),
    T3("T3", "simple and count-back DSO per currency at 36 month-ends", false),
    T4("T4", "count-back DSO of each customer × currency, today", false);

    /** The days of sales in simple DSO. */
    static final int WINDOW = 90;

    final String code;
    final String question;

    /** Whether the figures are open amounts; otherwise they are days. */
    final boolean aging;

    Task(String code, String question, boolean aging) {
        this.code = code;
        this.question = question;
        this.aging = aging;
    }

    /** The dates at whose end the answer stands. */
    List<LocalDate> dates() {
        return switch (this) {
            case T1_TODAY, T2, T4 -> List.of(SyntheticLedger.TODAY);
            case T1_PAST -> List.of(SyntheticLedger.TODAY.minusMonths(18));
            case T1_MONTH_ENDS, T3 -> MonthEnds.between(SyntheticLedger.FIRST_DAY, SyntheticLedger.TODAY);
        };
    }

    /** The bucket of an age, from 0. */
    static int bucket(long daysPastDue) {
        return daysPastDue <= 0 ? 0 : daysPastDue <= 30 ? 1 : daysPastDue <= 60 ? 2 : daysPastDue <= 90 ? 3 : 4;
    }
}
