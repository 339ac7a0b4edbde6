package io.receivables.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateFormatsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "yyyy-MM-dd|2026-02-28|2026-02-28",
                "dd/MM/yyyy|29/02/2024|2024-02-29",
                "M/d/yyyy|1/2/2013|2013-01-02",
                "M/d/yyyy|01/02/2013|2013-01-02",
                "M/d/yyyy|12/31/2013|2013-12-31",
                "d.M.yy|1.2.13|2013-02-01",
                "yyyyMMdd|20260331|2026-03-31",
                "dd MMM yyyy|05 Mar 2026|2026-03-05",
                "d MMMM yyyy|5 march 2026|2026-03-05",
                "d MMMM yyyy|5 MARS 2026|2026-03-05",
                "d MMMM yyyy|15 août 2026|2026-08-15",
                "dd-MMM-yy|05-déc.-26|2026-12-05",
                "EEEE d MMMM yyyy|mercredi 31 décembre 2025|2025-12-31",
                "yyyy-MM-dd HH:mm:ss|2026-03-31 23:59:59|2026-03-31",
                "yyyy-MM-dd'T'HH:mm:ss[.SSS][XXX]|2026-03-31T00:30:00+02:00|2026-03-31",
                "yyyy-MM-dd'T'HH:mm:ss[.SSS][XXX]|2026-03-31T00:30:00|2026-03-31",
                "d 'day' M yyyy|5 day 3 2026|2026-03-05",
                "uuuu-MM-dd|2026-02-28|2026-02-28",
                "yyyy-DDD|2026-060|2026-03-01",
            })
    void a_date_is_read_by_its_pattern(String pattern, String text, LocalDate expected) {
        assertThat(DateFormats.of(List.of(pattern)).parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dd/MM/yyyy|31/02/2026",
                "dd/MM/yyyy|29/02/2026",
                "dd/MM/yyyy|00/01/2026",
                "dd/MM/yyyy|01/13/2026",
                "dd/MM/yyyy|1/2/2026",
                "dd/MM/yyyy|01/02/26",
                "dd/MM/yyyy|01/02/2026 10:00",
                "d/M/yyyy|003/4/2026",
                "d/M/yyyy|3/004/2026",
                "d/M/yyyy|-3/4/2026",
                "yyyy-MM-dd|2026-03",
                "yyyy-MM-dd|26-03-01",
                "yyyy-MM-dd HH:mm|2026-03-01 24:30",
                "dd MMM yyyy|05 Mrz 2026",
            })
    void what_a_pattern_does_not_say_is_refused(String pattern, String text) {
        assertThat(DateFormats.of(List.of(pattern)).parse(text)).isNull();
    }

    @Test
    void patterns_are_tried_in_order() {
        DateFormats dates = DateFormats.of(List.of("dd/MM/yyyy", "MM/dd/yyyy"));

        assertThat(dates.parse("03/04/2026")).isEqualTo(LocalDate.parse("2026-04-03"));
        assertThat(dates.parse("03/14/2026")).isEqualTo(LocalDate.parse("2026-03-14"));
        assertThat(dates.parse("13/14/2026")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "dd/MM",
                "MM/yyyy",
                "yyyy",
                "DD/MM/YYYY",
                "dd/mm/yyyy",
                "dd/MM/yyyy'",
                "{",
                "[dd",
                "jj/mm/aaaa",
                "p"
            })
    void a_pattern_that_tells_no_day_is_refused(String pattern) {
        assertThatThrownBy(() -> DateFormats.of(List.of(pattern)))
                .isInstanceOf(CsvException.class)
                .hasMessageContaining("dateFormats to \"" + pattern + "\"")
                .hasMessageContaining("such as \"dd/MM/yyyy\"");
    }

    @Test
    void more_dates_than_are_remembered_are_read_as_well() {
        DateFormats dates = DateFormats.of(List.of("yyyy-MM-dd"));
        LocalDate first = LocalDate.parse("1950-01-01");

        for (int day = 0; day < 25_000; day++) {
            LocalDate date = first.plusDays(day);
            assertThat(dates.parse(date.toString())).isEqualTo(date);
        }
    }

    @Test
    void an_endless_text_is_no_date() {
        assertThat(DateFormats.of(List.of("yyyy-MM-dd")).parse("2026-03-01".repeat(100_000)))
                .isNull();
    }
}
