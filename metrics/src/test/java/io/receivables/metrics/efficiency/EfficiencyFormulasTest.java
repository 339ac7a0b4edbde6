package io.receivables.metrics.efficiency;

import static io.receivables.metrics.internal.TestLedgers.date;
import static io.receivables.metrics.internal.TestLedgers.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.receivables.metrics.Measure;
import io.receivables.metrics.MeasureReason;
import io.receivables.metrics.MeasureStatus;
import io.receivables.metrics.MeasureWarning;
import io.receivables.metrics.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The formulas at their edges; plain figures are in the conformance test. */
class EfficiencyFormulasTest {
    private static final BigDecimal ZERO = BigDecimal.ZERO;

    private static String value(Measure measure) {
        return measure.value(6, RoundingMode.HALF_UP).orElseThrow().toPlainString();
    }

    private static void undefined(Measure measure, MeasureReason reason) {
        assertThat(measure.status()).isEqualTo(MeasureStatus.UNDEFINED);
        assertThat(measure.problem().orElseThrow().code()).isEqualTo(reason);
    }

    private static WeightedDays days(String amount, long days) {
        return new WeightedDays(number(amount), days);
    }

    @Test
    void zero_denominators_are_undefined_and_named() {
        Measure cei = EfficiencyFormulas.cei(ZERO, number("100"), 1, number("100"), number("100"));
        undefined(cei, MeasureReason.ZERO_DENOMINATOR);
        assertThat(cei.reason()).isEqualTo("what could be collected is zero: there is nothing to divide by");
        assertThat(cei.reason(Locale.FRENCH))
                .isEqualTo("ce qui pouvait être recouvré est nul : il n'y a rien par quoi diviser");
        assertThat(EfficiencyFormulas.turnover(number("5"), ZERO).reason())
                .startsWith("the average of the receivables is zero");
        assertThat(EfficiencyFormulas.overdueRatio(ZERO, ZERO).reason()).startsWith("the total is zero");
        assertThat(EfficiencyFormulas.disputeRatio(ZERO, ZERO).reason()).startsWith("the total is zero");
        assertThat(EfficiencyFormulas.recoveryRate(ZERO, ZERO).reason()).startsWith("what fell due is zero");
        assertThat(EfficiencyFormulas.weightedDaysToPay(List.of(days("0", 3))).reason())
                .startsWith("the sum of the amounts is zero");
        undefined(EfficiencyFormulas.badDebtRatio(number("5"), ZERO), MeasureReason.NO_SALES);
        undefined(EfficiencyFormulas.lossEquivalentSales(number("5"), ZERO), MeasureReason.NO_MARGIN);
        undefined(EfficiencyFormulas.lossEquivalentSales(number("5"), number("-1")), MeasureReason.NO_MARGIN);
    }

    @Test
    void concentration_weighs_the_debtors() {
        List<BigDecimal> owed = List.of(number("100"), number("600"), ZERO, number("300"));

        assertThat(value(EfficiencyFormulas.topDebtorsShare(owed, 1))).isEqualTo("60.000000"); // 600 / 1,000
        assertThat(value(EfficiencyFormulas.topDebtorsShare(owed, 2))).isEqualTo("90.000000"); // 900 / 1,000
        assertThat(value(EfficiencyFormulas.topDebtorsShare(owed, 9))).isEqualTo("100.000000");
        // 60² + 30² + 10² = 3,600 + 900 + 100
        Measure index = EfficiencyFormulas.herfindahl(owed);
        assertThat(value(index)).isEqualTo("4600.000000");
        assertThat(index.unit()).isEqualTo(Unit.POINTS);
        assertThat(index.input("squares")).isEqualTo(number("460000")); // 600² + 300² + 100²
        assertThat(value(EfficiencyFormulas.herfindahl(List.of(number("7"))))).isEqualTo("10000.000000");
        assertThat(value(EfficiencyFormulas.herfindahl(List.of(number("7"), number("7")))))
                .isEqualTo("5000.000000");
    }

