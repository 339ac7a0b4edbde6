package io.receivables.metrics.dso;

import static io.receivables.metrics.internal.TestLedgers.date;
import static io.receivables.metrics.internal.TestLedgers.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.receivables.metrics.Measure;
import io.receivables.metrics.MeasureReason;
import io.receivables.metrics.MeasureStatus;
import io.receivables.metrics.MeasureWarning;
import io.receivables.metrics.dso.CountBackOptions.HistoryEnd;
import io.receivables.metrics.dso.CountBackOptions.NonPositiveSales;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The formulas at their edges; plain figures are in {@link DsoConformanceTest}. */
class DsoFormulasTest {
    private static final BigDecimal NINETY = number("90");
    private static final CountBackOptions STANDARD = CountBackOptions.standard();

    private static SalesPeriod month(String sales, int days) {
        return SalesPeriod.of(number(sales), days);
    }

    private static String value(Measure measure) {
        return measure.value(6, RoundingMode.HALF_UP).orElseThrow().toPlainString();
    }

    @Test
    void zero_sales_with_open_receivables_are_undefined_with_a_reason() {
        for (String receivables : List.of("1000.00", "0", "-5")) {
            Measure dso = DsoFormulas.simple(number(receivables), number("0.00"), NINETY);

            assertThat(dso.status()).isEqualTo(MeasureStatus.UNDEFINED);
            assertThat(dso.value()).isEmpty();
            assertThat(dso.value(2, RoundingMode.HALF_UP)).isEmpty();
            assertThat(dso.problem().orElseThrow().code()).isEqualTo(MeasureReason.NO_SALES);
            assertThat(dso.reason())
                    .isEqualTo("sales are 0.00: without sales above zero there is nothing to measure against");
        }
    }

    @Test
    void every_relation_to_negative_sales_is_undefined() {
        BigDecimal sales = number("-1");
        assertThat(List.of(
                        DsoFormulas.averageBalance(NINETY, NINETY, sales, NINETY),
                        DsoFormulas.bestPossible(NINETY, sales, NINETY),
                        DsoFormulas.delinquent(NINETY, sales, NINETY),
                        DsoFormulas.dispute(NINETY, sales, NINETY),
                        DsoFormulas.averageDaysDelinquent(NINETY, NINETY, sales, NINETY),
                        DsoFormulas.pureLateness(NINETY, NINETY, NINETY, sales, NINETY)))
                .allSatisfy(dso -> {
                    assertThat(dso.problem().orElseThrow().code()).isEqualTo(MeasureReason.NO_SALES);
                    assertThat(dso.value()).isEmpty();
                    assertThat(dso.inputs()).containsEntry("sales", sales);
                });
    }

    @Test
    void zero_receivables_are_zero_days() {
        assertThat(value(DsoFormulas.simple(number("0"), number("500"), NINETY)))
                .isEqualTo("0.000000");
    }

    @Test
    void negative_receivables_give_a_signed_and_flagged_ratio() {
        Measure dso = DsoFormulas.simple(number("-200"), number("500"), number("30"));

        assertThat(value(dso)).isEqualTo("-12.000000"); // -200 / 500 x 30
        assertThat(dso.status()).isEqualTo(MeasureStatus.OK);
        assertThat(dso.warnings()).containsExactly(MeasureWarning.NEGATIVE_RECEIVABLES);
        assertThat(DsoFormulas.averageDaysDelinquent(number("-200"), number("0"), number("500"), number("30"))
                        .warnings())
                .containsExactly(MeasureWarning.NEGATIVE_RECEIVABLES);
        assertThat(DsoFormulas.simple(number("0"), number("500"), NINETY).warnings())
                .isEmpty();
    }

    @Test
    void full_precision_inside_and_one_rounding_at_the_edge() {
        Measure dso = DsoFormulas.simple(number("1"), number("3"), number("1"));

        assertThat(dso.value()).contains(number("0.3333333333333333333333333333333333")); // 34 digits
        assertThat(dso.value(2, RoundingMode.HALF_UP)).contains(number("0.33"));
        assertThat(dso.value(2, RoundingMode.UP)).contains(number("0.34"));
    }

    @Test
    void average_balance_takes_the_mean_of_both_ends() {
        Measure dso = DsoFormulas.averageBalance(number("100"), number("300"), number("600"), NINETY);

        assertThat(value(dso)).isEqualTo("30.000000"); // (100 + 300) / 2 / 600 x 90
        assertThat(dso.convention()).isEqualTo("simple-dso; average-receivables");
        assertThat(dso.inputs()).containsKeys("receivables", "openingReceivables", "closingReceivables");
    }

    @Test
    void overdue_dso_splits_exactly_into_dispute_and_pure_lateness() {
        BigDecimal sales = number("7");
        Measure overdue = DsoFormulas.averageDaysDelinquent(number("5"), number("2"), sales, NINETY);
        Measure dispute = DsoFormulas.dispute(number("1"), sales, NINETY);
        Measure lateness = DsoFormulas.pureLateness(number("5"), number("2"), number("1"), sales, NINETY);

        assertThat(value(lateness)).isEqualTo("25.714286"); // (5 - 2 - 1) / 7 x 90
        assertThat(dispute.value().orElseThrow().add(lateness.value().orElseThrow()))
                .isEqualByComparingTo(overdue.value().orElseThrow());
        assertThat(lateness.inputs().keySet())
                .containsExactly("receivables", "sales", "days", "currentReceivables", "disputedReceivables");
    }

