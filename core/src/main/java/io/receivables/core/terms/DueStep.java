package io.receivables.core.terms;

import io.receivables.core.internal.Checks;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * One step from a base date towards a due date. Steps are applied from left to right to a running date, literally: "45 days,
 * then end of month" and "end of month, then 45 days" are different terms.
 */
public sealed interface DueStep {
    /** The most days that a step may add: ten years, beyond which it is a typing mistake. */
    int LONGEST = 3_660;

    /** The date that follows from a date. */
    LocalDate from(LocalDate date, BusinessCalendar calendar);

    /** Calendar days later. */
    record AddDays(int days) implements DueStep {
        public AddDays {
            checkCount(days, "days", LONGEST);
        }

        @Override
        public LocalDate from(LocalDate date, BusinessCalendar calendar) {
            return date.plusDays(days);
        }

        @Override
        public String toString() {
            return TermsPrinter.ENGLISH.step(this);
        }
    }

    /** Weeks later. */
    record AddWeeks(int weeks) implements DueStep {
        public AddWeeks {
            checkCount(weeks, "weeks", LONGEST / 7);
        }

        @Override
        public LocalDate from(LocalDate date, BusinessCalendar calendar) {
            return date.plusWeeks(weeks);
        }

        @Override
        public String toString() {
            return TermsPrinter.ENGLISH.step(this);
        }
    }

    /**
     * The same day of the month so many months later, or the last day of a month that is too short for it: 31 January and
     * one month are 28 or 29 February. Later steps do not remember the 31st.
     */
    record AddMonths(int months) implements DueStep {
        public AddMonths {
            checkCount(months, "months", LONGEST / 30);
        }

        @Override
        public LocalDate from(LocalDate date, BusinessCalendar calendar) {
            return date.plusMonths(months);
        }

        @Override
        public String toString() {
            return TermsPrinter.ENGLISH.step(this);
        }
    }

    /** The last day of the month. */
    record EndOfMonth() implements DueStep {
        @Override
        public LocalDate from(LocalDate date, BusinessCalendar calendar) {
            return date.withDayOfMonth(date.lengthOfMonth());
        }

        @Override
        public String toString() {
            return TermsPrinter.ENGLISH.step(this);
        }
    }

    /** A day of the month so many months ahead, or the last day of a month that is too short for it. */
    record DayOfMonth(int day, int monthsAhead) implements DueStep {
        public DayOfMonth {
            checkDay(day);
            checkCount(monthsAhead, "months ahead", LONGEST / 30);
        }

        @Override
        public LocalDate from(LocalDate date, BusinessCalendar calendar) {
            return clamped(date.withDayOfMonth(1).plusMonths(monthsAhead), day);
        }

        @Override
        public String toString() {
            return TermsPrinter.ENGLISH.step(this);
        }
    }

    /**
     * The first of the pay days on or after the date: each a day of the month, where a month is too short for it its last
     * day.
     */
    record NextDayOfMonth(List<Integer> days) implements DueStep {
        public NextDayOfMonth {
            Checks.that(!days.isEmpty(), () -> "pay days are missing: give one or more, 1 to 31");
            days.forEach(DueStep::checkDay);
            days = List.copyOf(new TreeSet<>(days));
        }

        @Override
        public LocalDate from(LocalDate date, BusinessCalendar calendar) {
            for (int day : days) {
                LocalDate payDay = clamped(date, day);
                if (!payDay.isBefore(date)) {
                    return payDay;
                }
            }
            return clamped(date.withDayOfMonth(1).plusMonths(1), days.get(0));
        }

        @Override
        public String toString() {
            return TermsPrinter.ENGLISH.step(this);
        }
    }

    /** So many months later if the day of the month is after the last one that still belongs to it. */
    record CutoffDay(int lastDay, int elseMonths) implements DueStep {
        public CutoffDay {
            checkDay(lastDay);
            checkCount(elseMonths, "months after the cut-off", LONGEST / 30);
        }

        @Override
        public LocalDate from(LocalDate date, BusinessCalendar calendar) {
            return date.getDayOfMonth() > lastDay ? date.plusMonths(elseMonths) : date;
        }

        @Override
        public String toString() {
            return TermsPrinter.ENGLISH.step(this);
        }
    }

    /** To a business day of the calendar. */
    record ToBusinessDay(BusinessDayRule rule) implements DueStep {
        @Override
        public LocalDate from(LocalDate date, BusinessCalendar calendar) {
            return rule.adjust(date, calendar);
        }

        @Override
        public String toString() {
            return TermsPrinter.ENGLISH.step(this);
        }
    }

    static DueStep days(int days) {
        return new AddDays(days);
    }

    static DueStep weeks(int weeks) {
        return new AddWeeks(weeks);
    }

    static DueStep months(int months) {
        return new AddMonths(months);
    }

    static DueStep endOfMonth() {
        return new EndOfMonth();
    }

    static DueStep dayOfMonth(int day, int monthsAhead) {
        return new DayOfMonth(day, monthsAhead);
    }

    static DueStep nextDayOfMonth(Collection<Integer> days) {
        return new NextDayOfMonth(List.copyOf(days));
    }

    static DueStep cutoffDay(int lastDay, int elseMonths) {
        return new CutoffDay(lastDay, elseMonths);
    }

    static DueStep businessDay(BusinessDayRule rule) {
        return new ToBusinessDay(rule);
    }

    private static void checkCount(int count, String name, int most) {
        Checks.that(
                count >= 0 && count <= most, () -> name + " " + count + " is not between 0 and " + most + ": check it");
    }

    private static void checkDay(int day) {
        Checks.that(day >= 1 && day <= 31, () -> "day " + day + " is no day of a month: give 1 to 31");
    }

    private static LocalDate clamped(LocalDate month, int day) {
        return month.withDayOfMonth(Math.min(day, month.lengthOfMonth()));
    }
}