    @Test
    void concentration_of_nothing_is_undefined() {
        undefined(EfficiencyFormulas.topDebtorsShare(List.of(), 5), MeasureReason.ZERO_DENOMINATOR);
        undefined(EfficiencyFormulas.herfindahl(List.of(ZERO)), MeasureReason.ZERO_DENOMINATOR);
        assertThat(EfficiencyFormulas.herfindahl(List.of()).reason()).startsWith("the total is zero");
    }

    @Test
    void concentration_refuses_credits_and_no_debtors() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EfficiencyFormulas.herfindahl(List.of(number("-1"))))
                .withMessageContaining("owed -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EfficiencyFormulas.topDebtorsShare(List.of(), 0))
                .withMessageContaining("debtors 0");
    }

    @Test
    void averages_of_nothing_are_undefined() {
        undefined(EfficiencyFormulas.daysToPay(List.of()), MeasureReason.NOTHING_TO_AVERAGE);
        undefined(EfficiencyFormulas.weightedDaysToPay(List.of()), MeasureReason.NOTHING_TO_AVERAGE);
        undefined(EfficiencyFormulas.daysBeyondTerms(List.of(), EarlyPayments.ZERO), MeasureReason.NOTHING_TO_AVERAGE);
    }

    @Test
    void ratios_of_negative_receivables_are_signed_and_flagged() {
        assertThat(EfficiencyFormulas.turnover(number("10"), number("-4")))
                .satisfies(turnover -> assertThat(value(turnover)).isEqualTo("-2.500000"))
                .satisfies(turnover ->
                        assertThat(turnover.warnings()).containsExactly(MeasureWarning.NEGATIVE_RECEIVABLES));
        // begin negative, end negative, denominator negative: each is flagged
        assertThat(EfficiencyFormulas.cei(number("-1"), number("9"), 1, number("2"), number("2"))
                        .warnings())
                .containsExactly(MeasureWarning.NEGATIVE_RECEIVABLES);
        assertThat(EfficiencyFormulas.cei(number("1"), number("9"), 1, number("-2"), ZERO)
                        .warnings())
                .containsExactly(MeasureWarning.NEGATIVE_RECEIVABLES);
        Measure turned = EfficiencyFormulas.cei(number("1"), number("1"), 1, number("7"), number("6"));
        assertThat(value(turned)).isEqualTo("125.000000"); // (2 - 7) / (2 - 6) x 100
        assertThat(turned.warnings()).containsExactly(MeasureWarning.NEGATIVE_RECEIVABLES);
        assertThat(EfficiencyFormulas.cei(ZERO, number("9"), 1, ZERO, ZERO).warnings())
                .isEmpty();
        assertThat(EfficiencyFormulas.turnover(number("10"), number("4")).warnings())
                .isEmpty();
    }

    @Test
    void cei_takes_the_periods_sales_or_their_mean() {
        Measure whole = EfficiencyFormulas.cei(number("100"), number("90"), 1, number("80"), number("50"));
        Measure mean = EfficiencyFormulas.cei(number("100"), number("90"), 3, number("80"), number("50"));

        assertThat(value(whole)).isEqualTo("78.571429"); // (100 + 90 - 80) / (100 + 90 - 50) x 100
        assertThat(value(mean)).isEqualTo("62.500000"); // (100 + 30 - 80) / (100 + 30 - 50) x 100
        assertThat(mean.inputs().keySet())
                .containsExactly(
                        "beginningReceivables",
                        "creditSales",
                        "periods",
                        "endingReceivables",
                        "endingCurrentReceivables");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EfficiencyFormulas.cei(ZERO, ZERO, 0, ZERO, ZERO))
                .withMessage("periods 0 must be at least 1");
    }

    @Test
    void turnover_is_counted_in_times_of_the_mean_receivables() {
        Measure turnover = EfficiencyFormulas.turnover(number("1000"), number("100"), number("300"));

        assertThat(value(turnover)).isEqualTo("5.000000"); // 1,000 / ((100 + 300) / 2)
        assertThat(turnover.unit()).isEqualTo(Unit.TIMES);
        assertThat(turnover.inputs().keySet())
                .containsExactly("sales", "averageReceivables", "openingReceivables", "closingReceivables");
    }

    @Test
    void plain_and_weighted_means_differ() {
        List<WeightedDays> payments = List.of(days("10", 5), days("90", 10));

        assertThat(value(EfficiencyFormulas.daysToPay(payments))).isEqualTo("7.500000"); // (5 + 10) / 2
        Measure weighted = EfficiencyFormulas.weightedDaysToPay(payments);
        assertThat(value(weighted)).isEqualTo("9.500000"); // (50 + 900) / 100
        assertThat(weighted.input("weightedDays")).isEqualByComparingTo("950");
        assertThat(weighted.input("amount")).isEqualByComparingTo("100");
        assertThat(EfficiencyFormulas.daysToPay(payments).input("payments")).isEqualByComparingTo("2");
    }

    @Test
    void early_payments_count_as_zero_or_negative() {
        List<WeightedDays> payments = List.of(
                WeightedDays.between(number("3"), date("2026-03-10"), date("2026-03-06")),
                WeightedDays.between(number("1"), date("2026-03-10"), date("2026-03-18")));

        assertThat(value(EfficiencyFormulas.weightedDaysBeyondTerms(payments, EarlyPayments.ZERO)))
                .isEqualTo("2.000000"); // 8 / 4
        assertThat(value(EfficiencyFormulas.weightedDaysBeyondTerms(payments, EarlyPayments.NEGATIVE)))
                .isEqualTo("-1.000000"); // (-12 + 8) / 4
        assertThat(value(EfficiencyFormulas.daysBeyondTerms(payments, EarlyPayments.ZERO)))
                .isEqualTo("4.000000"); // (0 + 8) / 2
        assertThat(value(EfficiencyFormulas.daysBeyondTerms(payments, EarlyPayments.NEGATIVE)))
                .isEqualTo("2.000000"); // (-4 + 8) / 2
    }

    @Test
    void weights_outside_zero_to_one_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EfficiencyFormulas.exponentialDaysToPay(number("-0.1"), ZERO, ZERO))
                .withMessage("weight -0.1 is not between 0 and 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EfficiencyFormulas.exponentialDaysToPay(number("1.1"), ZERO, ZERO));
        assertThat(value(EfficiencyFormulas.exponentialDaysToPay(ZERO, number("9"), number("4"))))
                .isEqualTo("4.000000");
        Measure newest = EfficiencyFormulas.exponentialDaysToPay(BigDecimal.ONE, number("9"), number("4"));
        assertThat(value(newest)).isEqualTo("9.000000");
        assertThat(newest.inputs().keySet()).containsExactly("weight", "newDays", "previousAverage");
    }

    @Test
    void ratios_show_part_and_whole() {
        assertThat(value(EfficiencyFormulas.badDebtRatio(number("3"), number("200"))))
                .isEqualTo("1.500000");
        assertThat(EfficiencyFormulas.badDebtRatio(number("3"), number("200"))
                        .inputs()
                        .keySet())
                .containsExactly("writtenOff", "sales");
        assertThat(EfficiencyFormulas.overdueRatio(number("3"), number("4"))
                        .inputs()
                        .keySet())
                .containsExactly("overdue", "total");
        assertThat(value(EfficiencyFormulas.disputeRatio(number("3"), number("4"))))
                .isEqualTo("75.000000");
        assertThat(EfficiencyFormulas.rollForward(number("1"), number("2"), number("3"))
                        .inputs()
                        .keySet())
                .containsExactly("opening", "creditSales", "receipts");
        assertThat(EfficiencyFormulas.lossEquivalentSales(number("1"), number("2"))
                        .inputs()
                        .keySet())
                .containsExactly("loss", "marginPercent");
    }
}