    @Test
    void no_receivables_are_zero_days_of_count_back_with_the_signed_receivables_in_the_result() {
        for (String receivables : List.of("-500", "0")) {
            Measure dso = DsoFormulas.countBack(number(receivables), List.of(month("100", 30)), STANDARD);

            assertThat(dso.value()).contains(BigDecimal.ZERO);
            assertThat(dso.status()).isEqualTo(MeasureStatus.NO_RECEIVABLES);
            assertThat(dso.input("receivables")).isEqualTo(number(receivables));
            assertThat(dso.reason()).endsWith("receivables less credits are " + receivables);
        }
    }

    @Test
    void month_without_sales_counts_its_days_and_is_flagged() {
        List<SalesPeriod> months = List.of(month("100", 31), month("-10", 28), month("200", 31));

        Measure dso = DsoFormulas.countBack(number("150"), months, STANDARD);
        assertThat(value(dso)).isEqualTo("66.750000"); // 31 + 28 + 50 / 200 x 31
        assertThat(dso.warnings()).containsExactly(MeasureWarning.ZERO_SALES_MONTH_COUNTED);

        assertThat(DsoFormulas.countBack(number("50"), months, STANDARD).warnings())
                .isEmpty();
    }

    @Test
    void month_without_sales_stops_the_count_when_asked_to() {
        Measure dso = DsoFormulas.countBack(
                number("150"),
                List.of(month("100", 31), month("0", 30), month("200", 31)),
                STANDARD.atNonPositiveSales(NonPositiveSales.STOP));

        assertThat(dso.value()).contains(number("31"));
        assertThat(dso.status()).isEqualTo(MeasureStatus.STOPPED_NON_POSITIVE_SALES);
        assertThat(dso.input("residual")).isEqualTo(number("50"));
        assertThat(dso.reason())
                .isEqualTo("stopped after 31 days at a period with sales of 0; 50 of the receivables are left");
        assertThat(dso.warnings()).isEmpty();
    }

    @Test
    void remaining_that_equals_a_month_is_one_full_month_and_no_phantom_day() {
        Measure dso = DsoFormulas.countBack(
                number("180"), List.of(month("100", 30), month("80", 31), month("0", 30)), STANDARD);

        assertThat(value(dso)).isEqualTo("61.000000");
        assertThat(dso.status()).isEqualTo(MeasureStatus.OK);
        assertThat(dso.input("residual")).isZero();
        assertThat(dso.warnings()).isEmpty();
    }

    @Test
    void exhausted_history_is_a_lower_bound_with_the_unexplained_residual() {
        List<SalesPeriod> months = List.of(month("100", 30), month("80", 31));

        Measure dso = DsoFormulas.countBack(number("225"), months, STANDARD);
        assertThat(dso.value()).contains(number("61"));
        assertThat(dso.status()).isEqualTo(MeasureStatus.HISTORY_EXHAUSTED);
        assertThat(dso.input("residual")).isEqualTo(number("45")); // 225 - 100 - 80
        assertThat(dso.input("historyDays")).isEqualTo(number("61"));
        assertThat(dso.reason(Locale.CANADA_FRENCH))
                .isEqualTo("45 des créances sont plus anciennes que l'historique des ventes de 61 jours");
        assertThat(dso.warnings()).isEmpty();
    }

    @Test
    void exhausted_history_may_be_refused() {
        Measure dso = DsoFormulas.countBack(
                number("225"), List.of(month("100", 30)), STANDARD.atHistoryEnd(HistoryEnd.UNDEFINED));

        assertThat(dso.value()).isEmpty();
        assertThat(dso.status()).isEqualTo(MeasureStatus.UNDEFINED);
        assertThat(dso.problem().orElseThrow().code()).isEqualTo(MeasureReason.OLDER_THAN_HISTORY);
        assertThat(dso.input("residual")).isEqualTo(number("125"));
    }

    @Test
    void exhausted_history_may_be_extrapolated_and_is_flagged() {
        CountBackOptions extrapolate = STANDARD.atHistoryEnd(HistoryEnd.EXTRAPOLATE);
        List<SalesPeriod> months = List.of(month("100", 30), month("80", 31));

        Measure dso = DsoFormulas.countBack(number("225"), months, extrapolate);
        assertThat(value(dso)).isEqualTo("76.250000"); // 61 + 45 / (180 / 61)
        assertThat(dso.status()).isEqualTo(MeasureStatus.HISTORY_EXHAUSTED);
        assertThat(dso.warnings()).containsExactly(MeasureWarning.EXTRAPOLATED);

        Measure nothingToGoBy = DsoFormulas.countBack(number("225"), List.of(month("0", 30)), extrapolate);
        assertThat(nothingToGoBy.value()).contains(number("30"));
        assertThat(nothingToGoBy.warnings()).containsExactly(MeasureWarning.ZERO_SALES_MONTH_COUNTED);
    }

