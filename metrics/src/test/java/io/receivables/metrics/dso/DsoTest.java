package io.receivables.metrics.dso;

import static io.receivables.metrics.internal.TestLedgers.date;
import static io.receivables.metrics.internal.TestLedgers.eur;
import static io.receivables.metrics.internal.TestLedgers.invoice;
import static io.receivables.metrics.internal.TestLedgers.number;
import static io.receivables.metrics.internal.TestLedgers.payment;
import static io.receivables.metrics.internal.TestLedgers.quarter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.receivables.core.Allocation;
import io.receivables.core.CreditNote;
import io.receivables.core.DisputeResolution;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.LedgerColumns;
import io.receivables.metrics.CreditNoteTiming;
import io.receivables.metrics.Measure;
import io.receivables.metrics.MeasureBasis;
import io.receivables.metrics.MeasureReason;
import io.receivables.metrics.MeasureSeries;
import io.receivables.metrics.MeasureStatus;
import io.receivables.metrics.MeasureWarning;
import io.receivables.metrics.TaxBasis;
import io.receivables.metrics.Window;
import io.receivables.metrics.dso.CountBackOptions.HistoryEnd;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DsoTest {
    private static final LocalDate MARCH_31 = date("2026-03-31");
    private static final MeasureBasis STANDARD = MeasureBasis.standard();

    private final Ledger ledger = quarter().build();

    private Measure march(DsoMethod method) {
        return Dso.of(ledger, MARCH_31, method).in("EUR");
    }

    private static String value(Measure measure) {
        return measure.value(6, RoundingMode.HALF_UP).orElseThrow().toPlainString();
    }

    private static void undefined(Measure measure, MeasureReason reason) {
        assertThat(measure.status()).isEqualTo(MeasureStatus.UNDEFINED);
        assertThat(measure.value()).isEmpty();
        assertThat(measure.problem().orElseThrow().code()).isEqualTo(reason);
    }

    // ---- over a window

    @Test
    void simple_dso_is_net_receivables_over_the_sales_of_the_window() {
        Measure dso = march(DsoMethod.simple(90));

        assertThat(value(dso)).isEqualTo("45.000000"); // (600 + 900 - 150) / 2,700 x 90
        assertThat(dso.inputs())
                .containsEntry("receivables", number("1350.00"))
                .containsEntry("sales", number("2700.00"))
                .containsEntry("days", number("90"));
        assertThat(dso.name()).isEqualTo("simple-dso-90");
        assertThat(dso.convention())
                .isEqualTo("simple-dso-90; closing-receivables; calendar-days; tax-inclusive;"
                        + " credit-notes-when-issued; disputed-included");
    }

    @Test
    void simple_dso_needs_a_history_that_reaches_back_to_the_first_day_of_the_window() {
        // F-1 is dated January 1, the first of the 90 days to March 31; a window of 91 begins on December 31
        assertThat(march(DsoMethod.simple(90)).status()).isEqualTo(MeasureStatus.OK);
        Measure dso = march(DsoMethod.simple(91));
        undefined(dso, MeasureReason.SHORT_HISTORY);
        assertThat(dso.reason()).isEqualTo("sales are known from 2026-01-01 on, but the window begins on 2025-12-31");
        assertThat(dso.name()).isEqualTo("simple-dso-91");
        assertThat(dso.input("receivables")).isEqualTo(number("1350.00"));
    }

    @Test
    void advance_payments_are_no_sales_history() {
        Ledger advance =
                Ledger.builder().payment(payment("P-1", "2025-01-01", "10.00")).build();
        Measure dso = Dso.of(advance, MARCH_31, DsoMethod.simple(90)).in("EUR");
        undefined(dso, MeasureReason.NO_HISTORY);
        assertThat(dso.reason())
                .isEqualTo("no document was issued by 2026-03-31: there are no sales to measure against");

        Ledger later = quarter().payment(payment("P-0", "2025-01-01", "10.00")).build();
        undefined(Dso.of(later, MARCH_31, DsoMethod.simple(91)).in("EUR"), MeasureReason.SHORT_HISTORY);
    }

    @Test
    void sales_zero_with_receivables_above_zero_is_undefined() {
        Measure dso = Dso.of(ledger, date("2026-05-01"), DsoMethod.simple(30)).in("EUR");

        undefined(dso, MeasureReason.NO_SALES); // nothing was issued from April 2 to May 1
        assertThat(dso.input("sales")).isZero();
    }

    @Test
    void fixed_days_and_window_are_two_things() {
        assertThat(value(march(DsoMethod.simple(90).timesDays(91)))).isEqualTo("45.500000"); // 1,350 / 2,700 x 91
        assertThat(value(march(DsoMethod.simple(31).timesDays(30)))).isEqualTo("36.818182"); // 1,350 / 1,100 x 30
    }

    @Test
    void window_of_calendar_months_counts_their_days_and_ends_on_a_month_end() {
        DsoMethod twoMonths = DsoMethod.simple(90).over(Window.months(2));

        assertThat(value(march(twoMonths))).isEqualTo("46.852941"); // 1,350 / (600 + 1,100) x (28 + 31)
        assertThat(twoMonths.name()).isEqualTo("simple-dso-2m");
        undefined(Dso.of(ledger, date("2026-03-30"), twoMonths).in("EUR"), MeasureReason.NOT_A_MONTH_END);
    }

    @Test
    void average_receivables_are_the_mean_of_the_windows_ends() {
        // end of February: F-2 alone, 600
        Measure dso = march(DsoMethod.simple(31).averagingReceivables());
        assertThat(value(dso)).isEqualTo("27.477273"); // (600 + 1,350) / 2 / 1,100 x 31
        assertThat(dso.inputs())
                .containsEntry("openingReceivables", number("600.00"))
                .containsEntry("closingReceivables", number("1350.00"));

        // not past due: 600 then, 900 now
        assertThat(value(march(DsoMethod.bestPossible(31).averagingReceivables())))
                .isEqualTo("21.136364"); // 750 / 1,100 x 31
        assertThat(value(march(DsoMethod.averageDaysDelinquent(31).averagingReceivables())))
                .isEqualTo("6.340909"); // (975 - 750) / 1,100 x 31
        assertThat(value(march(DsoMethod.disputeDso(31).averagingReceivables())))
                .isEqualTo("9.300000"); // (300 + 360) / 2 / 1,100 x 31
    }

    @Test
    void best_possible_dso_takes_debit_items_that_are_not_past_due() {
        assertThat(value(march(DsoMethod.bestPossible(90)))).isEqualTo("30.000000"); // 900 / 2,700 x 90
        // due on April 4: still not past due on that day; February 10 to March 3 have no invoice but F-2
        assertThat(Dso.of(ledger, date("2026-04-04"), DsoMethod.bestPossible(90))
                        .in("EUR")
                        .input("currentReceivables"))
                .isEqualTo(number("900.00"));
        assertThat(Dso.of(ledger, date("2026-04-05"), DsoMethod.bestPossible(90))
                        .in("EUR")
                        .input("currentReceivables"))
                .isZero();
    }

    @Test
    void overdue_dso_splits_into_dispute_and_pure_lateness() {
        assertThat(value(march(DsoMethod.averageDaysDelinquent(90)))).isEqualTo("15.000000"); // 45 - 30
        assertThat(value(march(DsoMethod.disputeDso(90)))).isEqualTo("12.000000"); // (300 + 60) / 2,700 x 90
        Measure lateness = march(DsoMethod.pureLatenessDso(90));
        assertThat(value(lateness)).isEqualTo("3.000000"); // 15 - 12
        assertThat(lateness.warnings()).containsExactly(MeasureWarning.DISPUTES_NOT_PAST_DUE);
        assertThat(lateness.input("disputedNotPastDue")).isEqualTo(number("60.00"));
    }

    @Test
    void overdue_dso_splits_without_disputes_that_are_not_past_due_when_asked_to() {
        assertThat(value(march(DsoMethod.disputeDso(90).ofPastDueDisputes()))).isEqualTo("10.000000"); // 300 / 30
        Measure lateness = march(DsoMethod.pureLatenessDso(90).ofPastDueDisputes());
        assertThat(value(lateness)).isEqualTo("5.000000"); // 15 - 10
        assertThat(lateness.warnings()).isEmpty();
        assertThat(lateness.convention()).contains("; past-due-disputes; ");
    }

    @Test
    void dispute_that_is_resolved_no_longer_counts() {
        Ledger resolved = quarter()
                .fact(DisputeResolution.of("R-1", "D-1", MARCH_31))
                .fact(DisputeResolution.of("R-2", "D-2", date("2026-04-01")))
                .build();

        assertThat(value(Dso.of(resolved, MARCH_31, DsoMethod.disputeDso(90)).in("EUR")))
                .isEqualTo("2.000000"); // 60 / 30
        Measure lateness = Dso.of(resolved, date("2026-04-01"), DsoMethod.pureLatenessDso(91))
                .in("EUR");
        assertThat(lateness.warnings()).isEmpty();
        assertThat(lateness.input("disputedNotPastDue")).isZero();
    }

    @Test
    void disputed_amounts_can_be_left_out_of_the_receivables() {
        MeasureBasis undisputed = STANDARD.withoutDisputed();

        assertThat(value(march(DsoMethod.simple(90).on(undisputed)))).isEqualTo("33.000000"); // (1,350 - 360) / 30
        assertThat(value(march(DsoMethod.bestPossible(90).on(undisputed)))).isEqualTo("28.000000"); // (900 - 60) / 30
        assertThat(value(march(DsoMethod.averageDaysDelinquent(90).on(undisputed))))
                .isEqualTo("5.000000");
        assertThat(value(march(DsoMethod.countBackMonthly().on(undisputed))))
                .isEqualTo("27.900000"); // 990 / 1,100 x 31
        assertThat(march(DsoMethod.trueDso().on(undisputed)).input("openReceivables"))
                .isEqualTo(number("1140.00")); // 300 + 840
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DsoMethod.disputeDso(90).on(undisputed))
                .withMessage("dispute-dso needs the disputed amounts that the basis leaves out");
    }

    @Test
    void seasonal_sales_are_a_warning_on_simple_dso() {
        // 30-day stretches: March 2-31 1,100; January 31 - March 1 600; January 1-30 1,000; mean 900, range 500
        assertThat(march(DsoMethod.simple(90)).warnings()).containsExactly(MeasureWarning.SEASONAL_SALES);
        assertThat(march(DsoMethod.simple(90).warningOfSeasonAbove(number("0.56")))
                        .warnings())
                .isEmpty(); // 500 / 900 = 0.5556
        assertThat(march(DsoMethod.simple(90).warningOfSeasonAbove(number("0.55")))
                        .warnings())
                .isNotEmpty();
        assertThat(march(DsoMethod.simple(59)).warnings()).isEmpty(); // one stretch says nothing
        assertThat(march(DsoMethod.simple(60)).warnings()).isNotEmpty(); // 1,100 and 600: range 500, mean 850
        assertThat(march(DsoMethod.bestPossible(90)).warnings()).isEmpty();
    }

    @Test
    void seasons_are_seen_in_whole_stretches_of_thirty_days() {
        Ledger uneven = Ledger.builder()
                .invoice(invoice("F-1", "2026-01-30", "600.00"))
                .invoice(invoice("F-2", "2026-03-01", "1000.00"))
                .invoice(invoice("F-3", "2026-03-31", "800.00"))
                .build();

        // March 2-31 800; January 31 - March 1 1,000; January 30 is left over: range 200, mean 900
        assertThat(Dso.of(uneven, MARCH_31, DsoMethod.simple(61).warningOfSeasonAbove(number("0.23")))
                        .in("EUR")
                        .warnings())
                .isEmpty();
        assertThat(Dso.of(uneven, MARCH_31, DsoMethod.simple(61).warningOfSeasonAbove(number("0.22")))
                        .in("EUR")
                        .warnings())
                .containsExactly(MeasureWarning.SEASONAL_SALES);
    }

    @Test
    void leap_day_is_a_day_of_the_window() {
        Ledger leap =
                Ledger.builder().invoice(invoice("F-1", "2024-02-29", "29.00")).build();

        // the 366 days of 2024 reach back to January 1; 31 days to March 30 begin on February 29
        assertThat(value(Dso.of(leap, date("2024-03-30"), DsoMethod.simple(31)).in("EUR")))
                .isEqualTo("31.000000");
        assertThat(value(Dso.of(leap, date("2024-02-29"), DsoMethod.countBackMonthly())
                        .in("EUR")))
                .isEqualTo("29.000000");
    }

    // ---- tax

    private static Ledger taxed() {
        // 20% tax; F-1: half of it paid; unapplied cash 120
        return Ledger.builder()
                .invoice(invoice("F-1", "2026-03-01", "1200.00").withTax(eur("200.00")))
                .payment(payment("P-1", "2026-03-20", "600.00"), "F-1")
                .creditNote(CreditNote.of("CN-1", "ACME", date("2026-03-05"), eur("120.00"))
                        .withTax(eur("20.00")))
                .payment(payment("P-2", "2026-03-21", "120.00"))
                .build();
    }

    @Test
    void tax_basis_is_the_same_for_receivables_and_sales() {
        // inclusive: (600 - 120 - 120) / (1,200 - 120) x 31; net: (500 - 100 - 100) / (1,000 - 100) x 31
        assertThat(value(Dso.of(taxed(), MARCH_31, DsoMethod.simple(31)).in("EUR")))
                .isEqualTo("10.333333");
        Measure net = Dso.of(taxed(), MARCH_31, DsoMethod.simple(31).on(STANDARD.withTax(TaxBasis.NET_OF_TAX)))
                .in("EUR");
        assertThat(value(net)).isEqualTo("10.333333");
        assertThat(net.input("receivables")).isEqualByComparingTo("300.00");
        assertThat(net.input("sales")).isEqualByComparingTo("900.00");
        assertThat(net.warnings()).isEmpty();
    }

    @Test
    void mixed_tax_basis_is_had_by_its_name_only_and_flagged() {
        Measure mixed = Dso.of(
                        taxed(), MARCH_31, DsoMethod.simple(31).on(STANDARD.withTax(TaxBasis.TAX_INCLUSIVE_OVER_NET)))
                .in("EUR");

        assertThat(value(mixed)).isEqualTo("12.400000"); // 360 / 900 x 31
        assertThat(mixed.warnings()).containsExactly(MeasureWarning.MIXED_TAX_BASIS);
        assertThat(mixed.convention()).contains("tax-inclusive-over-net");
    }

    @Test
    void net_of_tax_takes_the_share_of_each_amount() {
        MeasureBasis net = STANDARD.withTax(TaxBasis.NET_OF_TAX);
        // not past due: nothing; open by issue date: 500 of March, age 30, month's sales 900
        assertThat(value(Dso.of(taxed(), MARCH_31, DsoMethod.trueDso().on(net)).in("EUR")))
                .isEqualTo("16.666667"); // 500 x 30 / 900
        assertThat(value(Dso.of(taxed(), MARCH_31, DsoMethod.countBackMonthly().on(net))
                        .in("EUR")))
                .isEqualTo("10.333333"); // 300 / 900 x 31
        assertThat(value(Dso.of(
                                taxed(),
                                date("2026-03-04"),
                                DsoMethod.countBackDaily().on(net))
                        .in("EUR")))
                .isEqualTo("4.000000"); // 1,000 consumed by March 1
    }

    @Test
    void unapplied_cash_without_open_items_keeps_its_size_on_a_net_basis() {
        Ledger overpaid = Ledger.builder()
                .invoice(invoice("F-1", "2026-03-01", "1200.00").withTax(eur("200.00")))
                .payment(payment("P-1", "2026-03-20", "1300.00"), "F-1")
                .build();

        assertThat(Dso.of(overpaid, MARCH_31, DsoMethod.simple(31).on(STANDARD.withTax(TaxBasis.NET_OF_TAX)))
                        .in("EUR")
                        .input("receivables"))
                .isEqualByComparingTo("-100.00");
    }

    @Test
    void net_basis_is_undefined_where_no_tax_is_stated() {
        for (TaxBasis basis : new TaxBasis[] {TaxBasis.NET_OF_TAX, TaxBasis.TAX_INCLUSIVE_OVER_NET}) {
            MeasureBasis without = STANDARD.withTax(basis);
            undefined(march(DsoMethod.simple(90).on(without)), MeasureReason.NO_TAX_STATED);
            undefined(march(DsoMethod.countBackMonthly().on(without)), MeasureReason.NO_TAX_STATED);
            undefined(march(DsoMethod.countBackDaily().on(without)), MeasureReason.NO_TAX_STATED);
            undefined(march(DsoMethod.trueDso().on(without)), MeasureReason.NO_TAX_STATED);
        }
    }

    @Test
    void tax_stated_later_does_not_change_what_was_known() {
        Ledger later = quarter()
                .invoice(invoice("F-9", "2026-04-01", "120.00").withTax(eur("20.00")))
                .build();
        DsoMethod net = DsoMethod.simple(90).on(STANDARD.withTax(TaxBasis.NET_OF_TAX));

        undefined(Dso.of(later, MARCH_31, net).in("EUR"), MeasureReason.NO_TAX_STATED);
        assertThat(Dso.of(later, date("2026-04-01"), net).in("EUR").status()).isEqualTo(MeasureStatus.OK);
    }

    // ---- credit notes

    @Test
    void credit_notes_lower_sales_in_the_month_issued_or_of_their_origin() {
        DsoMethod inOrigin = DsoMethod.countBackMonthly().on(STANDARD.withCreditNotes(CreditNoteTiming.IN_ORIGIN));

        // issued in March: March 1,100, February 600
        assertThat(value(march(DsoMethod.countBackMonthly()))).isEqualTo("42.666667"); // 31 + 250 / 600 x 28
        // corrects F-2 of February: March 1,250, February 450
        assertThat(value(march(inOrigin))).isEqualTo("37.222222"); // 31 + 100 / 450 x 28
        // before it was issued, February had all its sales: 600 of 600
        assertThat(value(Dso.of(ledger, date("2026-02-28"), inOrigin).in("EUR")))
                .isEqualTo("28.000000");
        MeasureSeries series = Dso.atMonthEnds(ledger, date("2026-02-01"), MARCH_31, inOrigin);
        assertThat(value(series.at(date("2026-02-28")).in("EUR"))).isEqualTo("28.000000");
        assertThat(value(series.at(MARCH_31).in("EUR"))).isEqualTo("37.222222");
    }

    @Test
    void used_credit_notes_lower_neither_receivables_nor_sales_twice() {
        Ledger used = quarter()
                .fact(Allocation.ofCreditNote("A-1", "CN-1", "F-2", date("2026-03-15"), eur("150.00")))
                .build();

        assertThat(value(Dso.of(used, MARCH_31, DsoMethod.simple(90)).in("EUR")))
                .isEqualTo("45.000000");
    }

    // ---- count-back

    @Test
    void monthly_count_back_goes_by_whole_calendar_months_from_a_month_end() {
        Measure dso = march(DsoMethod.countBackMonthly());

        assertThat(value(dso)).isEqualTo("42.666667"); // 1,350 - 1,100 = 250; 31 + 250 / 600 x 28
        assertThat(dso.name()).isEqualTo("count-back-dso-monthly");
    }

    @Test
    void monthly_count_back_within_a_month_is_undefined_by_default() {
        Measure dso =
                Dso.of(ledger, date("2026-03-15"), DsoMethod.countBackMonthly()).in("EUR");

        undefined(dso, MeasureReason.NOT_A_MONTH_END);
        assertThat(dso.reason(Locale.FRENCH)).startsWith("2026-03-15 n'est pas une fin de mois");
        assertThat(dso.input("receivables")).isEqualTo(number("1700.00")); // 600 + 1,250 - 150
    }

    @Test
    void partial_month_counts_its_elapsed_days_with_its_sales_to_date() {
        DsoMethod partial = DsoMethod.countBackMonthly().withPartialMonth();

        Measure dso = Dso.of(ledger, date("2026-03-15"), partial).in("EUR");
        assertThat(value(dso)).isEqualTo("43.000000"); // 1,700 - 1,100 = 600 = February: 15 + 28
        assertThat(dso.warnings()).containsExactly(MeasureWarning.PARTIAL_MONTH);
        assertThat(march(partial).warnings()).isEmpty();
        assertThat(partial.convention()).contains("; partial-month; ");
    }

    @Test
    void daily_count_back_consumes_days() {
        // March 31 - 6: 26 days without sales (credit note on March 10); March 5: 1,250 of 1,350, day 27;
        // March 4 - February 11: 22 days; February 10: 100 / 600
        assertThat(value(march(DsoMethod.countBackDaily()))).isEqualTo("49.166667");
        assertThat(value(Dso.of(ledger, date("2026-03-15"), DsoMethod.countBackDaily())
                        .in("EUR")))
                .isEqualTo("33.750000"); // 10 + 1; March 4 - February 11: 22; 450 / 600
    }

    @Test
    void history_ends_with_the_month_of_the_first_document() {
        Ledger old = Ledger.builder()
                .invoice(invoice("F-1", "2026-02-10", "1000.00"))
                .creditNote(CreditNote.of("CN-1", "ACME", date("2026-03-01"), eur("900.00")))
                .invoice(invoice("F-2", "2026-03-02", "1000.00"))
                .fact(Payment.of("P-1", "ACME", date("2026-03-03"), eur("100.00")))
                .build();
        // receivables 1,000; sales of March 100; of February 1,000
        Measure months = Dso.of(old, MARCH_31, DsoMethod.countBackMonthly()).in("EUR");
        assertThat(value(months)).isEqualTo("56.200000"); // 31 + 900 / 1,000 x 28

        Ledger exhausted = Ledger.builder()
                .invoice(invoice("F-1", "2026-02-10", "100.00"))
                .creditNote(CreditNote.of("CN-1", "ACME", date("2026-02-10"), eur("60.00")))
                .fact(Allocation.ofCreditNote("A-1", "CN-1", "F-1", date("2026-02-10"), eur("60.00")))
                .build();
        assertThat(value(Dso.of(exhausted, MARCH_31, DsoMethod.countBackMonthly())
                        .in("EUR")))
                .isEqualTo("59.000000"); // March without sales, February absorbed: 31 + 40 / 40 x 28
        assertThat(value(Dso.of(exhausted, MARCH_31, DsoMethod.countBackDaily()).in("EUR")))
                .isEqualTo("50.000000"); // 31 + 19 days back to February 10
    }

    @Test
    void receivables_older_than_the_history_exhaust_it() {
        // a credit note lowers sales but, refunded to nobody, a settled one no longer the receivables
        LedgerColumns columns = LedgerColumns.of(2)
                .currency("EUR")
                .customers(new String[] {"ACME"}, new int[2])
                .kinds(new byte[] {0, 2})
                .issueDays(new int[] {day("2026-03-10"), day("2026-03-20")})
                .dueDays(new int[] {day("2026-03-10"), day("2026-03-20")})
                .minorUnits(new long[] {1_000_00, 400_00})
                .settlements(new int[] {0, 0, 1}, new int[] {day("2026-03-25")}, new long[] {400_00})
                .build();
        Ledger exhausted = Ledger.ofColumns(columns);

        Measure months =
                Dso.of(exhausted, MARCH_31, DsoMethod.countBackMonthly()).in("EUR");
        assertThat(months.status()).isEqualTo(MeasureStatus.HISTORY_EXHAUSTED);
        assertThat(value(months)).isEqualTo("31.000000");
        assertThat(months.input("residual")).isEqualTo(number("400.00")); // 1,000 - 600
        Measure days = Dso.of(exhausted, MARCH_31, DsoMethod.countBackDaily()).in("EUR");
        assertThat(value(days)).isEqualTo("22.000000"); // March 10 to 31; 1,000 of March 10 absorbs all
        assertThat(days.status()).isEqualTo(MeasureStatus.OK);

        DsoMethod extrapolated = DsoMethod.countBackMonthly().atHistoryEnd(HistoryEnd.EXTRAPOLATE);
        assertThat(value(Dso.of(exhausted, MARCH_31, extrapolated).in("EUR")))
                .isEqualTo("51.666667"); // 31 x 1,000 / 600
        DsoMethod refused = DsoMethod.countBackDaily().atHistoryEnd(HistoryEnd.UNDEFINED);
        assertThat(Dso.of(exhausted, MARCH_31, refused).in("EUR").status()).isEqualTo(MeasureStatus.OK);
        undefined(
                Dso.of(exhausted, MARCH_31, DsoMethod.countBackMonthly().atHistoryEnd(HistoryEnd.UNDEFINED))
                        .in("EUR"),
                MeasureReason.OLDER_THAN_HISTORY);
    }

    private static int day(String iso) {
        return (int) date(iso).toEpochDay();
    }

    @Test
    void net_credit_balance_is_zero_days_of_count_back() {
        Ledger credit = Ledger.builder()
                .invoice(invoice("F-1", "2026-03-10", "100.00"))
                .payment(payment("P-1", "2026-03-12", "150.00"), "F-1")
                .build();
        Measure dso = Dso.of(credit, MARCH_31, DsoMethod.countBackMonthly()).in("EUR");

        assertThat(dso.status()).isEqualTo(MeasureStatus.NO_RECEIVABLES);
        assertThat(value(dso)).isEqualTo("0.000000");
        assertThat(dso.input("receivables")).isEqualTo(number("-50.00"));
        assertThat(Dso.of(credit, MARCH_31, DsoMethod.simple(22)).in("EUR").warnings())
                .containsExactly(MeasureWarning.NEGATIVE_RECEIVABLES);
    }

    @Test
    void count_back_stops_at_a_month_without_sales_when_asked_to() {
        Ledger gap = Ledger.builder()
                .invoice(invoice("F-1", "2026-01-10", "200.00"))
                .invoice(invoice("F-2", "2026-03-10", "100.00"))
                .build();

        Measure counted = Dso.of(gap, MARCH_31, DsoMethod.countBackMonthly()).in("EUR");
        assertThat(value(counted)).isEqualTo("90.000000"); // 31 + 28 + 200 / 200 x 31
        assertThat(counted.warnings()).containsExactly(MeasureWarning.ZERO_SALES_MONTH_COUNTED);
        Measure stopped = Dso.of(gap, MARCH_31, DsoMethod.countBackMonthly().stoppingWithoutSales())
                .in("EUR");
        assertThat(value(stopped)).isEqualTo("31.000000");
        assertThat(stopped.status()).isEqualTo(MeasureStatus.STOPPED_NON_POSITIVE_SALES);
        assertThat(stopped.convention()).startsWith("count-back-dso-monthly; stop; lower-bound; ");
    }

    // ---- true and rolling

    @Test
    void true_dso_relates_each_open_item_to_the_sales_of_its_month() {
        // F-2: 600 x 49 days / 600; F-3: 900 x 26 days / 1,100
        assertThat(value(march(DsoMethod.trueDso()))).isEqualTo("70.272727");
        // on March 7 the month's sales are F-3 alone: F-2 25 days, F-3 2 days x 1,250 / 1,250
        assertThat(value(Dso.of(ledger, date("2026-03-07"), DsoMethod.trueDso()).in("EUR")))
                .isEqualTo("27.000000");
    }

    @Test
    void rolling_dso_is_the_mean_of_the_last_month_ends() {
        DsoMethod rolling = DsoMethod.rolling(2, DsoMethod.countBackMonthly());

        // February: 600 / 600 x 28 = 28; March: 42.666667
        Measure dso = march(rolling);
        assertThat(value(dso)).isEqualTo("35.333333");
        assertThat(dso.name()).isEqualTo("rolling-2-count-back-dso-monthly");
        assertThat(dso.convention())
                .isEqualTo("rolling-2-count-back-dso-monthly: "
                        + DsoMethod.countBackMonthly().convention());
        undefined(Dso.of(ledger, date("2026-03-30"), rolling).in("EUR"), MeasureReason.NOT_A_MONTH_END);
        Measure beyond = march(DsoMethod.rolling(4, DsoMethod.countBackMonthly()));
        undefined(beyond, MeasureReason.MONTH_END_WITHOUT_VALUE);
        assertThat(beyond.reason()).isEqualTo("there is no value at 2025-12-31, and so no mean of 4 month-ends");
        undefined(march(DsoMethod.rolling(2, DsoMethod.simple(90))), MeasureReason.MONTH_END_WITHOUT_VALUE);
    }

    // ---- currencies, dates and series

    @Test
    void amounts_of_different_currencies_are_never_added() {
        Ledger mixed = quarter()
                .invoice(Invoice.of("J-1", "TOKIO", date("2026-03-01"), Money.of("62000", "JPY")))
                .payment(Payment.of("J-2", "TOKIO", date("2026-03-05"), Money.of("31000", "JPY")), "J-1")
                .build();

        var dso = Dso.of(mixed, MARCH_31, DsoMethod.simple(31));
        assertThat(dso.currencies()).containsExactly("EUR", "JPY");
        assertThat(value(dso.in("EUR"))).isEqualTo("38.045455"); // 1,350 / 1,100 x 31
        assertThat(value(dso.in("JPY"))).isEqualTo("15.500000"); // 31,000 / 62,000 x 31
        assertThat(dso.in("JPY").input("sales")).isEqualByComparingTo("62000");
        assertThat(Dso.of(mixed, date("2026-02-28"), DsoMethod.simple(31)).currencies())
                .containsExactly("EUR");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> dso.in("USD"))
                .withMessage("nothing was issued in \"USD\": the currencies are [EUR, JPY]");
    }

    @Test
    void series_holds_every_month_end_of_the_range() {
        MeasureSeries series =
                Dso.atMonthEnds(ledger, date("2025-12-31"), date("2026-04-15"), DsoMethod.countBackMonthly());

        assertThat(series.dates())
                .containsExactly(date("2025-12-31"), date("2026-01-31"), date("2026-02-28"), MARCH_31);
        assertThat(series.at(date("2025-12-31")).currencies()).isEmpty();
        assertThat(series.in("EUR").keySet()).containsExactly(date("2026-01-31"), date("2026-02-28"), MARCH_31);
        assertThat(value(series.in("EUR").get(date("2026-01-31")))).isEqualTo("31.000000"); // 1,000 of 1,000
        assertThatIllegalArgumentException()
                .isThrownBy(() -> series.at(date("2026-04-30")))
                .withMessageContaining("the series has no 2026-04-30");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dso.atMonthEnds(ledger, MARCH_31, date("2026-01-01"), DsoMethod.simple(90)))
                .withMessage("to 2026-01-01 is before from 2026-03-31");
    }

    @Test
    void empty_ledger_has_no_currencies() {
        Ledger empty = Ledger.builder().build();

        assertThat(Dso.of(empty, MARCH_31, DsoMethod.simple(90)).currencies()).isEmpty();
        assertThat(Dso.of(empty, MARCH_31, DsoMethod.trueDso()).currencies()).isEmpty();
    }

    @Test
    void dates_far_away_are_answered_or_refused_with_a_message() {
        assertThat(Dso.of(ledger, date("1900-01-01"), DsoMethod.simple(90)).currencies())
                .isEmpty();
        assertThat(value(Dso.of(ledger, date("2126-03-31"), DsoMethod.countBackMonthly())
                        .in("EUR")))
                .isEqualTo("36566.666667"); // 36,524 days to March 31, 2026 and the 42.666667 of then
        assertThat(Dso.of(ledger, date("9999-12-31"), DsoMethod.simple(90)).currencies())
                .containsExactly("EUR");
        for (LocalDate wrong : new LocalDate[] {date("1899-12-31"), LocalDate.MAX}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Dso.of(ledger, wrong, DsoMethod.simple(90)))
                    .withMessageContaining("is outside the years 1900 to 9999: check the date");
        }
    }

    @Test
    void settlements_above_the_size_of_a_debit_item_are_a_credit() {
        LedgerColumns columns = LedgerColumns.of(2)
                .currency("EUR")
                .customers(new String[] {"ACME"}, new int[2])
                .issueDays(new int[] {day("2026-03-01"), day("2026-03-01")})
                .dueDays(new int[] {day("2026-04-30"), day("2026-04-30")})
                .minorUnits(new long[] {100_00, 100_00})
                .settlements(new int[] {0, 1, 1}, new int[] {day("2026-02-25")}, new long[] {130_00})
                .build();
        Ledger overpaid = Ledger.ofColumns(columns);

        assertThat(Dso.of(overpaid, MARCH_31, DsoMethod.simple(31)).in("EUR").input("receivables"))
                .isEqualTo(number("70.00")); // 100 - 30
        assertThat(Dso.of(overpaid, MARCH_31, DsoMethod.simple(31).on(STANDARD.withoutDisputed()))
                        .in("EUR")
                        .input("receivables"))
                .isEqualTo(number("70.00"));
        assertThat(Dso.of(overpaid, MARCH_31, DsoMethod.bestPossible(31))
                        .in("EUR")
                        .input("currentReceivables"))
                .isEqualTo(number("100.00"));
        assertThat(Dso.of(overpaid, date("2026-02-28"), DsoMethod.simple(31)).currencies())
                .isEmpty();
    }

    @Test
    void sums_that_do_not_fit_fail_loudly() {
        LedgerColumns columns = LedgerColumns.of(2)
                .currency("EUR")
                .customers(new String[] {"ACME"}, new int[2])
                .issueDays(new int[] {day("2026-03-01"), day("2026-03-02")})
                .dueDays(new int[] {day("2026-04-30"), day("2026-04-30")})
                .minorUnits(new long[] {Long.MAX_VALUE, 1})
                .build();

        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Dso.of(Ledger.ofColumns(columns), MARCH_31, DsoMethod.simple(30)));
    }
}
