package io.receivables.core.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReferenceRatesTest {
    private static final ReferenceRates SHIPPED = ReferenceRates.shipped();

    private static LocalDate date(String date) {
        return LocalDate.parse(date);
    }

    private static SimpleAnnualRate rate(String series, String date) {
        return SHIPPED.series(series).at(date(date)).rate();
    }

    @Test
    void shipped_rates_are_those_in_force_on_the_day() {
        assertThat(rate(ReferenceRates.ECB_MRO, "2024-06-30")).isEqualTo(SimpleAnnualRate.of("4.5"));
        assertThat(rate(ReferenceRates.ECB_MRO, "2024-07-01")).isEqualTo(SimpleAnnualRate.of("4.25"));
        assertThat(rate(ReferenceRates.DE_BASE, "2022-12-31")).isEqualTo(SimpleAnnualRate.of("-0.88"));
        assertThat(rate(ReferenceRates.UK_BOE_REFERENCE, "2020-12-31")).isEqualTo(SimpleAnnualRate.of("0.10"));
        // the day-by-day rate of the same day is another series
        assertThat(rate(ReferenceRates.UK_BANK_RATE, "2020-03-18")).isEqualTo(SimpleAnnualRate.of("0.25"));
        assertThat(rate(ReferenceRates.FR_LEGAL_PRO, "2024-01-01")).isEqualTo(SimpleAnnualRate.of("5.07"));
        assertThat(rate(ReferenceRates.FR_LEGAL_INDIVIDUAL, "2024-01-01")).isEqualTo(SimpleAnnualRate.of("8.01"));
        assertThat(rate(ReferenceRates.FR_LEGAL_UNTIL_2014, "2014-12-31")).isEqualTo(SimpleAnnualRate.of("0.04"));
        assertThat(SHIPPED.bySeries()).hasSize(7);
        assertThat(SHIPPED.version()).isEqualTo("2026-06");
    }

    @Test
    void each_shipped_value_says_where_it_is_from() {
        assertThat(SHIPPED.bySeries().values())
                .allSatisfy(series -> assertThat(series.values())
                        .isNotEmpty()
                        .allSatisfy(
                                value -> assertThat(value.source()).isNotBlank().doesNotContain("~")));
        RateSeries ecb = SHIPPED.series(ReferenceRates.ECB_MRO);
        assertThat(ecb.at(date("2025-01-01")).indirect()).isFalse();
        assertThat(ecb.at(date("2025-07-01")).indirect()).isTrue();
    }

    @Test
    void a_missing_rate_is_an_error_that_names_series_and_date() {
        RateSeries ecb = SHIPPED.series(ReferenceRates.ECB_MRO);

        assertThat(ecb.on(date("2026-07-01"))).isEmpty();
        assertThatThrownBy(() -> ecb.at(date("2026-07-01")))
                .isInstanceOf(InterestException.class)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("RCV-INTEREST-001: series ECB_MRO has no rate for 2026-07-01")
                .satisfies(e -> assertThat(((InterestException) e).problem().message(Locale.FRENCH))
                        .startsWith("la série ECB_MRO n'a pas de taux au 2026-07-01"));
        assertThatThrownBy(() -> ecb.at(date("2011-12-31"))).hasMessageContaining("2011-12-31");
        assertThatThrownBy(() -> SHIPPED.series("LIBOR"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("series LIBOR is not among [ECB_MRO");
    }

    @Test
    void users_add_values_and_series() {
        RateSeries ecb = SHIPPED.series(ReferenceRates.ECB_MRO)
                .with(date("2026-07-01"), date("2026-12-31"), "2.00", "ecb.europa.eu")
                .with(date("2026-01-01"), date("2026-06-30"), "2.15", "ecb.europa.eu");
        ReferenceRates rates = SHIPPED.with(ecb).with(RateSeries.of("PRIME"));

        assertThat(rates.series(ReferenceRates.ECB_MRO).at(date("2026-12-31")).rate())
                .isEqualTo(SimpleAnnualRate.of("2"));
        // the same days again replace what was there
        assertThat(ecb.at(date("2026-03-01")).indirect()).isFalse();
        assertThat(ecb.values()).hasSize(30);
        assertThat(rates.series("PRIME").values()).isEmpty();
        // those that ship stay as they are
        assertThat(SHIPPED.series(ReferenceRates.ECB_MRO).values()).hasSize(29);
    }

    @Test
    void steps_apply_until_the_next_one() {
        RateSeries prime = RateSeries.steps(
                "PRIME",
                Map.of(
                        date("2024-06-06"), SimpleAnnualRate.of("6.95"),
                        date("2023-07-13"), SimpleAnnualRate.of("7.20")),
                "bank");

        assertThat(prime.at(date("2024-06-05")).rate()).isEqualTo(SimpleAnnualRate.of("7.2"));
        assertThat(prime.at(date("2030-01-01")).rate()).isEqualTo(SimpleAnnualRate.of("6.95"));
        assertThat(prime.on(date("2023-07-12"))).isEmpty();
    }

    @Test
    void a_series_has_one_value_a_day() {
        RateSeries.Value first =
                new RateSeries.Value(date("2024-01-01"), date("2024-06-30"), SimpleAnnualRate.of("4"), "a", false);
        RateSeries.Value overlapping =
                new RateSeries.Value(date("2024-06-30"), date("2024-12-31"), SimpleAnnualRate.of("5"), "b", false);

        assertThatThrownBy(() -> new RateSeries("X", List.of(overlapping, first)))
                .hasMessageContaining("series X has two values on 2024-06-30");
        assertThatThrownBy(() -> RateSeries.of("X").with(date("2024-02-01"), date("2024-01-31"), "1", "a"))
                .hasMessageContaining("ends before it begins");
        assertThatThrownBy(() -> RateSeries.of(" ")).hasMessageContaining("series is blank");
    }
}
