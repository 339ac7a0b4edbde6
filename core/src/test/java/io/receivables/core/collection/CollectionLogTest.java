package io.receivables.core.collection;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Allocation;
import io.receivables.core.CreditNote;
import io.receivables.core.Customer;
import io.receivables.core.Instalment;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.Reversal;
import io.receivables.core.WriteOff;
import io.receivables.core.collection.PlanState.InstalmentState;
import io.receivables.core.collection.PlanState.InstalmentStatus;
import io.receivables.core.collection.PromiseState.Status;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.LedgerBuilder;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CollectionLogTest {
    private static final Money NOTHING = eur("0.00");

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    private static LocalDate april(int day) {
        return LocalDate.of(2026, 4, day);
    }

    private static LocalDate may(int day) {
        return LocalDate.of(2026, 5, day);
    }

    /** F-1 over 100.00 and F-2 over 60.00 of ACME, issued on 1 March. */
    private static LedgerBuilder twoInvoices() {
        LocalDate issued = LocalDate.of(2026, 3, 1);
        return Ledger.builder()
                .customer(Customer.of("ACME"))
                .customer(Customer.of("BOLT"))
                .invoice(Invoice.of("F-1", "ACME", issued, eur("100.00")).dueOn(LocalDate.of(2026, 3, 31)))
                .invoice(Invoice.of("F-2", "ACME", issued, eur("60.00")).dueOn(LocalDate.of(2026, 3, 31)));
    }

    private static Payment paid(String id, LocalDate on, String amount) {
        return Payment.of(id, "ACME", on, eur(amount));
    }

    /** All of F-1, promised on 10 April for 20 April. */
    private static PromiseToPay promise() {
        return PromiseToPay.of("PR-1", "ACME", april(10), eur("100.00"), april(20))
                .on("F-1");
    }

    private static PromiseState stateOf(CollectionLog log, String id, CollectionOptions options) {
        return log.promises(options).stream()
                .filter(state -> state.promise().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static PromiseState only(Ledger ledger, PromiseToPay promise, LocalDate asOf) {
        return stateOf(CollectionLog.of(ledger, List.of(promise)), promise.id(), CollectionOptions.standard(asOf));
    }

    // ---- promises

    @Test
    void promise_is_open_until_its_day_is_over_and_broken_afterwards() {
        Ledger ledger = twoInvoices().build();
        CollectionLog log = CollectionLog.of(ledger, List.of(promise()));

        assertThat(log.promises(CollectionOptions.standard(april(9)))).isEmpty();
        assertThat(only(ledger, promise(), april(10)).status()).isEqualTo(Status.OPEN);
        assertThat(only(ledger, promise(), april(20)).status()).isEqualTo(Status.OPEN);
        assertThat(only(ledger, promise(), april(21)))
                .isEqualTo(new PromiseState(promise(), april(20), Status.BROKEN, NOTHING, eur("100.00")));
    }

    @Test
    void promise_is_kept_from_the_day_on_which_the_last_of_it_came() {
        Ledger ledger = twoInvoices()
                .payment(paid("P-1", april(12), "30.00"), "F-1")
                .payment(paid("P-2", april(20), "70.00"), "F-1")
                .build();

        assertThat(only(ledger, promise(), april(19)))
                .isEqualTo(new PromiseState(promise(), april(20), Status.OPEN, eur("30.00"), eur("70.00")));
        assertThat(only(ledger, promise(), april(20)))
                .isEqualTo(new PromiseState(promise(), april(20), Status.KEPT, eur("100.00"), NOTHING));
        assertThat(only(ledger, promise(), may(31)).status()).isEqualTo(Status.KEPT);
    }

    @Test
    void part_that_came_in_time_partly_keeps_a_promise() {
        Ledger ledger = twoInvoices()
                .payment(paid("P-1", april(12), "30.00"), "F-1")
                .payment(paid("P-2", april(21), "70.00"), "F-1")
                .build();

        assertThat(only(ledger, promise(), april(21)))
                .isEqualTo(new PromiseState(promise(), april(20), Status.PARTLY_KEPT, eur("30.00"), eur("70.00")));
    }

    @Test
    void days_of_grace_move_the_deadline() {
        Ledger ledger =
                twoInvoices().payment(paid("P-1", april(22), "100.00"), "F-1").build();
        CollectionLog log = CollectionLog.of(ledger, List.of(promise()));

        assertThat(stateOf(log, "PR-1", CollectionOptions.standard(april(22)).withGraceDays(1))
                        .status())
                .isEqualTo(Status.BROKEN);
        assertThat(stateOf(log, "PR-1", CollectionOptions.standard(april(22)).withGraceDays(2)))
                .isEqualTo(new PromiseState(promise(), april(22), Status.KEPT, eur("100.00"), NOTHING));
    }

    @Test
    void money_of_the_days_before_a_promise_and_for_other_items_does_not_keep_it() {
        Ledger ledger = twoInvoices()
                .payment(paid("P-1", april(9), "50.00"), "F-1")
                .payment(paid("P-2", april(12), "60.00"), "F-2")
                .build();

        assertThat(only(ledger, promise(), april(30)).received()).isEqualTo(NOTHING);
    }

    @Test
    void credit_notes_and_write_offs_are_no_money() {
        Ledger ledger = twoInvoices()
                .creditNote(CreditNote.of("G-1", "ACME", april(11), eur("40.00")))
                .fact(Allocation.ofCreditNote("A-1", "G-1", "F-1", april(11), eur("40.00")))
                .fact(WriteOff.of("W-1", "F-1", april(12), eur("60.00")))
                .build();

        assertThat(only(ledger, promise(), april(30)).status()).isEqualTo(Status.BROKEN);
    }

    @Test
    void returned_payment_breaks_a_kept_promise_from_its_return_on() {
        Ledger ledger = twoInvoices()
                .payment(paid("P-1", april(15), "100.00"), "F-1")
                .fact(Reversal.ofPayment("R-1", "P-1", april(28)))
                .build();

        assertThat(only(ledger, promise(), april(27)).status()).isEqualTo(Status.KEPT);
        assertThat(only(ledger, promise(), april(28)).status()).isEqualTo(Status.BROKEN);
    }

    @Test
    void return_of_an_older_payment_takes_nothing_from_a_promise() {
        Ledger ledger = twoInvoices()
                .payment(paid("P-0", april(2), "40.00"), "F-1")
                .fact(Reversal.ofPayment("R-0", "P-0", april(14)))
                .payment(paid("P-1", april(16), "100.00"), "F-1")
                .build();

        assertThat(only(ledger, promise(), april(30)).status()).isEqualTo(Status.KEPT);
    }

    @Test
    void promise_about_an_instalment_waits_for_that_instalment() {
        List<Instalment> halves = List.of(Instalment.of(april(1), eur("50.00")), Instalment.of(april(8), eur("50.00")));
        Ledger ledger = Ledger.builder()
                .invoice(Invoice.of("F-3", "ACME", LocalDate.of(2026, 3, 1), eur("100.00"))
                        .payableIn(halves))
                .payment(paid("P-1", april(12), "70.00"), "F-3") // 50.00 for the first, 20.00 for the second
                .build();
        PromiseToPay second = PromiseToPay.of("PR-1", "ACME", april(10), eur("50.00"), april(20))
                .on(List.of(ItemReference.of("F-3", 2)));

        assertThat(only(ledger, second, april(30)))
                .isEqualTo(new PromiseState(second, april(20), Status.PARTLY_KEPT, eur("20.00"), eur("30.00")));
    }

    @Test
    void promise_of_an_account_counts_what_the_customer_paid_whatever_it_was_applied_to() {
        PromiseToPay account = PromiseToPay.of("PR-1", "ACME", april(10), eur("80.00"), april(20));
        Ledger ledger = twoInvoices()
                .payment(paid("P-1", april(12), "60.00"), "F-2")
                .payment(paid("P-2", april(13), "30.00")) // unapplied
                .payment(Payment.of("P-3", "BOLT", april(13), eur("500.00")))
                .payment(Payment.of("P-4", "ACME", april(13), Money.of("500.00", "CAD")))
                .fact(Reversal.ofPayment("R-2", "P-2", april(25)))
                .build();

        assertThat(only(ledger, account, april(12)))
                .isEqualTo(new PromiseState(account, april(20), Status.OPEN, eur("60.00"), eur("20.00")));
        assertThat(only(ledger, account, april(24)).status()).isEqualTo(Status.KEPT);
        assertThat(only(ledger, account, april(25)))
                .isEqualTo(new PromiseState(account, april(20), Status.PARTLY_KEPT, eur("60.00"), eur("20.00")));
    }

    /** "Half on the 15th, half on the 25th": one payment of 50.00 must not keep both. */
    @Test
    void money_counts_for_one_promise_only_the_one_that_is_due_first() {
        PromiseToPay first = PromiseToPay.of("PR-2", "ACME", april(10), eur("50.00"), april(15))
                .on("F-1");
        PromiseToPay second = PromiseToPay.of("PR-1", "ACME", april(10), eur("50.00"), april(25))
                .on("F-1");
        Ledger ledger =
                twoInvoices().payment(paid("P-1", april(14), "50.00"), "F-1").build();
        CollectionLog log = CollectionLog.of(ledger, List.of(second, first));

        assertThat(stateOf(log, "PR-2", CollectionOptions.standard(may(1))).status())
                .isEqualTo(Status.KEPT);
        assertThat(stateOf(log, "PR-1", CollectionOptions.standard(may(1))).status())
                .isEqualTo(Status.BROKEN);
    }

    @Test
    void money_goes_to_the_narrower_of_two_promises_that_are_due_together() {
        PromiseToPay both = PromiseToPay.of("PR-1", "ACME", april(10), eur("100.00"), april(20))
                .on("F-1", "F-2");
        PromiseToPay one = PromiseToPay.of("PR-2", "ACME", april(10), eur("60.00"), april(20))
                .on("F-2");
        Ledger ledger = twoInvoices()
                .payment(paid("P-1", april(12), "60.00"), "F-2")
                .payment(paid("P-2", april(12), "100.00"), "F-1")
                .build();
        CollectionLog log = CollectionLog.of(ledger, List.of(both, one));

        assertThat(log.promises(CollectionOptions.standard(april(20))))
                .extracting(PromiseState::status)
                .containsExactly(Status.KEPT, Status.KEPT);
    }

    @Test
    void cancelled_promise_is_neither_kept_nor_broken_unless_it_was_before() {
        Ledger ledger =
                twoInvoices().payment(paid("P-1", april(18), "100.00"), "F-1").build();
        CollectionOptions late = CollectionOptions.standard(april(30));

        assertThat(withCancellation(ledger, april(17), late)).isEqualTo(Status.CANCELLED);
        assertThat(withCancellation(ledger, april(19), late)).isEqualTo(Status.KEPT);
        assertThat(withCancellation(twoInvoices().build(), april(20), late)).isEqualTo(Status.CANCELLED);
        assertThat(withCancellation(twoInvoices().build(), april(21), late)).isEqualTo(Status.BROKEN);
        assertThat(withCancellation(ledger, april(17), CollectionOptions.standard(april(16))))
                .isEqualTo(Status.OPEN);
    }

    private static Status withCancellation(Ledger ledger, LocalDate cancelled, CollectionOptions options) {
        CollectionLog log =
                CollectionLog.of(ledger, List.of(promise(), Cancellation.ofPromise("K-1", "PR-1", cancelled)));
        return stateOf(log, "PR-1", options).status();
    }

    // ---- plans

    /** F-1 and F-2 in three instalments: 50.00, 50.00 and 60.00 on the 15th of April, May and June. */
    private static PaymentPlan plan() {
        return PaymentPlan.of(
                "PL-1",
                "ACME",
                april(1),
                List.of(
                        Instalment.of(april(15), eur("50.00")),
                        Instalment.of(may(15), eur("50.00")),
                        Instalment.of(LocalDate.of(2026, 6, 15), eur("60.00"))),
                "F-1",
                "F-2");
    }

    private static PlanState planState(Ledger ledger, CollectionOptions options, CollectionFact... further) {
        return CollectionLog.of(
                        ledger,
                        Stream.concat(Stream.of(plan()), Arrays.stream(further)).toList())
                .plans(options)
                .get(0);
    }

    @Test
    void plan_runs_while_instalments_are_paid_and_completes_with_the_last_one() {
        Ledger ledger = twoInvoices()
                .payment(paid("P-0", april(1), "50.00"), "F-1")
                .payment(paid("P-1", may(14), "60.00"), "F-2") // 10.00 more than the second instalment
                .payment(paid("P-2", LocalDate.of(2026, 6, 15), "50.00"), "F-1")
                .build();

        PlanState inMay = planState(ledger, CollectionOptions.standard(may(31)));
        assertThat(inMay.status()).isEqualTo(PlanState.Status.RUNNING);
        assertThat(inMay.received()).isEqualTo(eur("110.00"));
        assertThat(inMay.missing()).isEqualTo(eur("50.00"));
        assertThat(inMay.instalments())
                .containsExactly(
                        new InstalmentState(1, april(15), eur("50.00"), eur("50.00"), NOTHING, InstalmentStatus.KEPT),
                        new InstalmentState(2, may(15), eur("50.00"), eur("50.00"), NOTHING, InstalmentStatus.KEPT),
                        new InstalmentState(
                                3,
                                LocalDate.of(2026, 6, 15),
                                eur("60.00"),
                                eur("10.00"),
                                eur("50.00"),
                                InstalmentStatus.OPEN));
        assertThat(planState(ledger, CollectionOptions.standard(LocalDate.of(2026, 6, 15)))
                        .status())
                .isEqualTo(PlanState.Status.COMPLETED);
    }

    @Test
    void plan_is_behind_within_the_tolerance_and_broken_for_good_after_it() {
        Ledger ledger = twoInvoices()
                .payment(paid("P-0", april(20), "50.00"), "F-1")
                .payment(paid("P-1", LocalDate.of(2026, 6, 1), "110.00"), "F-1", "F-2")
                .build();
        CollectionOptions options =
                CollectionOptions.standard(april(17)).withGraceDays(2).withToleranceDays(8);

        assertThat(planState(ledger, options).status()).isEqualTo(PlanState.Status.RUNNING);
        assertThat(planState(ledger, at(options, april(18))).status()).isEqualTo(PlanState.Status.BEHIND);
        assertThat(planState(ledger, at(options, april(20)))
                        .instalments()
                        .get(0)
                        .status())
                .isEqualTo(InstalmentStatus.PAID_LATE);
        assertThat(planState(ledger, at(options, april(20))).status()).isEqualTo(PlanState.Status.RUNNING);
        // 15 May + 2 days of grace + 8 days of tolerance
        assertThat(planState(ledger, at(options, may(25))).status()).isEqualTo(PlanState.Status.BEHIND);
        assertThat(planState(ledger, at(options, may(26))).status()).isEqualTo(PlanState.Status.BROKEN);
        PlanState paidUp = planState(ledger, at(options, LocalDate.of(2026, 6, 30)));
        assertThat(paidUp.status()).isEqualTo(PlanState.Status.BROKEN);
        assertThat(paidUp.missing()).isEqualTo(NOTHING);
    }

    private static CollectionOptions at(CollectionOptions options, LocalDate asOf) {
        return new CollectionOptions(asOf, options.graceDays(), options.toleranceDays());
    }

    @Test
    void cancelled_plan_stays_as_it_stood() {
        Ledger ledger = twoInvoices()
                .payment(paid("P-0", april(15), "50.00"), "F-1")
                .payment(paid("P-1", may(10), "50.00"), "F-1")
                .build();
        Cancellation cancelled = Cancellation.ofPlan("K-1", "PL-1", may(10)).because("new plan");

        assertThat(planState(ledger, CollectionOptions.standard(may(9)), cancelled)
                        .status())
                .isEqualTo(PlanState.Status.RUNNING);
        PlanState later = planState(ledger, CollectionOptions.standard(LocalDate.of(2026, 7, 1)), cancelled);
        assertThat(later.status()).isEqualTo(PlanState.Status.CANCELLED);
        assertThat(later.received()).isEqualTo(eur("50.00"));
        assertThat(planState(twoInvoices().build(), CollectionOptions.standard(LocalDate.of(2026, 7, 1)), cancelled)
                        .status())
                .as("broken in April, before it was cancelled")
                .isEqualTo(PlanState.Status.BROKEN);
    }

    // ---- credit

    @Test
    void limit_applies_until_the_next_one_and_exposure_is_what_the_ledger_has_open() {
        Ledger ledger = twoInvoices()
                .payment(paid("P-1", april(12), "20.00")) // unapplied: lowers the exposure
                .payment(paid("P-2", april(14), "60.00"), "F-2")
                .build();
        CollectionLog log = CollectionLog.of(
                ledger,
                List.of(
                        CreditLimit.of("L-1", "ACME", april(1), eur("150.00")),
                        CreditLimit.of("L-2", "ACME", april(20), eur("50.00"))));

        assertThat(log.creditPositions(LocalDate.of(2026, 3, 31))).isEmpty();
        CreditPosition breached = new CreditPosition("ACME", eur("150.00"), eur("160.00"));
        assertThat(log.creditPositions(april(1))).containsExactly(breached);
        assertThat(breached.isBreached()).isTrue();
        assertThat(breached.available()).isEqualTo(eur("-10.00"));
        CreditPosition within = new CreditPosition("ACME", eur("150.00"), eur("140.00"));
        assertThat(log.creditPositions(april(12))).containsExactly(within);
        assertThat(within.isBreached()).isFalse();
        assertThat(log.creditPositions(april(20)))
                .containsExactly(new CreditPosition("ACME", eur("50.00"), eur("80.00")));
    }

    @Test
    void limits_of_several_currencies_are_apart_and_a_full_limit_is_no_breach() {
        CollectionLog log = CollectionLog.of(
                twoInvoices().build(),
                List.of(
                        CreditLimit.of("L-1", "ACME", april(1), eur("160.00")),
                        CreditLimit.of("L-2", "ACME", april(1), Money.of("5", "CAD")),
                        CreditLimit.of("L-3", "BOLT", april(1), eur("0.00"))));

        assertThat(log.creditPositions(april(1)))
                .containsExactly(
                        new CreditPosition("ACME", Money.of("5", "CAD"), Money.of("0", "CAD")),
                        new CreditPosition("ACME", eur("160.00"), eur("160.00")),
                        new CreditPosition("BOLT", NOTHING, NOTHING))
                .noneMatch(CreditPosition::isBreached);
    }

    @Test
    void of_two_limits_of_one_day_the_one_recorded_last_applies() {
        CollectionLog log = CollectionLog.of(
                twoInvoices().build(),
                List.of(
                        CreditLimit.of("L-1", "ACME", april(1), eur("2.00")).recordedOn(april(9)),
                        CreditLimit.of("L-2", "ACME", april(1), eur("1.00"))));

        assertThat(log.creditPositions(april(30)).get(0).limit()).isEqualTo(eur("2.00"));
        assertThat(log.knownOn(april(8)).creditPositions(april(30)).get(0).limit())
                .isEqualTo(eur("1.00"));
    }

    @Test
    void hold_lasts_from_its_day_to_the_day_before_its_release() {
        CreditHold hold = CreditHold.of("H-1", "ACME", april(5)).because("limit");
        CollectionLog log =
                CollectionLog.of(twoInvoices().build(), List.of(hold, Cancellation.ofHold("K-1", "H-1", april(9))));

        assertThat(log.holds(april(4))).isEmpty();
        assertThat(log.holds(april(5))).containsExactly(hold);
        assertThat(log.holds(april(8))).containsExactly(hold);
        assertThat(log.holds(april(9))).isEmpty();
    }

    // ---- the log

    @Test
    void reminders_are_those_sent_by_a_day() {
        ReminderSent first = ReminderSent.of("RM-2", "ACME", april(3), 1, ReminderSent.Channel.EMAIL, "F-1", "F-2");
        ReminderSent second = ReminderSent.of("RM-1", "ACME", april(18), 2, ReminderSent.Channel.LETTER, "F-1");
        CollectionLog log = CollectionLog.of(twoInvoices().build(), List.of(second, first));

        assertThat(log.reminders(april(2))).isEmpty();
        assertThat(log.reminders(april(17))).containsExactly(first);
        assertThat(log.reminders(april(18))).containsExactly(first, second);
        assertThat(log.facts()).containsExactly(first, second);
    }

    @Test
    void what_became_known_later_is_left_out_with_the_money_that_did() {
        Ledger ledger = twoInvoices()
                .payment(paid("P-1", april(15), "100.00").recordedOn(may(4)), "F-1")
                .build();
        CollectionLog log = CollectionLog.of(ledger, List.of(promise().recordedOn(april(12))));
        CollectionOptions options = CollectionOptions.standard(april(30));

        assertThat(log.knownOn(april(11)).promises(options)).isEmpty();
        assertThat(log.knownOn(may(3)).promises(options).get(0).status()).isEqualTo(Status.BROKEN);
        assertThat(log.knownOn(may(4)).promises(options).get(0).status()).isEqualTo(Status.KEPT);
    }

    /** The example of the package documentation. */
    @Test
    void documented_example_gives_what_it_says() {
        Ledger ledger = Ledger.builder()
                .invoice(Invoice.of("F-1001", "ACME", LocalDate.parse("2026-03-02"), Money.of("1200.00", "CAD"))
                        .dueOn(LocalDate.parse("2026-04-01")))
                .payment(Payment.of("P-77", "ACME", LocalDate.parse("2026-04-20"), Money.of("400.00", "CAD")), "F-1001")
                .build();
        CollectionLog log = CollectionLog.of(
                ledger,
                List.of(
                        PromiseToPay.of(
                                        "PR-1",
                                        "ACME",
                                        LocalDate.parse("2026-04-10"),
                                        Money.of("400.00", "CAD"),
                                        LocalDate.parse("2026-04-20"))
                                .on("F-1001"),
                        CreditLimit.of("L-1", "ACME", LocalDate.parse("2026-01-01"), Money.of("1000.00", "CAD"))));

        assertThat(log.promises(CollectionOptions.standard(LocalDate.parse("2026-04-20")))
                        .get(0)
                        .status())
                .isEqualTo(Status.KEPT);
        assertThat(log.creditPositions(LocalDate.parse("2026-04-20")).get(0).isBreached())
                .isFalse();
    }
}
