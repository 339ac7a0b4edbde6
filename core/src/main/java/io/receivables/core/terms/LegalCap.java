package io.receivables.core.terms;

import io.receivables.core.internal.Checks;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * How late a law lets a payment fall due. Those that are established are in {@link LegalCaps}; another law, or a later
 * version of one, is another value of this type.
 *
 * <pre>{@code
 * LegalCheck check = LegalCaps.get("FR", LocalDate.parse("2026-03-02")).check(PaymentTerms.net(75));
 * check.verdict();       // NOT_COMPLIANT
 * check.daysOver();      // 15
 * check.explanation(Locale.FRENCH);
 * }</pre>
 *
 * @param code its name, such as {@code FR} or {@code FR-TRANSPORT}; versions share it
 * @param citation the law and article
 * @param limits the limits, of which terms must keep one, always the same
 * @param derogations what is allowed beyond them under a condition, tried in order
 * @param from the first invoice date to which this version applies
 * @param until the last invoice date to which this version applies
 */
public record LegalCap(
        String code,
        String citation,
        List<LegalLimit> limits,
        List<LegalDerogation> derogations,
        LocalDate from,
        LocalDate until) {

    /** Days of the week, months and leap years recur after 28 years. */
    private static final LocalDate FIRST_TRIED = LocalDate.of(2021, 1, 1);

    private static final LocalDate LAST_TRIED = LocalDate.of(2048, 12, 31);

    public LegalCap {
        Checks.id(code, "code of legal cap");
        Checks.id(citation, "citation of legal cap", code);
        limits = List.copyOf(limits);
        derogations = List.copyOf(derogations);
        boolean isLimited = !limits.isEmpty();
        Checks.that(isLimited, () -> "legal cap " + code + " has no limit: give one or more");
        Checks.date(from, "first day of legal cap", code);
        Checks.date(until, "last day of legal cap", code);
        Checks.that(!until.isBefore(from), () -> "legal cap " + code + " ends on " + until + ", before " + from);
    }

    /** A law in force from a day on. */
    public static LegalCap of(String code, LocalDate from, String citation, LegalLimit... limits) {
        return new LegalCap(code, citation, List.of(limits), List.of(), from, LocalDate.of(Checks.LAST_YEAR, 12, 31));
    }

    /** This law with a further derogation. */
    public LegalCap withDerogation(LegalDerogation derogation) {
        List<LegalDerogation> more = new ArrayList<>(derogations);
        more.add(derogation);
        return new LegalCap(code, citation, limits, more, from, until);
    }

    /** This version of the law, which ended on a day. */
    public LegalCap until(LocalDate lastDay) {
        return new LegalCap(code, citation, limits, derogations, from, lastDay);
    }

    /** Whether this version applies to invoices of a date. */
    public boolean isInForceOn(LocalDate invoiceDate) {
        return !invoiceDate.isBefore(from) && !invoiceDate.isAfter(until);
    }

    /** {@link #check(PaymentTerms, BusinessCalendar)} with Saturdays and Sundays off. */
    public LegalCheck check(PaymentTerms terms) {
        return check(terms, BusinessCalendar.weekdays());
    }

    /**
     * Whether the last due date stays within the law whatever the day of the invoice. Every day of 28 years is tried, which
     * is every day of the year with every day of the week, in leap years and others; for a calendar with movable holidays
     * the answer holds for those years, 2021 to 2048. The result shows the day on which the terms reach furthest.
     *
     * <p>Invoice, delivery and receipt are taken to be of the same day. Where they are not, check a schedule.
     */
    public LegalCheck check(PaymentTerms terms, BusinessCalendar calendar) {
        return judge(Stream.iterate(FIRST_TRIED, day -> !day.isAfter(LAST_TRIED), day -> day.plusDays(1))
                .map(day -> BaseDates.invoicedOn(day).deliveredOn(day).receivedOn(day))
                .map(dates -> new Due(dates, terms.dueDate(dates.get(terms.base()), calendar)))
                .toList());
    }

    /**
     * Whether the last due date of a schedule is within the law.
     *
     * @param dates the dates of the document
     * @throws IllegalArgumentException if this law was not in force on the invoice date, or if a date from which one of its
     *     limits counts is not given
     */
    public LegalCheck check(PaymentSchedule schedule, BaseDates dates) {
        return check(
                schedule.lines().stream()
                        .map(PaymentSchedule.Line::dueDate)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(() -> new IllegalArgumentException("schedule has no instalment")),
                dates);
    }

    /** As {@link #check(PaymentSchedule, BaseDates)}, for a last due date that is known. */
    public LegalCheck check(LocalDate lastDueDate, BaseDates dates) {
        LocalDate invoiced = dates.get(BaseDate.INVOICE);
        Checks.that(
                isInForceOn(invoiced),
                () -> "legal cap " + code + " applies to invoices from " + from + " to " + until + ", not to one of "
                        + invoiced + ": take the law of that day");
        return judge(List.of(new Due(dates, lastDueDate)));
    }

    /** A document and the last day on which it falls due. */
    private record Due(BaseDates dates, LocalDate last) {
        long daysOver(LegalLimit limit) {
            return ChronoUnit.DAYS.between(limit.latest(dates), last);
        }
    }

    /** A limit, and the document that goes furthest beyond it or nearest to it. */
    private record Reach(LegalLimit limit, Due due, long daysOver) {
        static Reach of(LegalLimit limit, List<Due> tried) {
            return tried.stream()
                    .map(due -> new Reach(limit, due, due.daysOver(limit)))
                    .max(Comparator.comparingLong(Reach::daysOver))
                    .orElseThrow();
        }

        /** The one of several limits that is kept best. */
        static Reach ofAny(List<LegalLimit> limits, List<Due> tried) {
            return limits.stream()
                    .map(limit -> of(limit, tried))
                    .min(Comparator.comparingLong(Reach::daysOver))
                    .orElseThrow();
        }

        boolean isKept() {
            return daysOver <= 0;
        }
    }

    private LegalCheck judge(List<Due> tried) {
        Reach reach = Reach.ofAny(limits, tried);
        if (reach.isKept()) {
            return result(LegalVerdict.COMPLIANT, reach, List.of());
        }
        Reach nearest = reach;
        for (LegalDerogation derogation : derogations) {
            if (derogation.limits().isEmpty()) {
                return result(LegalVerdict.ON_CONDITION, reach, List.of(derogation));
            }
            Reach more = Reach.ofAny(derogation.limits(), tried);
            if (more.isKept()) {
                return result(LegalVerdict.ON_CONDITION, reach, List.of(derogation));
            }
            nearest = more.daysOver() < nearest.daysOver() ? more : nearest;
        }
        return result(LegalVerdict.NOT_COMPLIANT, nearest, List.of());
    }

    private LegalCheck result(LegalVerdict verdict, Reach reach, List<LegalDerogation> derogation) {
        BaseDates dates = reach.due().dates();
        LocalDate latest = reach.limit().latest(dates);
        return new LegalCheck(
                this,
                verdict,
                reach.limit(),
                dates.get(BaseDate.INVOICE),
                reach.due().last(),
                latest,
                derogation);
    }
}
