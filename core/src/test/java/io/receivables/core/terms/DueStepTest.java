package io.receivables.core.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueStepTest {
    private static LocalDate date(String text) {
        return LocalDate.parse(text);
    }

    private static LocalDate after(String date, DueStep... steps) {
        return DueRule.of(steps).from(date(date), BusinessCalendar.weekdays());
    }

    @ParameterizedTest
    @CsvSource({
        // 28 days of February and 2 of March; a leap year has 29
        "2023-01-31, 30, 2023-03-02",
        "2024-01-31, 30, 2024-03-01",
        "2024-02-29, 0, 2024-02-29",
        "2024-12-26, 30, 2025-01-25"
    })
    void days_are_calendar_days(String from, int days, String to) {
        assertThat(after(from, DueStep.days(days))).isEqualTo(to);
    }

    @ParameterizedTest
    @CsvSource({
        "2023-01-31, 1, 2023-02-28",
        "2024-01-31, 1, 2024-02-29",
        "2024-01-31, 3, 2024-04-30",
        "2024-02-29, 12, 2025-02-28"
    })
    void months_keep_the_day_or_take_the_last(String from, int months, String to) {
        assertThat(after(from, DueStep.months(months))).isEqualTo(to);
    }

    @Test
    void later_steps_do_not_remember_a_day_that_was_cut() {
        assertThat(after("2024-01-31", DueStep.months(1), DueStep.months(1))).isEqualTo("2024-03-29");
    }

    @Test
    void the_order_of_steps_matters() {
        // 2 January + 45 days = 16 February, end of month 28; end of January + 45 days = 17 March
        assertThat(after("2014-01-02", DueStep.days(45), DueStep.endOfMonth())).isEqualTo("2014-02-28");
        assertThat(after("2014-01-02", DueStep.endOfMonth(), DueStep.days(45))).isEqualTo("2014-03-17");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-05-23, 10, 1, 2024-06-10",
        "2024-05-23, 31, 1, 2024-06-30",
        "2024-01-31, 30, 1, 2024-02-29",
        "2024-05-23, 10, 0, 2024-05-10",
        "2024-12-05, 15, 2, 2025-02-15"
    })
    void a_day_of_a_month_ahead(String from, int day, int months, String to) {
        assertThat(after(from, DueStep.dayOfMonth(day, months))).isEqualTo(to);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-05, 2024-03-05",
        "2024-03-06, 2024-03-20",
        "2024-03-21, 2024-03-31",
        "2024-02-21, 2024-02-29",
        "2024-04-30, 2024-04-30"
    })
    void pay_days_in_any_order(String from, String to) {
        assertThat(after(from, DueStep.nextDayOfMonth(List.of(31, 5, 20)))).isEqualTo(to);
    }

    @Test
    void pay_days_roll_into_the_next_month() {
        assertThat(after("2024-12-21", DueStep.nextDayOfMonth(List.of(20)))).isEqualTo("2025-01-20");
        assertThat(DueStep.nextDayOfMonth(List.of(20, 5, 5))).isEqualTo(DueStep.nextDayOfMonth(List.of(5, 20)));
    }

    @ParameterizedTest
    @CsvSource({"2024-01-25, 2024-01-25", "2024-01-26, 2024-02-26", "2024-01-31, 2024-02-29"})
    void the_cut_off_day_itself_still_belongs_to_the_month(String from, String to) {
        assertThat(after(from, DueStep.cutoffDay(25, 1))).isEqualTo(to);
    }

    @ParameterizedTest
    @CsvSource({
        // Good Friday 29 March and Easter Monday 1 April 2024
        "2024-03-29, FOLLOWING, 2024-04-02",
        "2024-03-29, MODIFIED_FOLLOWING, 2024-03-28",
        "2024-03-29, PRECEDING, 2024-03-28",
        "2024-03-16, MODIFIED_FOLLOWING, 2024-03-18",
        "2024-03-28, FOLLOWING, 2024-03-28"
    })
    void business_days(String from, BusinessDayRule rule, String to) {
        BusinessCalendar easter = BusinessCalendar.without(
                Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), List.of(date("2024-03-29"), date("2024-04-01")));

        assertThat(DueStep.businessDay(rule).from(date(from), easter)).isEqualTo(to);
    }

    @Test
    void other_weekends_and_joint_calendars() {
        BusinessCalendar gulf = BusinessCalendar.without(Set.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY), List.of());
        BusinessCalendar both = gulf.and(BusinessCalendar.weekdays());

        // 7 March 2024 is a Thursday
        assertThat(gulf.next(date("2024-03-07"))).isEqualTo("2024-03-10");
        assertThat(both.next(date("2024-03-07"))).isEqualTo("2024-03-11");
        assertThat(both.previous(date("2024-03-11"))).isEqualTo("2024-03-07");
        assertThat(both).isEqualTo(gulf.and(BusinessCalendar.weekdays()));
    }

    @Test
    void a_calendar_without_business_days_is_refused_instead_of_searched_for_ever() {
        BusinessCalendar never = date -> false;

        assertThatThrownBy(() -> never.next(date("2024-03-07")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no business day within a year after 2024-03-07");
        assertThatThrownBy(() -> BusinessCalendar.without(Set.of(DayOfWeek.values()), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("weekend");
    }

    @Test
    void impossible_steps_are_refused() {
        assertThatThrownBy(() -> DueStep.days(-1)).hasMessageContaining("days -1");
        assertThatThrownBy(() -> DueStep.days(3_661)).hasMessageContaining("days 3661");
        assertThatThrownBy(() -> DueStep.weeks(-1)).hasMessageContaining("weeks -1");
        assertThatThrownBy(() -> DueStep.months(200)).hasMessageContaining("months 200");
        assertThatThrownBy(() -> DueStep.dayOfMonth(0, 1)).hasMessageContaining("day 0");
        assertThatThrownBy(() -> DueStep.dayOfMonth(32, 1)).hasMessageContaining("day 32");
        assertThatThrownBy(() -> DueStep.dayOfMonth(1, -1)).hasMessageContaining("months ahead -1");
        assertThatThrownBy(() -> DueStep.nextDayOfMonth(List.of())).hasMessageContaining("pay days");
        assertThatThrownBy(() -> DueStep.nextDayOfMonth(List.of(5, 32))).hasMessageContaining("day 32");
        assertThatThrownBy(() -> DueStep.cutoffDay(0, 1)).hasMessageContaining("day 0");
    }
}
