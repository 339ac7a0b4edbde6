package io.receivables.metrics;

import static io.receivables.metrics.internal.TestLedgers.date;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class WindowTest {
    @Test
    void window_of_days_holds_exactly_so_many_with_the_as_of_date() {
        Window window = Window.days(90);

        assertThat(window.firstDay(date("2026-03-31"))).isEqualTo("2026-01-01");
        assertThat(window.firstDay(date("2024-03-31"))).isEqualTo("2024-01-02"); // leap year
        assertThat(window.days(date("2024-03-31"))).isEqualTo(90);
        assertThat(window.canEndOn(date("2026-03-15"))).isTrue();
        assertThat(window.code()).isEqualTo("90");
    }

    @Test
    void window_of_months_holds_whole_ones() {
        Window window = Window.months(3);

        assertThat(window.firstDay(date("2026-02-28"))).isEqualTo("2025-12-01");
        assertThat(window.days(date("2026-02-28"))).isEqualTo(90); // 31 + 31 + 28
        assertThat(window.days(date("2024-02-29"))).isEqualTo(91);
        assertThat(window.canEndOn(date("2026-02-28"))).isTrue();
        assertThat(window.canEndOn(date("2024-02-28"))).isFalse();
        assertThat(window.code()).isEqualTo("3m");
    }

    @Test
    void window_to_date_holds_everything() {
        assertThat(Window.toDate().firstDay(date("2026-02-27"))).isEqualTo("1900-01-01");
        assertThat(Window.toDate().canEndOn(date("2026-02-27"))).isTrue();
        assertThat(Window.toDate().code()).isEqualTo("to-date");
    }

    @Test
    void lengths_out_of_range_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Window.months(0))
                .withMessage("window length 0 months is not between 1 and 36600");
        assertThatIllegalArgumentException().isThrownBy(() -> Window.days(36_601));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Window(Window.Span.TO_DATE, 1))
                .withMessage("window length 1 to-date: must be 0");
        assertThat(Window.days(36_600).length()).isEqualTo(36_600);
        assertThat(Window.days(1).firstDay(date("2026-02-27"))).isEqualTo("2026-02-27");
    }

    @Test
    void month_ends_between_dates_include_both() {
        assertThat(MonthEnds.between(date("2024-01-31"), date("2024-03-31")))
                .containsExactly(date("2024-01-31"), date("2024-02-29"), date("2024-03-31"));
        assertThat(MonthEnds.between(date("2024-02-01"), date("2024-02-28"))).isEmpty();
        assertThat(MonthEnds.between(date("2024-02-29"), date("2024-02-29"))).hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MonthEnds.between(date("2024-02-02"), date("2024-02-01")))
                .withMessage("to 2024-02-01 is before from 2024-02-02");
    }

    @Test
    void last_month_ends_begin_with_the_newest() {
        assertThat(MonthEnds.last(2, date("2024-03-31"))).containsExactly(date("2024-03-31"), date("2024-02-29"));
        assertThat(MonthEnds.last(2, date("2024-03-30"))).containsExactly(date("2024-02-29"), date("2024-01-31"));
        assertThat(MonthEnds.isMonthEnd(date("2024-02-29"))).isTrue();
        assertThat(MonthEnds.isMonthEnd(date("2024-02-28"))).isFalse();
    }
}
