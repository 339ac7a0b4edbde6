package io.receivables.metrics.dso;

import static io.receivables.metrics.internal.TestLedgers.date;
import static io.receivables.metrics.internal.TestLedgers.eur;
import static io.receivables.metrics.internal.TestLedgers.number;
import static io.receivables.metrics.internal.TestLedgers.quarter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.core.Invoice;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.LedgerColumns;
import io.receivables.core.ledger.Workers;
import io.receivables.metrics.CreditNoteTiming;
import io.receivables.metrics.MeasureBasis;
import io.receivables.metrics.MeasureStatus;
import io.receivables.metrics.totals.DailyTotals;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DsoTableTest {
    private static final LocalDate MARCH_END = date("2026-03-31");

    private static DailyTotals totals(Ledger ledger) {
        return DailyTotals.of(ledger, MeasureBasis.standard(), Workers.caller());
    }

    /** 1,350 are open; March sold 1,100, and so 31 days + 250 / 600 of February's 28. */
    @Test
    void count_back_takes_march_whole_and_a_part_of_february() {
        DsoTable table =
                DsoTable.atMonthEnds(totals(quarter().build()), MARCH_END, MARCH_END, DsoMethod.countBackMonthly());

        assertThat(table.size()).isEqualTo(1);
        assertThat(table.asOf(0)).isEqualTo(MARCH_END);
        assertThat(table.currency(0).getCurrencyCode()).isEqualTo("EUR");
        assertThat(table.receivables(0)).isEqualTo(eur("1350.00"));
        assertThat(table.status(0)).isEqualTo(MeasureStatus.OK);
        assertThat(table.days(0)).isEqualTo(31 + 250 * 28 / 600.0);
    }

    /** 1,350 / 2,700 x 90 */
    @Test
    void simple_dso_of_the_quarter_is_45_days() {
        DsoTable table = DsoTable.atMonthEnds(totals(quarter().build()), MARCH_END, MARCH_END, DsoMethod.simple(90));

        assertThat(table.value(0).orElseThrow()).isEqualByComparingTo(number("45"));
    }

    /** ACME owes 1,350 of 1,100 in March; BETA 310 of 310 in March: just its 31 days. */
    @Test
    void each_customer_has_its_own() {
        Ledger ledger = quarter()
                .invoice(Invoice.of("F-9", "BETA", date("2026-03-07"), eur("310.00")))
                .build();
        DsoTable table = DsoTable.perCustomer(ledger, MARCH_END, DsoMethod.countBackMonthly(), Workers.caller());

        assertThat(table.size()).isEqualTo(2);
        assertThat(table.customer(0).orElseThrow().id()).isEqualTo("ACME");
        assertThat(table.days(0)).isEqualTo(31 + 250 * 28 / 600.0);
        assertThat(table.customer(1).orElseThrow().id()).isEqualTo("BETA");
        assertThat(table.days(1)).isEqualTo(31);
    }

    @Test
    void history_that_does_not_reach_back_has_no_value() {
        DsoTable table =
                DsoTable.perCustomer(quarter().build(), date("2026-02-28"), DsoMethod.simple(90), Workers.caller());

        assertThat(table.status(0)).isEqualTo(MeasureStatus.UNDEFINED);
        assertThat(table.days(0)).isNaN();
        assertThat(table.value(0)).isEmpty();
        assertThat(table.measure(0).reason()).contains("2026-01-01");
    }

    @Test
    void ledger_without_rows_has_no_values() {
        Ledger empty = Ledger.ofColumns(LedgerColumns.of(0).build());

        assertThat(DsoTable.perCustomer(empty, MARCH_END, DsoMethod.simple(90), Workers.caller())
                        .size())
                .isZero();
        assertThat(DsoTable.atMonthEnds(totals(empty), MARCH_END, MARCH_END, DsoMethod.simple(90))
                        .size())
                .isZero();
    }

    static DsoMethod[] others() {
        return new DsoMethod[] {
            DsoMethod.simple(90).averagingReceivables(),
            DsoMethod.bestPossible(90),
            DsoMethod.countBackDaily(),
            DsoMethod.trueDso(),
            DsoMethod.rolling(3, DsoMethod.simple(90)),
            DsoMethod.simple(90).on(MeasureBasis.standard().withoutDisputed())
        };
    }

    @ParameterizedTest
    @MethodSource("others")
    void other_method_is_refused_with_a_way_out(DsoMethod method) {
        assertThatThrownBy(() -> DsoTable.perCustomer(quarter().build(), MARCH_END, method, Workers.caller()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(method.convention())
                .hasMessageEndingWith("use Dso for others");
    }

    @Test
    void totals_alone_do_not_tell_what_is_past_due_contested_or_without_tax() {
        MeasureBasis contestedLeftOut = MeasureBasis.standard().withoutDisputed();
        DailyTotals standard = totals(quarter().build());
        DailyTotals other = DailyTotals.of(quarter().build(), contestedLeftOut, Workers.caller());

        assertThatThrownBy(() -> Dso.of(standard, MARCH_END, DsoMethod.rolling(2, DsoMethod.bestPossible(30))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("needs single items, which totals do not tell: give the ledger instead");
        assertThatThrownBy(() -> Dso.of(other, MARCH_END, DsoMethod.simple(30).on(contestedLeftOut)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("disputed-excluded");
    }

    @Test
    void totals_on_another_basis_are_refused() {
        DailyTotals inOrigin = DailyTotals.of(
                quarter().build(),
                MeasureBasis.standard().withCreditNotes(CreditNoteTiming.IN_ORIGIN),
                Workers.caller());

        assertThatThrownBy(() -> DsoTable.atMonthEnds(inOrigin, MARCH_END, MARCH_END, DsoMethod.simple(90)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("credit-notes-in-origin")
                .hasMessageContaining("give totals on the method's basis");
    }

    @Test
    void value_beyond_the_last_is_refused() {
        DsoTable table =
                DsoTable.atMonthEnds(totals(quarter().build()), MARCH_END, MARCH_END, DsoMethod.countBackMonthly());

        assertThatThrownBy(() -> table.days(1)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