    @Test
    void each_day_back_counts_one_and_consumes_its_sales() {
        List<BigDecimal> days = List.of(number("40"), number("0"), number("-5"), number("100"));

        Measure dso = DsoFormulas.countBackDaily(number("65"), days, HistoryEnd.LOWER_BOUND);
        assertThat(value(dso)).isEqualTo("3.250000"); // 1 + 1 + 1 + 25 / 100
        assertThat(dso.warnings()).isEmpty();
        assertThat(dso.name()).isEqualTo("count-back-dso-daily");

        assertThat(DsoFormulas.countBackDaily(number("200"), days, HistoryEnd.UNDEFINED)
                        .value())
                .isEmpty();
    }

    @Test
    void true_dso_of_nothing_open_is_zero() {
        Measure dso = DsoFormulas.trueDso(date("2026-03-31"), List.of());

        assertThat(dso.value()).contains(BigDecimal.ZERO);
        assertThat(dso.status()).isEqualTo(MeasureStatus.OK);
    }

    @Test
    void true_dso_over_a_month_without_sales_is_undefined() {
        Measure dso = DsoFormulas.trueDso(
                date("2026-03-31"),
                List.of(
                        new OpenDocument(date("2026-03-01"), number("5"), number("10")),
                        new OpenDocument(date("2026-02-01"), number("5"), number("0"))));

        assertThat(dso.value()).isEmpty();
        assertThat(dso.reason()).isEqualTo("sales of 2026-02 are 0, but 5 of its documents are still open");
        assertThat(dso.input("openReceivables")).isEqualTo(number("10"));
    }

    @Test
    void rolling_dso_is_as_weak_as_its_weakest_month() {
        Measure plain = DsoFormulas.simple(number("10"), number("90"), NINETY); // 10 days
        Measure none = DsoFormulas.countBack(number("0"), List.of(), STANDARD); // 0 days
        Measure bound = DsoFormulas.countBack(number("5"), List.of(month("2", 32)), STANDARD); // 32 days at least

        assertThat(DsoFormulas.rolling(List.of(plain, none)))
                .satisfies(mean -> assertThat(mean.status()).isEqualTo(MeasureStatus.OK))
                .satisfies(mean -> assertThat(value(mean)).isEqualTo("5.000000"));
        Measure mean = DsoFormulas.rolling(List.of(plain, none, bound));
        assertThat(value(mean)).isEqualTo("14.000000"); // (10 + 0 + 32) / 3
        assertThat(mean.status()).isEqualTo(MeasureStatus.HISTORY_EXHAUSTED);
        assertThat(mean.reason()).isEqualTo(bound.reason());
        assertThat(mean.inputs().keySet()).containsExactly("months", "dso-0", "dso-1", "dso-2");
    }

    @Test
    void rolling_dso_keeps_the_warnings_of_its_months_and_takes_values_only() {
        Measure negative = DsoFormulas.simple(number("-10"), number("90"), NINETY);
        Measure undefined = DsoFormulas.simple(number("10"), number("0"), NINETY);

        assertThat(DsoFormulas.rolling(List.of(negative)).warnings())
                .containsExactly(MeasureWarning.NEGATIVE_RECEIVABLES);
        assertThatIllegalArgumentException().isThrownBy(() -> DsoFormulas.rolling(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DsoFormulas.rolling(List.of(negative, undefined)))
                .withMessageContaining("give one or more DSOs with a value");
    }

    @Test
    void days_and_years_without_length_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DsoFormulas.simple(NINETY, NINETY, number("0")))
                .withMessage("days 0 must be above zero");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DsoFormulas.cashFreed(NINETY, NINETY, NINETY, number("-1")))
                .withMessage("yearDays -1 must be above zero");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DsoFormulas.receivablesAt(NINETY, NINETY, number("0")))
                .withMessageContaining("yearDays");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> month("1", 0))
                .withMessage("days 0 of a sales period must be at least 1");
    }

    @Test
    void inputs_are_shown_in_the_order_of_the_formula() {
        assertThat(DsoFormulas.cashFreed(number("365"), number("3"), number("1"), number("365"))
                        .inputs()
                        .keySet())
                .containsExactly("annualSales", "dsoBefore", "dsoAfter", "yearDays");
        assertThat(DsoFormulas.averageDaysDelinquent(number("7"), number("3")).inputs())
                .containsEntry("dso", number("7"))
                .containsEntry("bestPossibleDso", number("3"));
        assertThat(DsoFormulas.receivablesAt(number("365"), number("3"), number("365"))
                        .inputs()
                        .keySet())
                .containsExactly("annualSales", "dso", "yearDays");
        assertThat(DsoFormulas.countBack(number("5"), List.of(month("10", 30)), STANDARD)
                        .inputs()
                        .keySet())
                .containsExactly("receivables", "residual");
    }
}
