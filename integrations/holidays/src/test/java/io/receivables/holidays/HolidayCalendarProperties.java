package io.receivables.holidays;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.terms.BusinessCalendar;
import io.receivables.core.terms.BusinessDayRule;
import java.time.LocalDate;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class HolidayCalendarProperties {
    @Provide
    Arbitrary<HolidayCalendar> calendars() {
        return Arbitraries.of(
                HolidayCalendar.france(),
                HolidayCalendar.alsaceMoselle(),
                HolidayCalendar.canadaFederal(),
                HolidayCalendar.quebec(),
                HolidayCalendar.quebec().withBankHolidays(),
                HolidayCalendar.of("CA", "ON"),
                HolidayCalendar.unitedStatesFederal(),
                HolidayCalendar.of("DE", "BY", "AG"),
                HolidayCalendar.scotland(),
                HolidayCalendar.target());
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        return Arbitraries.integers().between(0, 40_000).map(LocalDate::ofEpochDay);
    }

    @Property
    void an_adjusted_date_is_a_business_day(
            @ForAll("calendars") HolidayCalendar calendar,
            @ForAll("dates") LocalDate date,
            @ForAll BusinessDayRule rule) {
        assertThat(calendar.isBusinessDay(rule.adjust(date, calendar))).isTrue();
    }

    @Property
    void following_is_never_before_and_preceding_never_after(
            @ForAll("calendars") HolidayCalendar calendar, @ForAll("dates") LocalDate date) {
        assertThat(BusinessDayRule.FOLLOWING.adjust(date, calendar)).isAfterOrEqualTo(date);
        assertThat(BusinessDayRule.PRECEDING.adjust(date, calendar)).isBeforeOrEqualTo(date);
    }

    @Property
    void modified_following_stays_in_the_month(
            @ForAll("calendars") HolidayCalendar calendar, @ForAll("dates") LocalDate date) {
        assertThat(BusinessDayRule.MODIFIED_FOLLOWING.adjust(date, calendar).getMonth())
                .isEqualTo(date.getMonth());
    }

    @Property
    void a_day_is_explained_exactly_when_it_is_off(
            @ForAll("calendars") HolidayCalendar calendar, @ForAll("dates") LocalDate date) {
        assertThat(calendar.explain(date, Locale.FRENCH).isEmpty()).isEqualTo(calendar.isBusinessDay(date));
        assertThat(calendar.explain(date, Locale.ENGLISH)).doesNotContain("").noneMatch(String::isBlank);
    }

    @Property
    void a_joint_calendar_works_when_both_do(
            @ForAll("calendars") HolidayCalendar one,
            @ForAll("calendars") HolidayCalendar other,
            @ForAll("dates") LocalDate date) {
        BusinessCalendar both = one.and(other);

        assertThat(both.isBusinessDay(date)).isEqualTo(one.isBusinessDay(date) && other.isBusinessDay(date));
        assertThat(both.next(date)).isAfterOrEqualTo(one.next(date)).isAfterOrEqualTo(other.next(date));
    }
}
