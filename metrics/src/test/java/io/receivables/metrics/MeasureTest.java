package io.receivables.metrics;

import static io.receivables.metrics.internal.TestLedgers.date;
import static io.receivables.metrics.internal.TestLedgers.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MeasureTest {
    private static Measure.Builder draft() {
        return Measure.of(MeasureKind.SIMPLE_DSO)
                .input("receivables", number("10"))
                .input("days", 90);
    }

    @Test
    void value_is_rounded_only_when_asked_for() {
        Measure measure = draft().value(number("12.345678"));

        assertThat(measure.value()).contains(number("12.345678"));
        assertThat(measure.value(2, RoundingMode.HALF_UP)).contains(number("12.35"));
        assertThat(measure.unit()).isEqualTo(Unit.DAYS);
        assertThat(measure.kind()).isEqualTo(MeasureKind.SIMPLE_DSO);
        assertThat(measure.name()).isEqualTo("simple-dso");
        assertThat(measure.convention()).isEqualTo("simple-dso");
        assertThat(measure.problem()).isEmpty();
        assertThat(measure.reason()).isEmpty();
        assertThat(measure.reason(Locale.FRENCH)).isEmpty();
        assertThat(measure).hasToString("simple-dso = 12.345678 days");
    }

    @Test
    void values_have_one_representation() {
        assertThat(draft().value(number("2E+1")).value()).contains(number("20"));
        assertThat(draft().value(number("20.00")).value()).contains(number("20"));
        assertThat(draft().value(number("0E+2")).value()).contains(BigDecimal.ZERO);
        assertThat(draft().value(number("0.50")).value()).contains(number("0.5"));
    }

    @Test
    void reason_is_told_in_english_and_french() {
        Measure measure = draft().undefined(MeasureReason.NO_SALES, "sales", number("0E-5"));

        assertThat(measure.status()).isEqualTo(MeasureStatus.UNDEFINED);
        assertThat(measure.reason())
                .isEqualTo("sales are 0.00000: without sales above zero there is nothing to measure against");
        assertThat(measure.reason(Locale.CANADA_FRENCH)).startsWith("les ventes sont de 0.00000 :");
        assertThat(measure.reason(Locale.GERMAN)).isEqualTo(measure.reason());
        assertThat(measure).hasToString("simple-dso = undefined (UNDEFINED: " + measure.reason() + ")");
    }

    @Test
    void value_with_a_reason_has_the_status_of_the_reason() {
        Measure measure = draft().value(BigDecimal.ZERO, MeasureReason.NOTHING_OWED, "receivables", number("-1"));

        assertThat(measure.status()).isEqualTo(MeasureStatus.NO_RECEIVABLES);
        assertThat(measure.value()).contains(BigDecimal.ZERO);
        assertThat(draft().valueLike(measure, BigDecimal.TEN))
                .satisfies(like -> assertThat(like.status()).isEqualTo(MeasureStatus.NO_RECEIVABLES))
                .satisfies(like -> assertThat(like.problem()).isEqualTo(measure.problem()))
                .satisfies(like -> assertThat(like.value()).contains(BigDecimal.TEN));
    }

    @Test
    void inputs_keep_their_order_and_cannot_be_changed() {
        Measure measure = draft().value(BigDecimal.ONE).with("sales", number("3"));

        assertThat(measure.inputs().keySet()).containsExactly("receivables", "days", "sales");
        assertThat(measure.input("days")).isEqualTo(number("90"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> measure.input("tax"))
                .withMessage("simple-dso has no input \"tax\": it has [receivables, days, sales]");
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> measure.inputs().put("x", BigDecimal.ONE));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> measure.warnings().add(MeasureWarning.PARTIAL_MONTH));
    }

    @Test
    void further_input_replaces_one_of_its_name() {
        assertThat(draft().value(BigDecimal.ONE).with("days", number("91")).input("days"))
                .isEqualTo(number("91"));
    }

    @Test
    void change_of_name_keeps_everything_else() {
        Measure plain =
                draft().warn(MeasureWarning.SEASONAL_SALES).undefined(MeasureReason.NO_SALES, "sales", BigDecimal.ZERO);
        Measure named = plain.named("simple-dso-90", "simple-dso-90; x");

        assertThat(named.name()).isEqualTo("simple-dso-90");
        assertThat(named.convention()).isEqualTo("simple-dso-90; x");
        assertThat(named.inputs()).isEqualTo(plain.inputs());
        assertThat(named.warnings()).containsExactly(MeasureWarning.SEASONAL_SALES);
        assertThat(named.problem()).isEqualTo(plain.problem());
        assertThat(named.with(MeasureWarning.NEGATIVE_RECEIVABLES).warnings())
                .containsExactly(MeasureWarning.SEASONAL_SALES, MeasureWarning.NEGATIVE_RECEIVABLES);
        assertThat(named.with(MeasureWarning.NEGATIVE_RECEIVABLES).name()).isEqualTo("simple-dso-90");
    }

    @Test
    void equal_measures_agree_in_everything() {
        Measure one = draft().value(BigDecimal.ONE);

        assertThat(one).isEqualTo(draft().value(BigDecimal.ONE)).hasSameHashCodeAs(draft().value(BigDecimal.ONE));
        assertThat(one)
                .isNotEqualTo(draft().value(BigDecimal.TEN))
                .isNotEqualTo(one.named("a", one.convention()))
                .isNotEqualTo(one.named(one.name(), "a"))
                .isNotEqualTo(one.with(MeasureWarning.PARTIAL_MONTH))
                .isNotEqualTo(one.with("a", BigDecimal.ONE))
                .isNotEqualTo(Measure.of(MeasureKind.BEST_POSSIBLE_DSO)
                        .input("receivables", number("10"))
                        .input("days", 90)
                        .value(BigDecimal.ONE)
                        .named("simple-dso", "simple-dso"))
                .isNotEqualTo(draft().value(BigDecimal.ONE, MeasureReason.NOTHING_OWED))
                .isNotEqualTo("simple-dso");
        assertThat(draft().value(BigDecimal.ONE, MeasureReason.NOTHING_OWED, "receivables", "1"))
                .isNotEqualTo(draft().value(BigDecimal.ONE, MeasureReason.NOTHING_OWED, "receivables", "2"));
    }

    @Test
    void measures_are_held_by_currency_in_order() {
        Measure one = draft().value(BigDecimal.ONE);
        Measures measures = Measures.of(Map.of("USD", one, "CAD", one));

        assertThat(measures.currencies()).isEqualTo(List.of("CAD", "USD"));
        assertThat(measures.in("CAD")).isEqualTo(one);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> measures.byCurrency().clear());
    }

    @Test
    void series_is_held_by_date_in_order() {
        Measures measures = Measures.of(Map.of("CAD", draft().value(BigDecimal.ONE)));
        TreeMap<java.time.LocalDate, Measures> byDate = new TreeMap<>();
        byDate.put(date("2026-02-28"), measures);
        byDate.put(date("2026-01-31"), Measures.of(Map.of()));
        MeasureSeries series = new MeasureSeries(byDate);
        byDate.clear();

        assertThat(series.dates()).containsExactly(date("2026-01-31"), date("2026-02-28"));
        assertThat(series.at(date("2026-02-28"))).isEqualTo(measures);
        assertThat(series.in("CAD")).containsOnlyKeys(date("2026-02-28"));
        assertThat(series.in("USD")).isEmpty();
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> series.in("CAD").clear());
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> series.byDate().clear());
    }
}
