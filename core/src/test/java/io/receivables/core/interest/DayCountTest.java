package io.receivables.core.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DayCountTest {
    private static LocalDate date(String date) {
        return LocalDate.parse(date);
    }

    @Test
    void calendar_days_are_those_after_the_first_date() {
        assertThat(DayCount.ACT_365F.days(date("2024-02-28"), date("2024-03-01")))
                .isEqualTo(2);
        assertThat(DayCount.ACT_360.days(date("2023-02-28"), date("2023-03-01")))
                .isEqualTo(1);
        assertThat(DayCount.ACT_ACT.days(date("2024-03-01"), date("2024-03-01")))
                .isZero();
        assertThatThrownBy(() -> DayCount.ACT_365F.days(date("2024-03-02"), date("2024-03-01")))
                .hasMessageContaining("the end lies before the start");
    }

    @Test
    void months_of_30_days_have_no_31st() {
        assertThat(DayCount.THIRTY_E_360.days(date("2003-02-15"), date("2003-03-15")))
                .isEqualTo(30);
        assertThat(DayCount.THIRTY_E_360.days(date("2024-01-31"), date("2024-02-29")))
                .isEqualTo(29);
        assertThat(DayCount.THIRTY_E_360.days(date("2024-01-30"), date("2024-01-31")))
                .isZero();
        assertThat(DayCount.THIRTY_E_360.days(date("2024-01-31"), date("2025-01-31")))
                .isEqualTo(360);
    }

    @Test
    void a_year_is_as_long_as_the_convention_says() {
        assertThat(Arrays.stream(DayCount.values())
                        .map(count -> count.yearDays(date("2024-06-30")) + " " + count.yearDays(date("2023-06-30"))))
                .containsExactly("365 365", "360 360", "366 365", "360 360");
    }

    @Test
    void names_are_pinned() {
        assertThat(Arrays.stream(DayCount.values()).map(DayCount::canonicalName))
                .containsExactly("act/365f", "act/360", "act/act", "30e/360");
        assertThat(Arrays.stream(RateRule.values()).map(RateRule::canonicalName))
                .containsExactly("by-day", "fixed-at-default");
        assertThat(DayCount.values())
                .allSatisfy(count -> assertThat(count.aliases()).isNotEmpty());
        assertThat(DayCount.THIRTY_E_360.citation()).isEqualTo("2006 ISDA Definitions, section 4.16(g)");
        assertThat(RateRule.FIXED_AT_DEFAULT.citation()).contains("SI 2002/1675");
        assertThat(RateRule.BY_DAY.aliases()).contains("taux variable");
    }
}
