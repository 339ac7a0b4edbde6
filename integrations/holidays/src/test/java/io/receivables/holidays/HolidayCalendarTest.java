package io.receivables.holidays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.core.terms.BusinessCalendar;
import io.receivables.core.terms.BusinessDayRule;
import io.receivables.core.terms.DueRule;
import io.receivables.core.terms.DueStep;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidayCalendarTest {
    private static final Map<String, HolidayCalendar> NAMED = Map.ofEntries(
            Map.entry("france", HolidayCalendar.france()),
            Map.entry("alsace-moselle", HolidayCalendar.alsaceMoselle()),
            Map.entry("canada-federal", HolidayCalendar.canadaFederal()),
            Map.entry("quebec", HolidayCalendar.quebec()),
            Map.entry("us-federal", HolidayCalendar.unitedStatesFederal()),
            Map.entry("federal-reserve", HolidayCalendar.federalReserve()),
            Map.entry("germany", HolidayCalendar.germany()),
            Map.entry("england", HolidayCalendar.england()),
            Map.entry("scotland", HolidayCalendar.scotland()),
            Map.entry("northern-ireland", HolidayCalendar.northernIreland()),
            Map.entry("target", HolidayCalendar.target()));

    private static LocalDate date(String text) {
        return LocalDate.parse(text);
    }

    /** Published lists, each with all holidays of the year, those on weekends too. */
    @ParameterizedTest
    @CsvSource({
        // service-public.fr, jours fériés 2024 and 2025
        "france, 2024, 01-01 04-01 05-01 05-08 05-09 05-20 07-14 08-15 11-01 11-11 12-25",
        "france, 2025, 01-01 04-21 05-01 05-08 05-29 06-09 07-14 08-15 11-01 11-11 12-25",
        "alsace-moselle, 2025, 01-01 04-18 04-21 05-01 05-08 05-29 06-09 07-14 08-15 11-01 11-11 12-25 12-26",
        // Canada Labour Code, section 166
        "canada-federal, 2024, 01-01 03-29 05-20 07-01 09-02 09-30 10-14 11-11 12-25 12-26",
        "canada-federal, 2020, 01-01 04-10 05-18 07-01 09-07 10-12 11-11 12-25 12-26",
        // CNESST, jours fériés 2024 and 2025, with both Good Friday and Easter Monday
        "quebec, 2024, 01-01 03-29 04-01 05-20 06-24 07-01 09-02 10-14 12-25",
        "quebec, 2025, 01-01 04-18 04-21 05-19 06-24 07-01 09-01 10-13 12-25",
        // US Office of Personnel Management, federal holidays 2021, 2022 and 2023
        "us-federal, 2021, 01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31",
        "us-federal, 2022, 01-17 02-21 05-30 06-20 07-04 09-05 10-10 11-11 11-24 12-26",
        "us-federal, 2023, 01-02 01-16 02-20 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25",
        // Federal Reserve Bank Services: closed on Monday for a Sunday, open on Friday before a Saturday
        "federal-reserve, 2021, 01-01 01-18 02-15 05-31 06-19 07-05 09-06 10-11 11-11 11-25 12-25",
        // German law of each Land has these nine
        "germany, 2024, 01-01 03-29 04-01 05-01 05-09 05-20 10-03 12-25 12-26",
        // gov.uk bank holidays 2022, with the Platinum Jubilee and the State Funeral
        "england, 2022, 01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
        "england, 2023, 01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
        "scotland, 2023, 01-02 01-03 04-07 05-01 05-08 05-29 08-07 11-30 12-25 12-26",
        "northern-ireland, 2023, 01-02 03-17 04-07 04-10 05-01 05-08 05-29 07-12 08-28 12-25 12-26",
        // European Central Bank, TARGET closing days
        "target, 2024, 01-01 03-29 04-01 05-01 12-25 12-26",
        "target, 2025, 01-01 04-18 04-21 05-01 12-25 12-26"
    })
    void the_holidays_are_those_that_were_published(String calendar, int year, String days) {
        assertThat(NAMED.get(calendar).holidays(year))
                .extracting(Holiday::date)
                .containsExactlyElementsOf(Arrays.stream(days.split(" "))
                        .map(day -> date(year + "-" + day))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "CA, ON, 2024-02-19",
        "CA, AB, 2024-02-19",
        "CA, BC, 2024-08-05",
        "CA, MB, 2024-02-19",
        "CA, NB, 2024-08-05",
        "CA, NL, 2024-11-11",
        "CA, NS, 2024-11-11",
        "CA, PE, 2024-02-19",
        "CA, SK, 2024-08-05",
        "CA, YT, 2024-08-19",
        "CA, NT, 2024-06-21",
        "CA, NU, 2024-07-09",
        "DE, BY, 2024-01-06",
        "DE, SN, 2024-11-20",
        "DE, BE, 2024-03-08",
        "DE, NW, 2024-05-30",
        "US, CT, 2024-03-29"
    })
    void a_part_has_holidays_that_the_whole_country_has_not(String country, String part, String day) {
        boolean banks = country.equals("CA");
        HolidayCalendar whole = HolidayCalendar.of(country);
        HolidayCalendar within = HolidayCalendar.of(country, part);

        assertThat(dates(whole)).doesNotContain(date(day));
        assertThat(dates(banks ? within.withBankHolidays() : within))
                .contains(date(day))
                .containsAll(dates(whole));
    }

    private static List<LocalDate> dates(HolidayCalendar calendar) {
        return calendar.holidays(2024).stream().map(Holiday::date).toList();
    }

    @Test
    void bank_holidays_count_when_they_are_asked_for() {
        LocalDate remembrance = date("2024-11-11");

        assertThat(HolidayCalendar.quebec().isBusinessDay(remembrance)).isTrue();
        assertThat(HolidayCalendar.quebec().withBankHolidays().isBusinessDay(remembrance))
                .isFalse();
    }

    @Test
    void a_new_years_day_that_is_kept_in_december_belongs_to_the_year_before() {
        // 1 January 2022 was a Saturday
        assertThat(HolidayCalendar.unitedStatesFederal().isBusinessDay(date("2021-12-31")))
                .isFalse();
        assertThat(HolidayCalendar.federalReserve().isBusinessDay(date("2021-12-31")))
                .isTrue();
    }

    @Test
    void a_day_off_is_explained_in_english_and_french() {
        HolidayCalendar quebec = HolidayCalendar.quebec();

        assertThat(quebec.explain(date("2024-06-24"), Locale.ENGLISH))
                .containsExactly("National Holiday (Saint-Jean-Baptiste Day)");
        assertThat(quebec.explain(date("2024-06-24"), Locale.CANADA_FRENCH))
                .containsExactly("Fête nationale (Saint-Jean-Baptiste)");
        assertThat(HolidayCalendar.france().explain(date("2024-07-14"), Locale.FRENCH))
                .containsExactly("dimanche", "Fête nationale");
        assertThat(HolidayCalendar.of("DE", "BY").explain(date("2024-01-06"), Locale.ENGLISH))
                .containsExactly("Saturday", "Epiphany");
        assertThat(quebec.explain(date("2024-06-25"), Locale.ENGLISH)).isEmpty();
    }

    @Test
    void names_do_not_depend_on_the_default_locale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.FRANCE);
            assertThat(HolidayCalendar.of("IE").explain(date("2031-04-14"), Locale.ENGLISH))
                    .containsExactly("Easter Monday");
            Locale.setDefault(Locale.GERMANY);
            assertThat(HolidayCalendar.of("IE").explain(date("2032-03-29"), Locale.ENGLISH))
                    .containsExactly("Easter Monday");
            assertThat(HolidayCalendar.of("IE").explain(date("2032-03-29"), Locale.FRENCH))
                    .containsExactly("Lundi de Pâques");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void a_due_date_moves_past_the_holidays_of_two_places() {
        BusinessCalendar calendar = HolidayCalendar.quebec().and(HolidayCalendar.target());
        DueRule rule = DueRule.of(DueStep.days(30), DueStep.businessDay(BusinessDayRule.FOLLOWING));

        assertThat(rule.from(date("2024-05-25"), calendar)).isEqualTo("2024-06-25");
        // Labour Day of Europe, though Quebec works
        assertThat(rule.from(date("2024-04-01"), calendar)).isEqualTo("2024-05-02");
    }

    @Test
    void the_weekend_may_be_another() {
        HolidayCalendar gulf = HolidayCalendar.of("KW").withWeekend(List.of(DayOfWeek.SATURDAY, DayOfWeek.FRIDAY));

        // 7 March 2024 is a Thursday
        assertThat(gulf.next(date("2024-03-07"))).isEqualTo("2024-03-10");
        assertThat(gulf).hasToString("KW, weekend FRIDAY SATURDAY");
        assertThat(gulf.withWeekend(List.of())).hasToString("KW, weekend none");
        assertThatThrownBy(() -> gulf.withWeekend(List.of(DayOfWeek.values())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("all days of the week");
    }

    @Test
    void calendars_of_the_same_region_are_equal() {
        assertThat(HolidayCalendar.of("ca", "qc"))
                .isEqualTo(HolidayCalendar.quebec())
                .hasSameHashCodeAs(HolidayCalendar.quebec())
                .hasToString("CA-QC");
        assertThat(HolidayCalendar.quebec()).isNotEqualTo(HolidayCalendar.of("CA"));
        assertThat(HolidayCalendar.quebec().withBankHolidays())
                .isNotEqualTo(HolidayCalendar.quebec())
                .isEqualTo(HolidayCalendar.quebec().withBankHolidays().withBankHolidays())
                .hasToString("CA-QC with bank holidays");
        assertThat(HolidayCalendar.quebec().withWeekend(List.of(DayOfWeek.SUNDAY)))
                .isNotEqualTo(HolidayCalendar.quebec());
        assertThat(HolidayCalendar.quebec().and(HolidayCalendar.target()))
                .isEqualTo(HolidayCalendar.quebec().and(HolidayCalendar.target()));
    }

    @Test
    void what_is_not_known_is_refused_with_what_is() {
        assertThatThrownBy(() -> HolidayCalendar.of("XX"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("country \"XX\"")
                .hasMessageContaining("CA");
        assertThatThrownBy(() -> HolidayCalendar.of("CA", "QQ"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("part of CA \"QQ\"")
                .hasMessageContaining("QC");
        assertThatThrownBy(() -> HolidayCalendar.of("../../etc")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HolidayCalendar.france().isBusinessDay(LocalDate.MAX))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("outside the years");
    }

    @Test
    void the_first_and_the_last_year_are_answered() {
        assertThat(HolidayCalendar.france().isBusinessDay(date("1900-01-01"))).isFalse();
        assertThat(HolidayCalendar.france().isBusinessDay(date("9999-12-31"))).isTrue();
    }

    @Test
    void threads_may_share_a_calendar_whatever_their_class_loader() {
        List<CompletableFuture<Integer>> answers = IntStream.range(0, 8)
                .mapToObj(number -> CompletableFuture.supplyAsync(() -> {
                    Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
                    return IntStream.range(1950, 2100)
                            .map(year -> HolidayCalendar.of("AT").holidays(year).size())
                            .sum();
                }))
                .toList();

        assertThat(answers.stream().map(CompletableFuture::join).distinct()).hasSize(1);
    }
}
