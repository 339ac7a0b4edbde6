package io.receivables.metrics.dso;

import static io.receivables.metrics.internal.TestLedgers.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.receivables.metrics.MeasureBasis;
import io.receivables.metrics.MeasureKind;
import io.receivables.metrics.TaxBasis;
import io.receivables.metrics.Window;
import io.receivables.metrics.dso.CountBackOptions.HistoryEnd;
import io.receivables.metrics.dso.CountBackOptions.NonPositiveSales;
import io.receivables.metrics.dso.DsoMethod.CountBack;
import io.receivables.metrics.dso.DsoMethod.OverWindow;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DsoMethodTest {
    @Test
    void names_are_canonical() {
        assertThat(Stream.of(
                                DsoMethod.simple(365),
                                DsoMethod.bestPossible(90),
                                DsoMethod.averageDaysDelinquent(90),
                                DsoMethod.disputeDso(90),
                                DsoMethod.pureLatenessDso(30).over(Window.months(3)),
                                DsoMethod.countBackMonthly(),
                                DsoMethod.countBackDaily(),
                                DsoMethod.trueDso(),
                                DsoMethod.rolling(12, DsoMethod.simple(90)))
                        .map(DsoMethod::name))
                .containsExactly(
                        "simple-dso-365",
                        "best-possible-dso-90",
                        "average-days-delinquent-90",
                        "dispute-dso-90",
                        "pure-lateness-dso-3m",
                        "count-back-dso-monthly",
                        "count-back-dso-daily",
                        "true-dso",
                        "rolling-12-simple-dso-90");
    }

    @Test
    void conventions_name_every_choice() {
        MeasureBasis net = MeasureBasis.standard().withTax(TaxBasis.NET_OF_TAX);
        assertThat(DsoMethod.simple(90)
                        .on(net)
                        .averagingReceivables()
                        .timesDays(91)
                        .warningOfSeasonAbove(number("1"))
                        .convention())
                .isEqualTo("simple-dso-90; average-receivables; 91-days; net-of-tax;"
                        + " credit-notes-when-issued; disputed-included");
        assertThat(DsoMethod.countBackMonthly()
                        .atHistoryEnd(HistoryEnd.EXTRAPOLATE)
                        .stoppingWithoutSales()
                        .withPartialMonth()
                        .on(net)
                        .convention())
                .isEqualTo("count-back-dso-monthly; stop; extrapolate; partial-month; net-of-tax;"
                        + " credit-notes-when-issued; disputed-included");
        assertThat(DsoMethod.trueDso().on(net).convention())
                .isEqualTo("true-dso; net-of-tax; credit-notes-when-issued; disputed-included");
        assertThat(DsoMethod.rolling(2, DsoMethod.trueDso().on(net)).basis()).isEqualTo(net);
    }

    @Test
    void wither_changes_one_choice_only() {
        OverWindow method = new OverWindow(
                MeasureKind.DISPUTE_DSO, Window.days(90), 91, true, true, number("0.7"), MeasureBasis.standard());
        assertThat(method.over(Window.days(90))
                        .timesDays(91)
                        .averagingReceivables()
                        .ofPastDueDisputes()
                        .warningOfSeasonAbove(number("0.7"))
                        .on(MeasureBasis.standard()))
                .isEqualTo(method);
        CountBack countBack = new CountBack(
                MeasureKind.COUNT_BACK_DSO_MONTHLY,
                new CountBackOptions(NonPositiveSales.STOP, HistoryEnd.EXTRAPOLATE),
                true,
                MeasureBasis.standard());
        assertThat(countBack
                        .stoppingWithoutSales()
                        .atHistoryEnd(HistoryEnd.EXTRAPOLATE)
                        .withPartialMonth()
                        .on(MeasureBasis.standard()))
                .isEqualTo(countBack);
    }

    @Test
    void what_does_not_fit_is_refused() {
        MeasureBasis basis = MeasureBasis.standard();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DsoMethod.simple(0))
                .withMessage("window length 0 days is not between 1 and 36600");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DsoMethod.simple(90).timesDays(-1))
                .withMessage("days -1 is negative");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DsoMethod.simple(90).over(Window.toDate()))
                .withMessage("a DSO needs a window of days or months, not to-date");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DsoMethod.bestPossible(90).ofPastDueDisputes())
                .withMessage("best-possible-dso is not about disputes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DsoMethod.pureLatenessDso(90).on(basis.withoutDisputed()))
                .withMessage("pure-lateness-dso needs the disputed amounts that the basis leaves out");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OverWindow(MeasureKind.CEI, Window.days(1), 0, false, false, number("1"), basis))
                .withMessage("cei is not a DSO over a window");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DsoMethod.countBackDaily().stoppingWithoutSales())
                .withMessageContaining("days without sales always count");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DsoMethod.countBackDaily().withPartialMonth())
                .withMessageContaining("knows no partial month");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CountBack(MeasureKind.CEI, CountBackOptions.standard(), false, basis))
                .withMessage("cei is not a count-back DSO");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DsoMethod.rolling(0, DsoMethod.trueDso()))
                .withMessage("months 0 of a rolling DSO is not between 1 and 1200");
        assertThatIllegalArgumentException().isThrownBy(() -> DsoMethod.rolling(1201, DsoMethod.trueDso()));
        assertThat(DsoMethod.rolling(1, DsoMethod.trueDso()).months()).isEqualTo(1);
        assertThat(DsoMethod.rolling(1200, DsoMethod.trueDso()).months()).isEqualTo(1200);
    }
}
