package io.receivables.metrics.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.receivables.core.Customer;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.collection.Cancellation;
import io.receivables.core.collection.CollectionFact;
import io.receivables.core.collection.CollectionLog;
import io.receivables.core.collection.CreditLimit;
import io.receivables.core.collection.PromiseToPay;
import io.receivables.core.collection.ReminderSent;
import io.receivables.core.collection.ReminderSent.Channel;
import io.receivables.core.ledger.Ledger;
import io.receivables.metrics.Measure;
import io.receivables.metrics.MeasureKind;
import io.receivables.metrics.MeasureReason;
import io.receivables.metrics.Unit;
import io.receivables.metrics.Window;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CollectionMeasuresTest {
    private static final LocalDate APRIL_30 = LocalDate.of(2026, 4, 30);

    /** ACME owes 300.00 and 200.00 EUR, BOLT 50.00 EUR and 70.00 CAD, all issued on 1 March. */
    private static final Ledger LEDGER = Ledger.builder()
            .customer(Customer.of("CORE"))
            .invoice(invoice("F-1", "ACME", eur("300.00")))
            .invoice(invoice("F-2", "ACME", eur("200.00")))
            .invoice(invoice("F-3", "BOLT", eur("50.00")))
            .invoice(invoice("F-4", "BOLT", Money.of("70.00", "CAD")))
            .payment(Payment.of("P-1", "ACME", april(10), eur("100.00")), "F-1")
            .payment(Payment.of("P-2", "ACME", april(12), eur("80.00")), "F-2")
            .payment(Payment.of("P-3", "CORE", april(12), eur("40.00")))
            .build();

    private static Invoice invoice(String id, String customerId, Money gross) {
        return Invoice.of(id, customerId, LocalDate.of(2026, 3, 1), gross);
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    private static LocalDate april(int day) {
        return LocalDate.of(2026, 4, day);
    }

    private static PromiseToPay promise(String id, String amount, int payBy, String documentId) {
        return PromiseToPay.of(id, "ACME", april(5), eur(amount), april(payBy)).on(documentId);
    }

    private static Measure measure(CollectionMethod method, LocalDate asOf, CollectionFact... facts) {
        return CollectionMeasures.of(CollectionLog.of(LEDGER, List.of(facts)), asOf, method)
                .in("EUR");
    }

    private static String value(Measure measure) {
        return measure.value(4, RoundingMode.HALF_UP).orElseThrow().toPlainString();
    }

    private static BigDecimal number(String value) {
        return new BigDecimal(value);
    }

    /** 100.00 kept; 80.00 of 150.00 on F-2; nothing of 50.00 on F-1 after the first 100.00; one is cancelled. */
    private static final CollectionFact[] PROMISES = {
        promise("PR-1", "100.00", 10, "F-1"),
        promise("PR-2", "150.00", 15, "F-2"),
        promise("PR-3", "50.00", 20, "F-1"),
        promise("PR-4", "10.00", 20, "F-1"),
        Cancellation.ofPromise("K-1", "PR-4", april(8))
    };

    @Test
    void promise_kept_ratio_counts_the_promises_whose_time_ran_out() {
        Measure ratio = measure(CollectionMethod.promisesKept(), APRIL_30, PROMISES);

        assertThat(value(ratio)).isEqualTo("33.3333"); // 1 of 3
        assertThat(ratio.inputs())
                .containsEntry("kept", number("1"))
                .containsEntry("partlyKept", number("1"))
                .containsEntry("broken", number("1"))
                .containsEntry("promises", number("3"));
        assertThat(ratio.name()).isEqualTo("promises-kept-to-date");
        assertThat(ratio.convention()).isEqualTo("promises-kept-to-date; grace-0; cancelled-excluded");
    }

    @Test
    void promise_kept_ratio_by_amount_gives_parts_their_due() {
        Measure ratio = measure(CollectionMethod.promisesKeptByAmount(), APRIL_30, PROMISES);

        assertThat(value(ratio)).isEqualTo("60.0000"); // (100 + 80 + 0) / (100 + 150 + 50)
        assertThat(ratio.input("received")).isEqualByComparingTo("180");
        assertThat(ratio.input("promised")).isEqualByComparingTo("300");
    }

    @Test
    void promise_is_judged_once_its_day_is_over_and_within_the_window() {
        assertThat(measure(CollectionMethod.promisesKept(), april(10), PROMISES)
                        .problem()
                        .orElseThrow()
                        .code())
                .as("all days lie ahead, although one promise was kept")
                .isEqualTo(MeasureReason.ZERO_DENOMINATOR);
        assertThat(value(measure(CollectionMethod.promisesKept(), april(11), PROMISES)))
                .isEqualTo("100.0000");
        // 15 to 24 April: partly kept and broken
        assertThat(value(measure(CollectionMethod.promisesKept().over(Window.days(10)), april(24), PROMISES)))
                .isEqualTo("0.0000");
        assertThat(measure(CollectionMethod.promisesKept().over(Window.months(1)), april(29), PROMISES)
                        .problem()
                        .orElseThrow()
                        .code())
                .isEqualTo(MeasureReason.NOT_A_MONTH_END);
    }

    @Test
    void grace_keeps_a_promise_that_is_paid_a_little_late() {
        CollectionFact late = promise("PR-1", "100.00", 8, "F-1");

        assertThat(value(measure(CollectionMethod.promisesKept(), APRIL_30, late)))
                .isEqualTo("0.0000");
        assertThat(value(measure(CollectionMethod.promisesKept().withGraceDays(2), APRIL_30, late)))
                .isEqualTo("100.0000");
    }

    @Test
    void without_promises_there_is_no_ratio_and_a_reason() {
        Measure ratio = measure(CollectionMethod.promisesKeptByAmount(), APRIL_30);

        assertThat(ratio.value()).isEmpty();
        assertThat(ratio.reason())
                .isEqualTo("what was promised and whose time ran out is zero: there is nothing to divide by");
    }

    @Test
    void credit_limit_use_takes_exposures_above_zero_against_all_limits() {
        // ACME: 500 - 180 = 320 of 400; BOLT: 50 of 40, a breach; CORE: 40 in credit, of 60
        Measure use = measure(
                CollectionMethod.creditLimitUse(),
                APRIL_30,
                CreditLimit.of("L-1", "ACME", april(1), eur("400.00")),
                CreditLimit.of("L-2", "BOLT", april(1), eur("40.00")),
                CreditLimit.of("L-3", "CORE", april(1), eur("60.00")),
                CreditLimit.of("L-4", "BOLT", april(1), Money.of("1", "CAD")));

        assertThat(value(use)).isEqualTo("74.0000"); // 370 / 500
        assertThat(use.input("customers")).isEqualByComparingTo("3");
        assertThat(use.input("breached")).isEqualByComparingTo("1");
        assertThat(use.convention()).startsWith("credit-limit-use; open-debits-less-credits");
        assertThat(measure(CollectionMethod.creditLimitUse(), APRIL_30).reason())
                .isEqualTo("the sum of the credit limits is zero: there is nothing to divide by");
    }

    private static final CollectionFact[] REMINDERS = {
        ReminderSent.of("RM-1", "ACME", april(2), 1, Channel.EMAIL, "F-1", "F-2"),
        ReminderSent.of("RM-2", "BOLT", april(20), 1, Channel.EMAIL, "F-3", "F-4"),
        ReminderSent.of("RM-3", "ACME", april(20), 2, Channel.LETTER, "F-1")
    };

    @Test
    void reminders_are_counted_by_level_in_each_currency_that_they_are_about() {
        CollectionLog log = CollectionLog.of(LEDGER, List.of(REMINDERS));

        Measure first = CollectionMeasures.of(log, APRIL_30, CollectionMethod.remindersSent(1))
                .in("EUR");
        assertThat(first.value()).contains(number("2"));
        assertThat(first.unit()).isEqualTo(Unit.COUNT);
        assertThat(first.kind()).isEqualTo(MeasureKind.REMINDERS_SENT);
        assertThat(first.name()).isEqualTo("reminders-sent-level-1-to-date");
        assertThat(CollectionMeasures.of(log, APRIL_30, CollectionMethod.remindersSent(1))
                        .in("CAD")
                        .value())
                .contains(number("1"));
        assertThat(measure(CollectionMethod.remindersSent(2), APRIL_30, REMINDERS)
                        .value())
                .contains(number("1"));
        assertThat(measure(CollectionMethod.remindersSent(3), APRIL_30, REMINDERS)
                        .value())
                .contains(number("0"));
        assertThat(measure(CollectionMethod.remindersSent(1).over(Window.days(14)), APRIL_30, REMINDERS)
                        .value())
                .contains(number("1"));
        assertThat(measure(CollectionMethod.remindersSent(1), april(19), REMINDERS)
                        .value())
                .contains(number("1"));
    }

    @Test
    void series_has_the_measure_of_each_month_end() {
        CollectionLog log = CollectionLog.of(LEDGER, List.of(REMINDERS));
        var series = CollectionMeasures.atMonthEnds(
                log, LocalDate.of(2026, 3, 1), APRIL_30, CollectionMethod.remindersSent(1));

        assertThat(series.dates()).containsExactly(LocalDate.of(2026, 3, 31), APRIL_30);
        assertThat(series.in("EUR").values())
                .extracting(measure -> measure.value().orElseThrow())
                .containsExactly(number("0"), number("2"));
    }

    @Test
    void method_that_cannot_be_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CollectionMethod.remindersSent(100))
                .withMessageContaining("level 100");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CollectionMethod.promisesKept().withGraceDays(-1))
                .withMessageContaining("graceDays -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CollectionMethod.PromisesKept(MeasureKind.CEI, Window.toDate(), 0))
                .withMessageContaining("cei is no promise-kept ratio");
    }
}
