package io.receivables.metrics.efficiency;

import static io.receivables.metrics.internal.TestLedgers.date;
import static io.receivables.metrics.internal.TestLedgers.eur;
import static io.receivables.metrics.internal.TestLedgers.invoice;
import static io.receivables.metrics.internal.TestLedgers.number;
import static io.receivables.metrics.internal.TestLedgers.payment;
import static io.receivables.metrics.internal.TestLedgers.quarter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.receivables.core.Allocation;
import io.receivables.core.CreditNote;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.Refund;
import io.receivables.core.Reversal;
import io.receivables.core.WriteOff;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.LedgerColumns;
import io.receivables.metrics.Measure;
import io.receivables.metrics.MeasureBasis;
import io.receivables.metrics.MeasureKind;
import io.receivables.metrics.MeasureReason;
import io.receivables.metrics.MeasureSeries;
import io.receivables.metrics.MeasureStatus;
import io.receivables.metrics.TaxBasis;
import io.receivables.metrics.Window;
import io.receivables.metrics.efficiency.EfficiencyMethod.Cei;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EfficiencyTest {
    private static final LocalDate MARCH_31 = date("2026-03-31");
    private static final Window MARCH = Window.months(1);

    private final Ledger ledger = quarter().build();

    private Measure march(EfficiencyMethod method) {
        return Efficiency.of(ledger, MARCH_31, method).in("EUR");
    }

    private static String value(Measure measure) {
        return measure.value(6, RoundingMode.HALF_UP).orElseThrow().toPlainString();
    }

    private static void undefined(Measure measure, MeasureReason reason) {
        assertThat(measure.status()).isEqualTo(MeasureStatus.UNDEFINED);
        assertThat(measure.problem().orElseThrow().code()).isEqualTo(reason);
    }

    // ---- CEI and turnover

    @Test
    void cei_compares_what_was_collected_with_what_could_have_been() {
        // February ends with F-2, 600; sales of March 1,100; March ends with 1,350 net, 900 not past due
        Measure cei = march(EfficiencyMethod.cei());
        assertThat(value(cei)).isEqualTo("43.750000"); // (600 + 1,100 - 1,350) / (600 + 1,100 - 900) x 100
        assertThat(cei.name()).isEqualTo("cei-1m");
        assertThat(cei.convention())
                .isEqualTo("cei-1m; sales/1; current-is-not-past-due; tax-inclusive;"
                        + " credit-notes-when-issued; disputed-included");
        assertThat(cei.input("beginningReceivables")).isEqualTo(number("600.00"));
    }

    @Test
    void cei_within_a_month_is_undefined() {
        undefined(
                Efficiency.of(ledger, date("2026-03-30"), EfficiencyMethod.cei())
                        .in("EUR"),
                MeasureReason.NOT_A_MONTH_END);
        assertThat(Efficiency.of(
                                ledger,
                                date("2026-03-30"),
                                EfficiencyMethod.cei().over(Window.days(30)))
                        .in("EUR")
                        .status())
                .isEqualTo(MeasureStatus.OK);
    }

    @Test
    void cei_of_a_quarter_takes_all_its_sales_or_their_monthly_mean() {
        Cei quarter = EfficiencyMethod.cei().over(Window.months(3));

        assertThat(value(march(quarter))).isEqualTo("75.000000"); // (0 + 2,700 - 1,350) / (0 + 2,700 - 900) x 100
        assertThat(march(quarter.withSalesDividedBy(3)).reason()).startsWith("what could be collected is zero"); // 900
    }

    @Test
    void cei_may_take_items_up_to_60_days_old_as_current() {
        Cei young = EfficiencyMethod.cei().withCurrent(Cei.Current.UP_TO_60_DAYS_OLD);

        // F-2 of February 10 is 49 days old and current, too: 1,500
        assertThat(value(march(young))).isEqualTo("175.000000"); // 350 / (1,700 - 1,500) x 100
        // April 11 is 60 days after February 10, April 12 is 61
        assertThat(Efficiency.of(ledger, date("2026-04-11"), young.over(Window.days(30)))
                        .in("EUR")
                        .input("endingCurrentReceivables"))
                .isEqualTo(number("1500.00"));
        assertThat(Efficiency.of(ledger, date("2026-04-12"), young.over(Window.days(30)))
                        .in("EUR")
                        .input("endingCurrentReceivables"))
                .isEqualTo(number("900.00"));
    }

    @Test
    void cei_without_disputed_amounts() {
        // February: 600 - 300; March: 1,350 - 360 net, 900 - 60 current
        Cei undisputed = EfficiencyMethod.cei().on(MeasureBasis.standard().withoutDisputed());
        assertThat(value(march(undisputed))).isEqualTo("73.214286"); // (300 + 1,100 - 990) / (300 + 1,100 - 840) x 100
        undefined(
                march(EfficiencyMethod.cei().on(MeasureBasis.standard().withTax(TaxBasis.NET_OF_TAX))),
                MeasureReason.NO_TAX_STATED);
    }

    @Test
    void concentration_is_over_what_each_customer_owes_in_open_debit_items() {
        // ACME owes 600 + 900 on March 31, its credit note kept apart; BETA owes 500
        Ledger two = quarter()
                .invoice(Invoice.of("F-9", "BETA", date("2026-03-01"), eur("500.00")))
                .build();

        Measure largest = Efficiency.of(two, MARCH_31, EfficiencyMethod.topDebtorsShare(1))
                .in("EUR");
        assertThat(value(largest)).isEqualTo("75.000000"); // 1,500 / 2,000 x 100
        assertThat(largest.name()).isEqualTo("top-debtors-share-1");
        assertThat(largest.convention()).isEqualTo("top-debtors-share-1; open-debit-items; by-customer; tax-inclusive");
        Measure index =
                Efficiency.of(two, MARCH_31, EfficiencyMethod.herfindahl()).in("EUR");
        assertThat(value(index)).isEqualTo("6250.000000"); // 75² + 25²
        assertThat(index.name()).isEqualTo("herfindahl-hirschman-index");
        undefined(
                Efficiency.of(
                                Ledger.of(List.of(payment("P-0", "2026-01-01", "5.00"))),
                                MARCH_31,
                                EfficiencyMethod.herfindahl())
                        .in("EUR"),
                MeasureReason.ZERO_DENOMINATOR);
        assertThatIllegalArgumentException().isThrownBy(() -> EfficiencyMethod.topDebtorsShare(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new EfficiencyMethod.Concentration(MeasureKind.CEI, 1));
    }

    @Test
    void turnover_relates_sales_to_the_mean_receivables_of_the_window() {
        EfficiencyMethod turnover = EfficiencyMethod.turnover().over(Window.days(90));

        assertThat(value(march(turnover))).isEqualTo("4.000000"); // 2,700 / ((0 + 1,350) / 2)
        undefined(march(EfficiencyMethod.turnover()), MeasureReason.SHORT_HISTORY);
        assertThat(value(march(EfficiencyMethod.turnover().over(MARCH)))).isEqualTo("1.128205"); // 1,100 / 975
    }

    // ---- ratios of open items

    @Test
    void overdue_ratio_takes_open_debit_items() {
        assertThat(value(march(EfficiencyMethod.overdueRatio()))).isEqualTo("40.000000"); // 600 / 1,500
        // F-2 was due on March 12, 19 days ago
        assertThat(value(march(EfficiencyMethod.overdueRatio(18)))).isEqualTo("40.000000");
        assertThat(value(march(EfficiencyMethod.overdueRatio(19)))).isEqualTo("0.000000");
        assertThat(march(EfficiencyMethod.overdueRatio(30)).name()).isEqualTo("overdue-ratio-beyond-30");
        assertThat(EfficiencyMethod.overdueRatio().convention())
                .isEqualTo("overdue-ratio; open-debit-items; tax-inclusive");
    }

    @Test
    void dispute_ratio_takes_the_contested_part() {
        Measure ratio = march(EfficiencyMethod.disputeRatio());

        assertThat(value(ratio)).isEqualTo("24.000000"); // (300 + 60) / 1,500
        assertThat(ratio.name()).isEqualTo("dispute-ratio");
    }

    @Test
    void ratio_of_nothing_open_is_undefined() {
        Ledger settled = Ledger.builder()
                .invoice(invoice("F-1", "2026-01-01", "10.00"))
                .payment(payment("P-1", "2026-01-02", "10.00"), "F-1")
                .build();

        undefined(
                Efficiency.of(settled, MARCH_31, EfficiencyMethod.overdueRatio())
                        .in("EUR"),
                MeasureReason.ZERO_DENOMINATOR);
    }

    // ---- cash

    @Test
    void recovery_rate_relates_cash_to_what_fell_due() {
        // March: 350 paid; F-2 of 600 fell due
        Measure rate = march(EfficiencyMethod.recoveryRate(MARCH));
        assertThat(value(rate)).isEqualTo("58.333333");
        assertThat(rate.convention()).isEqualTo("recovery-rate-1m; tax-inclusive");
        // from January 1: 1,000 + 350 paid; 1,000 + 600 fell due
        assertThat(value(march(EfficiencyMethod.recoveryRate(Window.toDate())))).isEqualTo("84.375000");
        undefined(
                Efficiency.of(ledger, date("2026-03-30"), EfficiencyMethod.recoveryRate(MARCH))
                        .in("EUR"),
                MeasureReason.NOT_A_MONTH_END);
    }

    @Test
    void recovery_counts_unapplied_cash_once() {
        Ledger advance = Ledger.builder()
                .payment(payment("P-1", "2026-02-20", "100.00"))
                .invoice(invoice("F-1", "2026-03-05", "2026-03-10", "80.00"))
                .fact(Allocation.ofPayment("A-1", "P-1", "F-1", date("2026-03-06"), eur("80.00")))
                .build();

        // February: 100 came in; March: 80 applied, unapplied cash 100 -> 20
        assertThat(Efficiency.of(advance, date("2026-02-28"), EfficiencyMethod.recoveryRate(MARCH))
                        .in("EUR")
                        .input("collected"))
                .isEqualTo(number("100.00"));
        assertThat(value(Efficiency.of(advance, MARCH_31, EfficiencyMethod.recoveryRate(MARCH))
                        .in("EUR")))
                .isEqualTo("0.000000");
    }

    @Test
    void returned_and_refunded_cash_is_not_collected() {
        Ledger returned = quarter()
                .fact(Reversal.ofPayment("R-1", "P-2", date("2026-03-28")))
                .payment(payment("P-3", "2026-03-02", "70.00"))
                .fact(Refund.ofPayment("RF-1", "P-3", date("2026-03-29"), eur("50.00")))
                .build();

        assertThat(Efficiency.of(returned, MARCH_31, EfficiencyMethod.recoveryRate(MARCH))
                        .in("EUR")
                        .input("collected"))
                .isEqualTo(number("20.00")); // 350 - 350 + 70 - 50
        assertThat(Efficiency.of(returned, date("2026-03-27"), EfficiencyMethod.recoveryRate(Window.days(27)))
                        .in("EUR")
                        .input("collected"))
                .isEqualTo(number("420.00"));
    }

    @Test
    void credit_notes_and_write_offs_are_no_cash() {
        Ledger settled = Ledger.builder()
                .invoice(invoice("F-1", "2026-03-01", "2026-03-15", "100.00"))
                .creditNote(CreditNote.of("CN-1", "ACME", date("2026-03-02"), eur("30.00")))
                .fact(Allocation.ofCreditNote("A-1", "CN-1", "F-1", date("2026-03-03"), eur("30.00")))
                .fact(WriteOff.of("W-1", "F-1", date("2026-03-20"), eur("7.00")))
                .build();

        assertThat(value(Efficiency.of(settled, MARCH_31, EfficiencyMethod.recoveryRate(MARCH))
                        .in("EUR")))
                .isEqualTo("0.000000");
        assertThat(value(Efficiency.of(settled, MARCH_31, EfficiencyMethod.badDebtRatio(MARCH))
                        .in("EUR")))
                .isEqualTo("10.000000"); // 7 / (100 - 30)
        assertThat(value(Efficiency.of(settled, date("2026-03-19"), EfficiencyMethod.badDebtRatio(Window.toDate()))
                        .in("EUR")))
                .isEqualTo("0.000000");
        undefined(
                Efficiency.of(settled, date("2026-03-28"), EfficiencyMethod.badDebtRatio(Window.days(9)))
                        .in("EUR"),
                MeasureReason.NO_SALES);
        undefined(
                Efficiency.of(settled, MARCH_31, EfficiencyMethod.weightedDaysToPay())
                        .in("EUR"),
                MeasureReason.NOTHING_TO_AVERAGE);
    }

    @Test
    void cash_freed_takes_the_sales_of_the_last_year() {
        Ledger year = Ledger.builder()
                .invoice(invoice("F-0", "2025-03-31", "500.00"))
                .invoice(invoice("F-1", "2025-04-01", "3650.00"))
                .build();
        EfficiencyMethod freed = EfficiencyMethod.cashFreed(number("40"), number("45"));

        Measure cash = Efficiency.of(year, MARCH_31, freed).in("EUR");
        assertThat(value(cash)).isEqualTo("-50.000000"); // 3,650 x (40 - 45) / 365: five days more tie up 50
        assertThat(cash.name()).isEqualTo("cash-freed");
        undefined(march(freed), MeasureReason.SHORT_HISTORY);
    }

    // ---- days

    @Test
    void weighted_days_to_pay_count_from_issue_to_payment() {
        // F-1: 1,000 after 50 days; F-3: 350 after 20 days
        Measure days = march(EfficiencyMethod.weightedDaysToPay());
        assertThat(value(days)).isEqualTo("42.222222"); // (1,000 x 50 + 350 x 20) / 1,350
        assertThat(days.input("amount")).isEqualTo(number("1350.00"));
        assertThat(days.name()).isEqualTo("weighted-days-to-pay-to-date");
        assertThat(value(march(EfficiencyMethod.weightedDaysToPay().over(MARCH))))
                .isEqualTo("20.000000");
    }

    @Test
    void days_beyond_terms_are_weighted_or_plain_and_floored_or_signed() {
        // F-1: 1,000, 20 days late; F-3: 350, 10 days early
        var terms = EfficiencyMethod.daysBeyondTerms();
        assertThat(value(march(terms))).isEqualTo("14.814815"); // 20,000 / 1,350
        assertThat(value(march(terms.withEarly(EarlyPayments.NEGATIVE)))).isEqualTo("12.222222"); // 16,500 / 1,350
        assertThat(value(march(terms.unweighted()))).isEqualTo("10.000000"); // 20 / 2
        assertThat(value(march(terms.unweighted().withEarly(EarlyPayments.NEGATIVE))))
                .isEqualTo("5.000000");
        assertThat(value(march(terms.over(MARCH).withEarly(EarlyPayments.NEGATIVE))))
                .isEqualTo("-10.000000");
        assertThat(march(terms).name()).isEqualTo("weighted-days-beyond-terms-to-date");
        assertThat(march(terms.unweighted()).convention())
                .isEqualTo("days-beyond-terms-to-date; early-as-zero; tax-inclusive");
        assertThat(march(terms.unweighted()).input("payments")).isEqualByComparingTo("2");
        undefined(
                Efficiency.of(ledger, date("2026-01-15"), terms.over(MARCH)).in("EUR"), MeasureReason.NOT_A_MONTH_END);
    }

    @Test
    void payment_that_was_undone_is_no_payment() {
        Ledger undone = Ledger.builder()
                .invoice(invoice("F-1", "2026-03-01", "300.00"))
                .payment(payment("P-1", "2026-03-05", "100.00"), "F-1")
                .payment(payment("P-2", "2026-03-09", "200.00"), "F-1")
                .fact(Reversal.ofPayment("R-1", "P-1", date("2026-03-12")))
                .build();

        assertThat(value(Efficiency.of(undone, date("2026-03-11"), EfficiencyMethod.weightedDaysToPay())
                        .in("EUR")))
                .isEqualTo("6.666667"); // (100 x 4 + 200 x 8) / 300
        assertThat(value(Efficiency.of(undone, date("2026-03-12"), EfficiencyMethod.weightedDaysToPay())
                        .in("EUR")))
                .isEqualTo("8.000000"); // the 200 alone
    }

    @Test
    void cash_undone_in_other_amounts_takes_off_the_latest_payments() {
        Ledger columns = oneItem(
                300_00,
                new int[] {day("2026-03-05"), day("2026-03-07"), day("2026-03-09"), day("2026-03-12")},
                new long[] {100_00, 50_00, 60_00, -80_00});

        // 80 of 60 and 50: 100 after 4 days and 30 after 6
        Measure days = Efficiency.of(columns, MARCH_31, EfficiencyMethod.weightedDaysToPay())
                .in("EUR");
        assertThat(value(days)).isEqualTo("4.461538"); // (400 + 180) / 130
        assertThat(days.input("amount")).isEqualTo(number("130.00"));

        Ledger more = oneItem(300_00, new int[] {day("2026-03-05"), day("2026-03-07")}, new long[] {100_00, -150_00});
        undefined(
                Efficiency.of(more, MARCH_31, EfficiencyMethod.weightedDaysToPay())
                        .in("EUR"),
                MeasureReason.NOTHING_TO_AVERAGE);
    }

    @Test
    void payment_before_the_issue_date_counts_on_it() {
        Ledger early = oneItem(100_00, new int[] {day("2026-02-20")}, new long[] {100_00});

        assertThat(value(Efficiency.of(early, MARCH_31, EfficiencyMethod.weightedDaysToPay())
                        .in("EUR")))
                .isEqualTo("0.000000");
        assertThat(value(Efficiency.of(early, MARCH_31, EfficiencyMethod.recoveryRate(MARCH))
                        .in("EUR")))
                .isEqualTo("100.000000");
        assertThat(Efficiency.of(early, date("2026-02-28"), EfficiencyMethod.weightedDaysToPay())
                        .currencies())
                .isEmpty();
    }

    /** An invoice of March 1, due on March 10, with settlements. */
    private static Ledger oneItem(long amount, int[] days, long[] amounts) {
        return Ledger.ofColumns(LedgerColumns.of(1)
                .currency("EUR")
                .customers(new String[] {"ACME"}, new int[1])
                .issueDays(new int[] {day("2026-03-01")})
                .dueDays(new int[] {day("2026-03-10")})
                .minorUnits(new long[] {amount})
                .settlements(new int[] {0, days.length}, days, amounts)
                .build());
    }

    private static int day(String iso) {
        return (int) date(iso).toEpochDay();
    }

    @Test
    void average_days_late_is_about_items_that_are_fully_settled() {
        Ledger mixed = quarter()
                .invoice(invoice("F-4", "2026-03-01", "2026-03-20", "10.00"))
                .payment(payment("P-4", "2026-03-15", "10.00"), "F-4") // 5 days early: 0
                .invoice(invoice("F-5", "2026-03-01", "2026-03-20", "10.00"))
                .payment(payment("P-5", "2026-03-21", "4.00"), "F-5")
                .fact(WriteOff.of("W-5", "F-5", date("2026-03-24"), eur("6.00"))) // 4 days late
                .invoice(invoice("F-6", "2026-03-01", "2026-03-20", "0.00"))
                .build();

        // F-1 20 days, F-4 0, F-5 4; F-2 and F-3 are open; F-6 is nothing
        Measure late = Efficiency.of(mixed, MARCH_31, EfficiencyMethod.averageDaysLate())
                .in("EUR");
        assertThat(value(late)).isEqualTo("8.000000");
        assertThat(late.input("items")).isEqualByComparingTo("3");
        assertThat(late.kind()).isEqualTo(MeasureKind.AVERAGE_DAYS_LATE);
        assertThat(value(Efficiency.of(
                                mixed,
                                MARCH_31,
                                EfficiencyMethod.averageDaysLate().over(MARCH))
                        .in("EUR")))
                .isEqualTo("2.000000"); // (0 + 4) / 2
        undefined(
                Efficiency.of(mixed, date("2026-02-19"), EfficiencyMethod.averageDaysLate())
                        .in("EUR"),
                MeasureReason.NOTHING_TO_AVERAGE);
    }

    @Test
    void settled_day_is_the_one_since_which_nothing_was_open_as_of_the_date() {
        // paid on the 12th, undone on the 15th, paid again on the 19th
        Ledger again = oneItem(100_00, new int[] {day("2026-03-12"), day("2026-03-15"), day("2026-03-19")}, new long[] {
            100_00, -100_00, 100_00
        });

        assertThat(value(Efficiency.of(again, date("2026-03-14"), EfficiencyMethod.averageDaysLate())
                        .in("EUR")))
                .isEqualTo("2.000000");
        undefined(
                Efficiency.of(again, date("2026-03-15"), EfficiencyMethod.averageDaysLate())
                        .in("EUR"),
                MeasureReason.NOTHING_TO_AVERAGE);
        assertThat(value(Efficiency.of(again, date("2026-03-19"), EfficiencyMethod.averageDaysLate())
                        .in("EUR")))
                .isEqualTo("9.000000");
    }

    @Test
    void item_that_stays_settled_over_a_day_of_exchange_was_settled_before() {
        // undone and replaced on one day: no end of day saw it open; then paid twice over
        Ledger exchanged = oneItem(
                100_00,
                new int[] {day("2026-03-12"), day("2026-03-15"), day("2026-03-15"), day("2026-03-18")},
                new long[] {100_00, -100_00, 100_00, 5_00});

        assertThat(value(Efficiency.of(exchanged, MARCH_31, EfficiencyMethod.averageDaysLate())
                        .in("EUR")))
                .isEqualTo("2.000000");
    }

    @Test
    void item_issued_and_paid_on_the_as_of_date_counts() {
        Ledger sameDay = oneItem(100_00, new int[] {day("2026-03-01")}, new long[] {100_00});

        Measure days = Efficiency.of(sameDay, date("2026-03-01"), EfficiencyMethod.weightedDaysToPay())
                .in("EUR");
        assertThat(value(days)).isEqualTo("0.000000");
        assertThat(days.input("amount")).isEqualTo(number("100.00"));
    }

    @Test
    void nothing_paid_or_owed_is_no_payment_and_no_item() {
        Ledger zeroPayment = oneItem(100_00, new int[] {day("2026-03-04"), day("2026-03-14")}, new long[] {0, 40_00});
        Measure plain = Efficiency.of(
                        zeroPayment,
                        MARCH_31,
                        EfficiencyMethod.daysBeyondTerms().unweighted())
                .in("EUR");
        assertThat(value(plain)).isEqualTo("4.000000"); // March 14, due March 10; the zero counts nowhere

        Ledger zeroItem = oneItem(0, new int[] {day("2026-03-14")}, new long[] {5_00});
        undefined(
                Efficiency.of(zeroItem, MARCH_31, EfficiencyMethod.averageDaysLate())
                        .in("EUR"),
                MeasureReason.NOTHING_TO_AVERAGE);
    }

    // ---- dates, series, currencies

    @Test
    void series_equals_the_single_dates() {
        MeasureSeries series =
                Efficiency.atMonthEnds(ledger, date("2026-01-01"), MARCH_31, EfficiencyMethod.overdueRatio());

        assertThat(series.dates()).containsExactly(date("2026-01-31"), date("2026-02-28"), MARCH_31);
        assertThat(value(series.at(MARCH_31).in("EUR"))).isEqualTo("40.000000");
        assertThat(value(series.at(date("2026-01-31")).in("EUR"))).isEqualTo("0.000000"); // F-1 is due that day
        assertThat(series.at(MARCH_31).in("EUR"))
                .isEqualTo(Efficiency.of(ledger, MARCH_31, EfficiencyMethod.overdueRatio())
                        .in("EUR"));
    }

    @Test
    void currencies_are_measured_one_by_one() {
        Ledger mixed = quarter()
                .invoice(Invoice.of("J-1", "TOKIO", date("2026-03-01"), Money.of("500", "JPY"))
                        .dueOn(date("2026-03-30")))
                .build();

        var ratio = Efficiency.of(mixed, MARCH_31, EfficiencyMethod.overdueRatio());
        assertThat(value(ratio.in("EUR"))).isEqualTo("40.000000");
        assertThat(value(ratio.in("JPY"))).isEqualTo("100.000000");
        assertThat(ratio.in("JPY").input("total")).isEqualByComparingTo("500");
        assertThat(value(Efficiency.of(mixed, MARCH_31, EfficiencyMethod.recoveryRate(MARCH))
                        .in("JPY")))
                .isEqualTo("0.000000");
    }

    // ---- methods

    @Test
    void methods_are_named_and_refuse_what_does_not_fit() {
        assertThat(Stream.of(
                                EfficiencyMethod.turnover(),
                                EfficiencyMethod.badDebtRatio(Window.days(365)),
                                EfficiencyMethod.averageDaysLate(),
                                EfficiencyMethod.cashFreed(number("2"), number("1")))
                        .map(EfficiencyMethod::convention))
                .containsExactly(
                        "receivables-turnover-365; average-receivables; tax-inclusive;"
                                + " credit-notes-when-issued; disputed-included",
                        "bad-debt-ratio-365; tax-inclusive",
                        "average-days-late-to-date; tax-inclusive",
                        "cash-freed; sales-of-365-days; tax-inclusive");
        Cei cei = new Cei(Window.days(9), 2, Cei.Current.UP_TO_60_DAYS_OLD, MeasureBasis.standard());
        assertThat(cei.over(Window.days(9))
                        .withSalesDividedBy(2)
                        .withCurrent(Cei.Current.UP_TO_60_DAYS_OLD)
                        .on(MeasureBasis.standard()))
                .isEqualTo(cei);
        assertThat(EfficiencyMethod.turnover().on(MeasureBasis.standard())).isEqualTo(EfficiencyMethod.turnover());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cei.withSalesDividedBy(0))
                .withMessage("periods 0 must be at least 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EfficiencyMethod.turnover().over(Window.toDate()))
                .withMessage("a turnover needs a window of days or months, not to-date");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EfficiencyMethod.overdueRatio(-1))
                .withMessage("beyondDays -1 does not fit overdue-ratio");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EfficiencyMethod.OpenRatio(MeasureKind.DISPUTE_RATIO, 1))
                .withMessage("beyondDays 1 does not fit dispute-ratio");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EfficiencyMethod.OpenRatio(MeasureKind.CEI, 0))
                .withMessage("cei is not a part of the open debit items");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EfficiencyMethod.OverWindow(MeasureKind.CEI, MARCH))
                .withMessage("cei is not an efficiency over a window");
    }
}
