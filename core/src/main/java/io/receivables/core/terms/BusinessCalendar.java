package io.receivables.core.terms;

import io.receivables.core.internal.Checks;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;

/**
 * Which days are business days. The calendars made here are values: equal when their days off are. For others, such as
 * those of a country's holidays, implement {@link #isBusinessDay}.
 */
@FunctionalInterface
public interface BusinessCalendar {
    boolean isBusinessDay(LocalDate date);

    /** Monday to Friday. */
    static BusinessCalendar weekdays() {
        return DaysOff.WEEKENDS;
    }

    /** Every day but these weekdays and dates; no weekday at all for a calendar of holidays alone. */
    static BusinessCalendar without(Collection<DayOfWeek> weekend, Collection<LocalDate> holidays) {
        return new DaysOff(Set.copyOf(weekend), Set.copyOf(holidays));
    }

    /** The days that are business days in both calendars. */
    default BusinessCalendar and(BusinessCalendar other) {
        return new JointCalendar(this, other);
    }

    /**
     * The first business day after a date.
     *
     * @throws IllegalArgumentException if there is none within a year
     */
    default LocalDate next(LocalDate date) {
        return search(date, 1);
    }

    /**
     * The last business day before a date.
     *
     * @throws IllegalArgumentException if there is none within a year
     */
    default LocalDate previous(LocalDate date) {
        return search(date, -1);
    }

    private LocalDate search(LocalDate date, int direction) {
        LocalDate day = date;
        for (int tried = 0; tried < 366; tried++) {
            day = day.plusDays(direction);
            if (isBusinessDay(day)) {
                return day;
            }
        }
        throw new IllegalArgumentException("calendar " + this + " has no business day within a year "
                + (direction > 0 ? "after " : "before ") + date);
    }

    /** A calendar of weekdays and dates that are off. */
    record DaysOff(Set<DayOfWeek> weekend, Set<LocalDate> holidays) implements BusinessCalendar {
        private static final DaysOff WEEKENDS = new DaysOff(Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), Set.of());

        public DaysOff {
            weekend = Set.copyOf(weekend);
            holidays = Set.copyOf(holidays);
            int off = weekend.size();
            Checks.that(off < DayOfWeek.values().length, () -> "weekend has all days of the week: leave one");
        }

        @Override
        public boolean isBusinessDay(LocalDate date) {
            return !weekend.contains(date.getDayOfWeek()) && !holidays.contains(date);
        }
    }

    /** The business days that two calendars share. */
    record JointCalendar(BusinessCalendar first, BusinessCalendar second) implements BusinessCalendar {
        @Override
        public boolean isBusinessDay(LocalDate date) {
            return first.isBusinessDay(date) && second.isBusinessDay(date);
        }
    }
}
