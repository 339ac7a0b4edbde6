package io.receivables.metrics.efficiency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.receivables.core.CreditNote;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.ledger.Ledger;
import io.receivables.metrics.Measure;
import io.receivables.metrics.MeasureKind;
import io.receivables.metrics.MeasureReason;
import io.receivables.metrics.MeasureSeries;
import io.receivables.metrics.MeasureStatus;
import io.receivables.metrics.Window;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How long after a delivery its invoice is issued. */
class InvoicingLagTest {
    private static final LocalDate MARCH_31 = LocalDate.of(2026, 3, 31);

    private static Invoice invoice(String id, int issued, String amount) {
        return Invoice.of(id, "ACME", LocalDate.of(2026, 3, issued), Money.of(amount, "EUR"));
    }

    private static Invoice delivered(String id, int issued, int lag, String amount) {
        Invoice invoice = invoice(id, issued, amount);
        return invoice.deliveredOn(invoice.issueDate().minusDays(lag));
    }

    /** Lags of 0, 2, 10 and -1 days over 100, 300, 600 and 1,000; one invoice without a delivery date. */
    private static final Ledger LEDGER = Ledger.of(List.of(
            delivered("F-1", 2, 0, "100.00"),
            delivered("F-2", 9, 2, "300.00"),
            delivered("F-3", 20, 10, "600.00"),
            delivered("F-4", 30, -1, "1000.00"),
            invoice("F-5", 30, "700.00"),
            CreditNote.of("G-1", "ACME", LocalDate.of(2026, 3, 30), Money.of("50.00", "EUR"))
                    .deliveredOn(LocalDate.of(2026, 1, 1))));

    private static Measure lag(EfficiencyMethod method) {
        return Efficiency.of(LEDGER, MARCH_31, method).in("EUR");
    }

    private static String value(Measure measure) {
        return measure.value(4, RoundingMode.HALF_UP).orElseThrow().toPlainString();
    }

    @Test
    void mean_counts_each_invoice_alike() {
        Measure mean = lag(EfficiencyMethod.deliveryToInvoiceLag());

        assertThat(value(mean)).isEqualTo("2.7500"); // (0 + 2 + 10 - 1) / 4
        assertThat(mean.input("invoices")).isEqualByComparingTo("4");
        assertThat(mean.input("withoutDeliveryDate")).isEqualByComparingTo("1");
        assertThat(mean.name()).isEqualTo("delivery-to-invoice-lag-to-date");
        assertThat(mean.convention())
                .isEqualTo("delivery-to-invoice-lag-to-date; invoices-with-delivery-date; tax-inclusive");
    }

    @Test
    void weighted_mean_counts_each_by_its_amount() {
        // (0 x 100 + 2 x 300 + 10 x 600 - 1 x 1,000) / 2,000
        assertThat(value(lag(EfficiencyMethod.weightedDeliveryToInvoiceLag()))).isEqualTo("2.8000");
    }

    @Test
    void median_is_the_middle_or_the_mean_of_the_two_middle_ones() {
        assertThat(value(lag(EfficiencyMethod.medianDeliveryToInvoiceLag()))).isEqualTo("1.0000"); // of -1, 0, 2, 10
        assertThat(value(EfficiencyFormulas.medianDeliveryToInvoiceLag(List.of(days(7), days(1), days(3)))))
                .isEqualTo("3.0000");
        assertThat(EfficiencyFormulas.medianDeliveryToInvoiceLag(List.of()).status())
                .isEqualTo(MeasureStatus.UNDEFINED);
    }

    private static WeightedDays days(long days) {
        return new WeightedDays(BigDecimal.ONE, days);
    }

    @Test
    void share_issued_late_is_what_exceeds_the_days() {
        assertThat(value(lag(EfficiencyMethod.lateInvoicingRatio(0)))).isEqualTo("50.0000");
        assertThat(value(lag(EfficiencyMethod.lateInvoicingRatio(2)))).isEqualTo("25.0000");
        assertThat(value(lag(EfficiencyMethod.lateInvoicingRatio(10)))).isEqualTo("0.0000");
        assertThat(lag(EfficiencyMethod.lateInvoicingRatio(2)).name())
                .isEqualTo("late-invoicing-ratio-beyond-2-to-date");
    }

    @Test
    void window_is_that_of_the_issue_date() {
        // 20 to 31 March
        assertThat(value(lag(EfficiencyMethod.deliveryToInvoiceLag().over(Window.days(12)))))
                .isEqualTo("4.5000");
        Measure none = lag(EfficiencyMethod.deliveryToInvoiceLag().over(Window.days(1)));
        assertThat(none.problem().orElseThrow().code()).isEqualTo(MeasureReason.NOTHING_TO_AVERAGE);
        Measure share = lag(EfficiencyMethod.lateInvoicingRatio(3).over(Window.days(1)));
        assertThat(share.reason())
                .isEqualTo("the number of invoices with a delivery date is zero: there is nothing to divide by");
    }

    @Test
    void later_invoices_are_not_seen_before() {
        MeasureSeries series = Efficiency.atMonthEnds(
                LEDGER, LocalDate.of(2026, 3, 1), MARCH_31, EfficiencyMethod.deliveryToInvoiceLag());

        assertThat(series.in("EUR").get(MARCH_31)).isEqualTo(lag(EfficiencyMethod.deliveryToInvoiceLag()));
        assertThat(Efficiency.of(LEDGER, LocalDate.of(2026, 3, 9), EfficiencyMethod.deliveryToInvoiceLag())
                        .in("EUR")
                        .value())
                .contains(BigDecimal.ONE);
    }

    @Test
    void ledger_made_from_columns_knows_no_delivery() {
        Measure mean = Efficiency.of(
                        Ledger.ofColumns(LEDGER.columns()), MARCH_31, EfficiencyMethod.deliveryToInvoiceLag())
                .in("EUR");

        assertThat(mean.problem().orElseThrow().code()).isEqualTo(MeasureReason.NOTHING_TO_AVERAGE);
    }

    @Test
    void method_that_cannot_be_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EfficiencyMethod.lateInvoicingRatio(-1))
                .withMessageContaining("beyondDays -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EfficiencyMethod.InvoicingLag(MeasureKind.CEI, Window.toDate(), 0))
                .withMessageContaining("cei is no lag");
    }
}
