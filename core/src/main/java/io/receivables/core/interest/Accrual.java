package io.receivables.core.interest;

import io.receivables.core.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The interest of one sum: when it was open too long, and the lines that follow. */
final class Accrual {
    private final OverdueSum sum;
    private final InterestTerms terms;
    private final LateInterestOptions options;
    private final NavigableMap<LocalDate, Money> openFrom = new TreeMap<>();
    /** The last day on which payment was in time. */
    private final LocalDate due;
    /** The first day on which the sum was late; null while it is not. */
    private final @Nullable LocalDate lateFrom;
    /** The day on which it had been late for longer than the grace days; null until then. */
    private final @Nullable LocalDate chargeableFrom;

    Accrual(OverdueSum sum, InterestTerms terms, LateInterestOptions options) {
        this.sum = sum;
        this.terms = terms;
        this.options = options;
        fillOpen();
        due = later(sum.dueDate(), sum.issueDate());
        lateFrom = dayAfterOpen(due);
        chargeableFrom = dayAfterOpen(due.plusDays(options.graceDays()));
    }

    /** What was open at the end of each day on which it changed. */
    private void fillOpen() {
        Money open = sum.principal();
        Money nothing = Money.zero(open.currency());
        openFrom.put(sum.issueDate(), open);
        for (OverdueSum.Reduction reduction : sum.reductions()) {
            if (!reduction.date().isAfter(options.asOf())) {
                open = open.minus(reduction.amount());
                // more than all of it was paid: the rest is the customer's, but bears no interest either
                openFrom.put(later(reduction.date(), sum.issueDate()), open.isNegative() ? nothing : open);
            }
        }
    }

    /** What was open at the end of a day. */
    private Money open(LocalDate day) {
        Map.Entry<LocalDate, Money> latest = openFrom.floorEntry(day);
        return latest == null ? Money.zero(sum.principal().currency()) : latest.getValue();
    }

    /** The day after the first one, from a day on and before the as-of date, at whose end something was open. */
    private @Nullable LocalDate dayAfterOpen(LocalDate from) {
        for (LocalDate day = from; day != null && day.isBefore(options.asOf()); day = openFrom.higherKey(day)) {
            if (open(day).isPositive()) {
                return day.plusDays(1);
            }
        }
        return null;
    }

    /** Whether it has been late for longer than the grace days. */
    boolean isChargeable() {
        return chargeableFrom != null;
    }

    /** Whether it was chargeable before the period that is charged. */
    boolean wasChargeable() {
        return chargeableFrom != null && chargeableFrom.isBefore(options.from());
    }

    /** What was open of it when it became late. */
    Money debt() {
        return lateFrom == null ? Money.zero(sum.principal().currency()) : open(lateFrom.minusDays(1));
    }

    List<InterestLine> lines() {
        List<InterestLine> lines = new ArrayList<>();
        if (lateFrom == null || chargeableFrom == null) {
            return lines;
        }
        boolean fixed = terms.rateRule() == RateRule.FIXED_AT_DEFAULT;
        // a lateness that outlasts its grace days in this period was not charged in an earlier one
        LocalDate day = wasChargeable() ? later(lateFrom, options.from()) : lateFrom;
        while (!day.isAfter(options.asOf())) {
            LocalDate decides = options.paymentDayCounts() ? day.minusDays(1) : day;
            LocalDate end = endOfSameOpen(day, decides);
            Money principal = open(decides);
            if (principal.isPositive()) {
                AppliedRate rate = terms.rate().on(fixed ? lateFrom : day, options.rates());
                end = earlier(end, terms.dayCount().sameYearDaysUntil(day));
                end = fixed ? end : earlier(end, rate.until());
                lines.add(line(day, end, principal, rate));
            }
            day = end.plusDays(1);
        }
        return lines;
    }

    /** The last day of interest on which the same is open as on a day, at most the as-of date. */
    private LocalDate endOfSameOpen(LocalDate day, LocalDate decides) {
        LocalDate change = openFrom.higherKey(decides);
        if (change == null) {
            return options.asOf();
        }
        long daysToChange = change.toEpochDay() - decides.toEpochDay();
        return earlier(options.asOf(), day.plusDays(daysToChange - 1));
    }

    private InterestLine line(LocalDate from, LocalDate to, Money principal, AppliedRate rate) {
        DayCount dayCount = terms.dayCount();
        return new InterestLine(
                sum.instalment(),
                from,
                to,
                principal,
                rate,
                dayCount.days(from.minusDays(1), to),
                dayCount.yearDays(from));
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}
