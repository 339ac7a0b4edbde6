package io.receivables.metrics.live;

import static io.receivables.metrics.internal.TestLedgers.date;
import static io.receivables.metrics.internal.TestLedgers.eur;
import static io.receivables.metrics.internal.TestLedgers.invoice;
import static io.receivables.metrics.internal.TestLedgers.payment;
import static io.receivables.metrics.internal.TestLedgers.quarter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.receivables.core.Allocation;
import io.receivables.core.CreditNote;
import io.receivables.core.Dispute;
import io.receivables.core.DisputeResolution;
import io.receivables.core.Fact;
import io.receivables.core.Instalment;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.Problem;
import io.receivables.core.Refund;
import io.receivables.core.Reversal;
import io.receivables.core.WriteOff;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.LedgerColumns;
import io.receivables.core.ledger.LedgerProblem;
import io.receivables.metrics.Measure;
import io.receivables.metrics.MeasureReason;
import io.receivables.metrics.TaxBasis;
import io.receivables.metrics.Window;
import io.receivables.metrics.aging.BucketScheme;
import io.receivables.metrics.dso.DsoMethod;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class LiveLedgerTest {
    private static final LocalDate MARCH_31 = date("2026-03-31");

    /** 1,000 due on March 1 and 500 due on April 10. */
    private static LiveLedger twoInvoices() {
        LiveLedger live = LiveLedger.startingOn(MARCH_31);
        live.apply(invoice("F-1", "2026-02-01", "2026-03-01", "1000.00"));
        live.apply(invoice("F-2", "2026-03-10", "2026-04-10", "500.00"));
        return live;
    }

    private static LiveOutcome.Status status(LiveLedger live, Fact fact) {
        return live.apply(fact).status();
    }

    private static void assertFigures(LiveLedger live, String receivables, String overdue, String credits) {
        LiveTotals totals = live.totals("EUR");
        assertThat(totals.receivables()).isEqualTo(eur(receivables));
        assertThat(totals.overdue()).isEqualTo(eur(overdue));
        assertThat(totals.unappliedCredits()).isEqualTo(eur(credits));
        assertThat(totals.balance()).isEqualTo(eur(receivables).minus(eur(credits)));
        assertThat(live.balance("ACME", "EUR")).isEqualTo(totals.balance());
        assertThat(totals.foots()).isTrue();
    }

    @Test
    void every_fact_is_in_the_totals_at_once() {
        LiveLedger live = twoInvoices();
        assertFigures(live, "1500.00", "1000.00", "0.00"); // F-1 is 30 days past due

        live.apply(payment("P-1", "2026-03-20", "800.00"));
        assertFigures(live, "1500.00", "1000.00", "800.00");

        live.apply(Allocation.ofPayment("A-1", "P-1", "F-1", date("2026-03-20"), eur("700.00")));
        assertFigures(live, "800.00", "300.00", "100.00"); // 1,000 - 700; 800 - 700

        live.apply(Refund.ofPayment("RF-1", "P-1", date("2026-03-25"), eur("100.00")));
        assertFigures(live, "800.00", "300.00", "0.00");

        live.apply(CreditNote.of("CN-1", "ACME", date("2026-03-26"), eur("50.00")));
        live.apply(Allocation.ofCreditNote("A-2", "CN-1", "F-2", date("2026-03-26"), eur("50.00")));
        assertFigures(live, "750.00", "300.00", "0.00"); // 500 - 50

        live.apply(WriteOff.of("W-1", "F-1", date("2026-03-30"), eur("300.00")));
        assertFigures(live, "450.00", "0.00", "0.00");

        live.apply(Reversal.ofAllocation("R-1", "A-2", date("2026-03-31")));
        assertFigures(live, "500.00", "0.00", "50.00"); // F-2 is open again, and so is the credit note
        assertThat(live.problems()).isEmpty();
    }

    @Test
    void a_returned_payment_gives_back_all_that_it_settled() {
        LiveLedger live = twoInvoices();
        live.apply(payment("P-1", "2026-03-20", "1200.00"));
        live.apply(Allocation.ofPayment("A-1", "P-1", "F-1", date("2026-03-20"), eur("1000.00")));
        live.apply(Allocation.ofPayment("A-2", "P-1", "F-2", date("2026-03-20"), eur("150.00")));
        assertFigures(live, "350.00", "0.00", "50.00");

        assertThat(status(live, Reversal.ofPayment("R-1", "P-1", date("2026-03-24"))))
                .isEqualTo(LiveOutcome.Status.COUNTED);

        assertFigures(live, "1500.00", "1000.00", "0.00");
    }

    @Test
    void an_amount_given_back_is_there_from_that_day_on_only() {
        LiveLedger live = twoInvoices();
        live.apply(payment("P-1", "2026-03-05", "1000.00"));
        live.apply(Allocation.ofPayment("A-1", "P-1", "F-1", date("2026-03-05"), eur("1000.00")));
        live.apply(Reversal.ofAllocation("R-1", "A-1", date("2026-03-20")));

        // on March 10 the invoice was settled, on March 20 it is open again
        assertThat(live.apply(WriteOff.of("W-1", "F-1", date("2026-03-10"), eur("10.00")))
                        .problems())
                .extracting(Problem::code)
                .containsExactly(LedgerProblem.ABOVE_OPEN_AMOUNT);
        assertThat(status(live, WriteOff.of("W-2", "F-1", date("2026-03-20"), eur("10.00"))))
                .isEqualTo(LiveOutcome.Status.COUNTED);
        assertFigures(live, "1490.00", "990.00", "1000.00");
    }

    @Test
    void disputes_are_an_of_which_until_they_are_resolved() {
        LiveLedger live = twoInvoices();
        live.apply(Dispute.of("D-1", "F-1", date("2026-03-05")).over(eur("600.00")));
        live.apply(Dispute.of("D-2", "F-1", date("2026-03-06")).over(eur("700.00")));
        live.apply(Dispute.of("D-3", "F-2", date("2026-03-15")));
        assertThat(live.totals("EUR").disputed()).isEqualTo(eur("1500.00")); // 1,000 at most, and 500
        assertThat(live.totals("EUR").disputedItems()).isEqualTo(2);

        live.apply(DisputeResolution.of("DR-2", "D-2", date("2026-03-16")));
        live.apply(DisputeResolution.of("DR-3", "D-3", date("2026-03-20")));
        assertThat(live.totals("EUR").disputed()).isEqualTo(eur("600.00"));

        live.apply(payment("P-1", "2026-03-20", "900.00"));
        live.apply(Allocation.ofPayment("A-1", "P-1", "F-1", date("2026-03-20"), eur("900.00")));
        assertThat(live.totals("EUR").disputed()).isEqualTo(eur("100.00")); // no more than is open
        assertFigures(live, "600.00", "100.00", "0.00");
    }

    @Test
    void a_new_day_moves_what_changes_its_bucket() {
        LiveLedger live = twoInvoices();
        assertThat(live.totals("EUR").bucket("1-30").amount()).isEqualTo(eur("1000.00"));
        assertThat(live.totals("EUR").bucket("not-due").amount()).isEqualTo(eur("500.00"));

        live.advanceTo(date("2026-04-01")); // 31 days after March 1
        assertThat(live.totals("EUR").bucket("1-30").items()).isZero();
        assertThat(live.totals("EUR").bucket("31-60").amount()).isEqualTo(eur("1000.00"));

        live.advanceTo(date("2026-04-10")); // due today is not past due
        assertFigures(live, "1500.00", "1000.00", "0.00");
        live.advanceTo(date("2026-04-11"));
        assertFigures(live, "1500.00", "1500.00", "0.00");
        assertThat(live.totals("EUR").overdueItems()).isEqualTo(2);
        assertThat(live.asOf()).isEqualTo(date("2026-04-11"));
    }

    @Test
    void what_is_dated_later_waits_for_its_day() {
        LiveLedger live = twoInvoices();
        assertThat(status(live, invoice("F-3", "2026-04-02", "2026-05-02", "80.00")))
                .isEqualTo(LiveOutcome.Status.WAITING);
        assertThat(status(live, payment("P-1", "2026-03-31", "80.00"))).isEqualTo(LiveOutcome.Status.COUNTED);
        assertThat(live.apply(Allocation.ofPayment("A-1", "P-1", "F-3", date("2026-03-31"), eur("80.00"))))
                .satisfies(advance -> {
                    assertThat(advance.status()).isEqualTo(LiveOutcome.Status.WAITING);
                    assertThat(advance.problems())
                            .extracting(Problem::code)
                            .containsExactly(LedgerProblem.PAYMENT_BEFORE_DOCUMENT);
                });
        assertFigures(live, "1500.00", "1000.00", "80.00");

        live.advanceTo(date("2026-04-02"));

        assertFigures(live, "1500.00", "1000.00", "0.00"); // issued, and paid in advance
        assertThat(live.sales("EUR", Window.days(1))).isEqualTo(eur("80.00"));
    }

    @Test
    void what_comes_before_the_thing_that_it_names_waits_for_it() {
        LiveLedger live = LiveLedger.startingOn(MARCH_31);
        Allocation allocation = Allocation.ofPayment("A-1", "P-1", "F-1", date("2026-03-20"), eur("1000.00"));
        assertThat(live.apply(allocation).problems())
                .extracting(Problem::code)
                .containsExactly(LedgerProblem.UNKNOWN_SOURCE);
        live.apply(payment("P-1", "2026-03-20", "1000.00"));
        assertThat(live.problems()).extracting(Problem::code).containsExactly(LedgerProblem.UNKNOWN_DOCUMENT);
        assertFigures(live, "0.00", "0.00", "1000.00");

        live.apply(invoice("F-1", "2026-02-01", "2026-03-01", "1000.00"));

        assertThat(live.problems()).isEmpty();
        assertFigures(live, "0.00", "0.00", "0.00");
    }

    @Test
    void a_late_fact_can_push_out_one_that_came_before_it() {
        LiveLedger live = twoInvoices();
        live.apply(payment("P-1", "2026-03-01", "600.00"));
        live.apply(payment("P-2", "2026-03-02", "600.00"));
        live.apply(Allocation.ofPayment("A-2", "P-2", "F-1", date("2026-03-02"), eur("600.00")));

        // 600 + 600 > 1,000: the one that is dated earlier counts, though it came later
        assertThat(status(live, Allocation.ofPayment("A-1", "P-1", "F-1", date("2026-03-01"), eur("600.00"))))
                .isEqualTo(LiveOutcome.Status.COUNTED);

        assertThat(live.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(LedgerProblem.ABOVE_OPEN_AMOUNT);
            assertThat(problem.attribute(Problem.ID)).isEqualTo("A-2");
        });
        assertFigures(live, "900.00", "400.00", "600.00");
    }

    @Test
    void instalments_are_paid_as_they_fall_due() {
        LiveLedger live = LiveLedger.startingOn(MARCH_31);
        live.apply(Invoice.of("F-1", "ACME", date("2026-02-01"), eur("900.00"))
                .payableIn(List.of(
                        Instalment.of(date("2026-03-01"), eur("300.00")),
                        Instalment.of(date("2026-04-01"), eur("600.00")))));
        live.apply(payment("P-1", "2026-03-20", "400.00"));
        live.apply(Allocation.ofPayment("A-1", "P-1", "F-1", date("2026-03-20"), eur("400.00")));

        assertFigures(live, "500.00", "0.00", "0.00"); // 300 of the first, 100 of the second
        assertThat(live.totals("EUR").openItems()).isEqualTo(1);
    }

    @Test
    void customers_are_told_apart_and_so_are_currencies() {
        LiveLedger live = twoInvoices();
        live.apply(Invoice.of("F-3", "BETA", date("2026-03-01"), eur("70.00")));
        live.apply(Payment.of("P-9", "BETA", date("2026-03-31"), Money.of("25", "JPY")));

        assertThat(live.currencies()).containsExactly("EUR", "JPY");
        assertThat(live.customer("ACME")).containsOnlyKeys("EUR");
        assertThat(live.customer("BETA").get("EUR").overdue()).isEqualTo(eur("70.00"));
        assertThat(live.customer("BETA").get("JPY").balance()).isEqualTo(Money.of("-25", "JPY"));
        assertThat(live.balance("BETA", "JPY")).isEqualTo(Money.of("-25", "JPY"));
        assertThat(live.balance("nobody", "EUR")).isEqualTo(eur("0.00"));
        assertThat(live.customer("nobody")).isEmpty();
    }

    @Test
    void dso_of_the_quarter() {
        LiveLedger live = LiveLedger.of(quarter().build(), LiveOptions.standard(MARCH_31));

        // 1,350 / 2,700 x 90; not due 900; contested 360
        assertThat(live.dsoDays("EUR", DsoMethod.simple(90))).isEqualTo(45.0);
        assertThat(live.dsoDays("EUR", DsoMethod.bestPossible(90))).isEqualTo(30.0);
        assertThat(live.dsoDays("EUR", DsoMethod.disputeDso(90))).isEqualTo(12.0);
        // 1,350 - 1,100 of March; 250 / 600 of February's 28 days
        assertThat(live.dsoDays("EUR", DsoMethod.countBackMonthly())).isCloseTo(31 + 250.0 / 600 * 28, within(1e-9));
        Measure simple = live.dso("EUR", DsoMethod.simple(90));
        assertThat(simple.value()).hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("45"));
        assertThat(simple.input("sales")).isEqualByComparingTo("2700");
        assertThat(live.sales("EUR", Window.months(2))).isEqualTo(eur("1700.00")); // 600 + 1,100
    }

    @Test
    void a_dso_without_value_says_why_and_is_no_number() {
        LiveLedger live = twoInvoices();

        Measure measure = live.dso("EUR", DsoMethod.simple(90)); // sales begin 59 days back
        assertThat(measure.problem())
                .hasValueSatisfying(why -> assertThat(why.code()).isEqualTo(MeasureReason.SHORT_HISTORY));
        assertThat(live.dsoDays("EUR", DsoMethod.simple(90))).isNaN();
    }

    @Test
    void a_snapshot_stays_as_it_was() {
        LiveLedger live = twoInvoices();
        LiveSnapshot before = live.snapshot();
        LiveTotals totals = live.totals("EUR");

        live.advanceTo(date("2026-06-30"));
        live.apply(invoice("F-3", "2026-06-30", "2026-07-30", "10.00"));

        assertThat(before.asOf()).isEqualTo(MARCH_31);
        assertThat(before.in("EUR")).isEqualTo(totals);
        assertThat(before.sales("EUR", Window.days(30))).isEqualTo(eur("500.00"));
        assertThat(before.toString()).contains("2026-03-31").contains("EUR 1500.00");
    }

    // ---- what is refused

    @Test
    void a_repeated_fact_counts_once() {
        LiveLedger live = twoInvoices();
        LiveOutcome same = live.apply(invoice("F-1", "2026-02-01", "2026-03-01", "1000.00"));
        LiveOutcome other = live.apply(CreditNote.of("F-1", "ACME", date("2026-03-01"), eur("1.00")));

        assertThat(same.status()).isEqualTo(LiveOutcome.Status.REPEATED);
        assertThat(same.problems()).extracting(Problem::code).containsExactly(LedgerProblem.DUPLICATE);
        assertThat(other.problems()).extracting(Problem::code).containsExactly(LedgerProblem.CONFLICTING_ID);
        assertThat(live.problems()).hasSize(2);
        assertFigures(live, "1500.00", "1000.00", "0.00");
    }

    @Test
    void an_amount_that_is_not_there_is_left_out_with_the_reason() {
        LiveLedger live = twoInvoices();
        live.apply(payment("P-1", "2026-03-20", "100.00"));

        LiveOutcome outcome = live.apply(Allocation.ofPayment("A-1", "P-1", "F-1", date("2026-03-20"), eur("100.01")));

        assertThat(outcome.status()).isEqualTo(LiveOutcome.Status.LEFT_OUT);
        assertThat(outcome.problems()).extracting(Problem::code).containsExactly(LedgerProblem.ABOVE_SOURCE);
        assertFigures(live, "1500.00", "1000.00", "100.00");
    }

    @Test
    void sizes_beyond_a_long_are_refused_and_change_nothing() {
        LiveLedger live = twoInvoices();
        Money most = Money.ofMinor(Long.MAX_VALUE, Money.currency("EUR"));

        assertThatThrownBy(() -> live.apply(Invoice.of("F-9", "ACME", MARCH_31, most)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("EUR");

        assertFigures(live, "1500.00", "1000.00", "0.00");
        assertThat(status(live, Invoice.of("F-9", "ACME", MARCH_31, eur("1.00"))))
                .isEqualTo(LiveOutcome.Status.COUNTED);
    }

    @Test
    void days_only_move_on() {
        LiveLedger live = twoInvoices();
        live.advanceTo(MARCH_31);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> live.advanceTo(date("2026-03-30")))
                .withMessageContaining("2026-03-30 is before 2026-03-31");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> live.advanceTo(LocalDate.of(10_000, 1, 1)))
                .withMessageContaining("outside the years 1900 to 9999");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LiveLedger.startingOn(LocalDate.of(202, 1, 1)))
                .withMessageContaining("startingOn 0202-01-01");
    }

    @Test
    void the_farthest_days_are_days_like_others() {
        LiveLedger live = LiveLedger.startingOn(date("9999-12-30"));
        live.apply(invoice("F-1", "1900-01-01", "1900-01-01", "10.00"));
        live.apply(invoice("F-2", "9999-12-31", "9999-12-31", "20.00"));
        assertFigures(live, "10.00", "10.00", "0.00");

        live.advanceTo(date("9999-12-31"));

        assertFigures(live, "30.00", "10.00", "0.00");
        assertThat(live.dsoDays("EUR", DsoMethod.countBackDaily())).isGreaterThan(2_958_000); // all days since 1900
    }

    @Test
    void what_was_never_issued_is_refused_by_name() {
        LiveLedger live = twoInvoices();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> live.totals("USD"))
                .withMessageContaining("\"USD\"")
                .withMessageContaining("EUR");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> live.snapshot().in("USD"))
                .withMessageContaining("\"USD\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> live.totals("EUR").bucket("1-31"))
                .withMessageContaining("1-31");
    }

    @Test
    void methods_that_need_more_than_running_figures_are_refused() {
        LiveLedger live = twoInvoices();
        for (DsoMethod method : List.of(
                DsoMethod.trueDso(),
                DsoMethod.rolling(3, DsoMethod.countBackMonthly()),
                DsoMethod.pureLatenessDso(90),
                DsoMethod.simple(90).averagingReceivables(),
                DsoMethod.disputeDso(90).ofPastDueDisputes(),
                DsoMethod.simple(90).on(DsoMethod.simple(90).basis().withTax(TaxBasis.NET_OF_TAX)))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> live.dso("EUR", method))
                    .withMessageContaining(method.convention());
            assertThatIllegalArgumentException().isThrownBy(() -> live.dsoDays("EUR", method));
        }
    }

    @Test
    void a_window_of_months_ends_on_a_month_end() {
        LiveLedger live = twoInvoices();
        live.advanceTo(date("2026-04-01"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> live.sales("EUR", Window.months(1)))
                .withMessageContaining("2026-04-01");
    }

    @Test
    void a_ledger_of_columns_holds_no_facts_to_go_on_from() {
        Ledger columns = Ledger.ofColumns(LedgerColumns.of(1)
                .currency("EUR")
                .customers(new String[] {"ACME"}, new int[] {0})
                .issueDays(new int[] {20_000})
                .dueDays(new int[] {20_030})
                .minorUnits(new long[] {100})
                .build());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> LiveLedger.of(columns, LiveOptions.standard(MARCH_31)))
                .withMessageContaining("columns");
    }

    // ---- readers

    /** Each fact pair moves 1.00 from the invoices to the customer's credit and back; the sums of a reading always agree. */
    @Test
    void readers_see_whole_facts_while_one_thread_writes() throws Exception {
        LiveLedger live = LiveLedger.of(new LiveOptions(date("2026-01-01"), BucketScheme.weekly(2)));
        live.apply(invoice("F", "2026-01-01", "2026-01-01", "1.00"));
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            Future<?> writer = threads.submit(() -> write(live));
            List<Future<Integer>> readers =
                    List.of(threads.submit(() -> read(live, writer)), threads.submit(() -> read(live, writer)));
            writer.get();
            for (Future<Integer> reader : readers) {
                assertThat(reader.get()).isPositive();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(live.totals("EUR").receivables()).isEqualTo(eur("2001.00")); // F, and 2,000 unpaid invoices
        assertThat(live.totals("EUR").unappliedCredits()).isEqualTo(eur("0.00"));
        assertThat(live.customer("ACME").get("EUR").openItems()).isEqualTo(2_001);
    }

    private static void write(LiveLedger live) {
        for (int n = 0; n < 8_000; n++) {
            LocalDate day = live.asOf();
            live.apply(Invoice.of("F-" + n, "ACME", day, eur("1.00")));
            if (n % 4 != 0) {
                live.apply(Payment.of("P-" + n, "ACME", day, eur("1.00")));
                live.apply(Allocation.ofPayment("A-" + n, "P-" + n, "F-" + n, day, eur("1.00")));
            }
            if (n % 500 == 0) {
                live.advanceTo(day.plusDays(1));
            }
        }
    }

    private static int read(LiveLedger live, Future<?> writer) {
        int readings = 0;
        do {
            LiveTotals totals = live.totals("EUR");
            LiveTotals customer = live.customer("ACME").get("EUR");
            LiveSnapshot snapshot = live.snapshot();
            assertThat(totals.foots()).isTrue();
            assertThat(customer.foots()).isTrue();
            assertThat(customer.openItems()).isGreaterThanOrEqualTo(totals.openItems() - 1);
            assertThat(snapshot.in("EUR").foots()).isTrue();
            // a payment is there only after its invoice, and is applied at once: at most one of them is on its way
            assertThat(totals.unappliedCredits().minorUnits()).isBetween(0L, 100L);
            readings++;
        } while (!writer.isDone());
        return readings;
    }
}
