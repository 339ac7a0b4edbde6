package io.receivables.payments.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.core.CreditNote;
import io.receivables.core.Customer;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.Problem;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.OpenItem;
import io.receivables.payments.desk.PaymentJournal.Unclaimed;
import io.receivables.payments.desk.TestRail.Fault;
import io.receivables.payments.desk.TestRail.Remote;
import io.receivables.payments.spi.CallContext;
import io.receivables.payments.spi.Capabilities;
import io.receivables.payments.spi.CollectCommand;
import io.receivables.payments.spi.Lookup;
import io.receivables.payments.spi.LookupKey;
import io.receivables.payments.spi.Observation;
import io.receivables.payments.spi.Operation;
import io.receivables.payments.spi.Payer;
import io.receivables.payments.spi.PaymentFact;
import io.receivables.payments.spi.PaymentProvider;
import io.receivables.payments.spi.Reason;
import io.receivables.payments.spi.Reason.Category;
import io.receivables.payments.spi.Retry;
import io.receivables.payments.spi.Share;
import io.receivables.payments.spi.Submission;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Answers that are rare, times that are exact, and what is left by a crash. */
class PaymentDeskEdgesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);

    private final TestClock clock = new TestClock();
    private final TestRail rail = new TestRail(clock).without(Operation.POLL);
    private final InMemoryPaymentJournal journal = new InMemoryPaymentJournal();
    private PaymentDeskOptions options = PaymentDeskOptions.of(clock, ZoneOffset.UTC);

    @Test
    void a_remote_side_that_has_it_already_is_asked_for_it() {
        rail.refusing(Reason.of(Category.DUPLICATE, Retry.never(), "known")).next(Fault.REFUSED);
        PaymentState payment = ask(desk());
        assertThat(payment.stage()).isEqualTo(PaymentStage.UNKNOWN);
        desk().work(10);
        assertThat(rail.finds()).isEqualTo(1);
    }

    @Test
    void a_refusal_that_advises_the_same_key_later_is_followed_to_the_second() {
        Instant later = clock.instant().plus(Duration.ofMinutes(7));
        rail.refusing(Reason.of(Category.LIMIT, Retry.after(later), "too many today"))
                .next(Fault.REFUSED);
        PaymentDesk desk = desk();
        assertThat(ask(desk).stage()).isEqualTo(PaymentStage.PLANNED);
        clock.pass(Duration.ofMinutes(7).minusSeconds(1));
        desk.work(10);
        assertThat(rail.calls()).isEqualTo(1);
        clock.pass(Duration.ofSeconds(1));
        desk.work(10);
        assertThat(rail.calls()).isEqualTo(2);
        assertThat(state(desk).stage()).isEqualTo(PaymentStage.SUBMITTED);
    }

    @Test
    void advice_that_lies_in_the_past_is_none() {
        rail.refusing(Reason.of(Category.LIMIT, Retry.after(clock.instant()), ""))
                .next(Fault.REFUSED);
        PaymentDesk desk = desk();
        ask(desk);
        assertThat(desk.work(10).payments()).isZero();
        clock.pass(Duration.ofMinutes(2).minusSeconds(1));
        assertThat(desk.work(10).payments()).isZero();
        clock.pass(Duration.ofSeconds(1));
        assertThat(desk.work(10).payments()).isEqualTo(1);
    }

    @Test
    void pauses_between_tries_that_do_not_arrive_double_up_to_an_hour() {
        rail.faults(() -> Fault.NOT_SENT);
        PaymentDesk desk = desk();
        ask(desk);
        for (int minutes : new int[] {2, 4, 8, 16, 32, 60, 60}) {
            int before = rail.calls();
            clock.pass(Duration.ofMinutes(minutes).minusSeconds(1));
            desk.work(10);
            assertThat(rail.calls()).as("before " + minutes).isEqualTo(before);
            clock.pass(Duration.ofSeconds(1));
            desk.work(10);
            assertThat(rail.calls()).as("after " + minutes).isEqualTo(before + 1);
        }
    }

    @Test
    void a_payment_that_ended_before_it_was_asked_for_is_what_it_ended_in() {
        Observation paid = Observation.of(PaymentFact.SETTLED, "R-1")
                .amount(cad("5.00"))
                .seenAt(clock.instant())
                .build();
        PaymentDesk desk = desk(answering(() -> Submission.tooLate(paid)));
        assertThat(ask(desk).stage()).isEqualTo(PaymentStage.SETTLED);
        assertThat(desk.settledSince("", 10).facts()).hasSize(2);
    }

    @Test
    void a_provider_that_makes_no_payments_is_a_refusal() {
        PaymentDesk desk = desk(answering(() -> Submission.unsupported(Operation.FIND)));
        PaymentState payment = ask(desk);
        assertThat(payment.stage()).isEqualTo(PaymentStage.REFUSED);
        assertThat(payment.reason().orElseThrow().category()).isEqualTo(Category.CONFIGURATION);
    }

    @Test
    void a_late_answer_of_an_older_try_counts_only_as_a_doubt() {
        for (boolean isDoubt : List.of(true, false)) {
            InMemoryPaymentJournal kept = new InMemoryPaymentJournal();
            Reason reason = Reason.of(Category.PROVIDER_DOWN, Retry.now(), "");
            PaymentProvider slow = answering(() -> {
                // meanwhile somebody found it absent, and a second try is under way
                kept.append("P-1", 2, List.of(new PaymentEvent.Absent("", clock.instant())));
                kept.append(
                        "P-1",
                        3,
                        List.of(new PaymentEvent.Tried(
                                2, clock.instant(), clock.instant().plusSeconds(30))));
                return isDoubt ? Submission.unknown(reason, clock.instant()) : Submission.notSent(reason);
            });
            PaymentState payment = ask(desk(slow, kept));
            assertThat(payment.stage()).isEqualTo(isDoubt ? PaymentStage.UNKNOWN : PaymentStage.SENDING);
        }
    }

    @Test
    void a_call_under_way_is_not_looked_up_before_its_time_is_over() {
        options = options.callWithin(Duration.ofSeconds(50));
        rail.next(Fault.CRASH_AFTER);
        assertThatThrownBy(() -> ask(desk())).isInstanceOf(Crash.class);
        journal.plan("P-1", Optional.of(clock.instant()));
        desk().work(10);
        assertThat(rail.finds()).isZero();
        clock.pass(Duration.ofSeconds(49));
        desk().work(10);
        assertThat(rail.finds()).isZero();
        clock.pass(Duration.ofSeconds(1));
        desk().work(10);
        assertThat(rail.finds()).isEqualTo(1);
        assertThat(state(desk()).stage()).isEqualTo(PaymentStage.SUBMITTED);
    }

    @Test
    void a_look_up_that_throws_or_is_not_answered_is_made_again() {
        rail.next(Fault.LOST_ANSWER, Fault.THROWS_BEFORE, Fault.NOT_SENT);
        PaymentDesk desk = desk();
        ask(desk);
        clock.pass(Duration.ofMinutes(1));
        desk.work(10);
        assertThat(state(desk).stage()).isEqualTo(PaymentStage.UNKNOWN);
        assertThat(desk.work(10).payments()).as("not at once").isZero();
        clock.pass(Duration.ofMinutes(2));
        desk.work(10);
        clock.pass(Duration.ofMinutes(2));
        desk.work(10);
        assertThat(rail.finds()).isEqualTo(3);
        assertThat(state(desk).stage()).isEqualTo(PaymentStage.SUBMITTED);
    }

    @Test
    void a_look_up_without_messages_or_history_tells_what_came_in_before_it_went_back() {
        PaymentDesk desk = desk();
        ask(desk);
        Remote remote = rail.remote("P-1");
        rail.tell(remote, PaymentFact.SETTLED, cad("5.00"));
        rail.tell(remote, PaymentFact.RETURNED, cad("2.00"));
        clock.pass(Duration.ofMinutes(2));
        desk.work(10);
        assertThat(state(desk).kept()).isEqualTo(cad("3.00"));
    }

    @Test
    void a_history_that_throws_is_told_and_one_of_many_pages_is_read_whole() {
        TestRail own = new TestRail(clock);
        PaymentDesk desk = desk(own);
        ask(desk);
        for (int i = 0; i < 450; i++) {
            own.tell(own.remote("P-1"), PaymentFact.AWAITING_PAYER, null);
        }
        own.next(Fault.THROWS_BEFORE);
        WorkReport failed = desk.work(10);
        assertThat(failed.unread()).containsOnlyKeys("rail");
        assertThat(failed.observations()).isZero();
        assertThat(desk.work(10).observations()).isEqualTo(451);
        assertThat(desk.work(10).observations()).isZero();
    }

    @Test
    void a_payment_of_a_provider_that_is_gone_is_told_and_rests() {
        rail.next(Fault.NOT_SENT);
        ask(desk());
        clock.pass(Duration.ofHours(1));
        PaymentDesk without = PaymentDesk.with(journal, PaymentProviders.of(Map.of("other", rail)), options);
        WorkReport report = without.work(10);
        assertThat(report.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.attribute(Problem.ID)).isEqualTo("P-1"))
                .satisfies(problem -> assertThat(problem.isError()).isTrue());
        assertThat(report.payments()).isEqualTo(1);
        assertThat(report.isMoreDue()).isFalse();
        assertThat(without.work(10).problems()).isEmpty();
        clock.pass(Duration.ofHours(1));
        assertThat(desk().work(10).payments()).isEqualTo(1);
    }

    @Test
    void more_is_due_than_was_taken() {
        rail.next(Fault.NOT_SENT, Fault.NOT_SENT);
        PaymentDesk desk = desk();
        desk.request("rail", command("P-1", "F-1"));
        desk.request("rail", command("P-2", "F-2"));
        clock.pass(Duration.ofHours(1));
        WorkReport first = desk.work(1);
        assertThat(first.payments()).isEqualTo(1);
        assertThat(first.isMoreDue()).isTrue();
        assertThat(desk.work(1).isMoreDue()).isFalse();
    }

    @Test
    void what_a_crash_left_unclaimed_is_claimed_by_the_next_work() {
        PaymentDesk desk = desk();
        ask(desk);
        Observation paid = rail.tell(rail.remote("P-1"), PaymentFact.SETTLED, cad("5.00"));
        journal.keep(new Unclaimed("rail", paid));
        desk.work(10);
        assertThat(state(desk).stage()).isEqualTo(PaymentStage.SETTLED);
        assertThat(desk.unclaimed(10)).isEmpty();
    }

    @Test
    void a_reference_that_becomes_known_while_its_message_is_kept_is_found() {
        PaymentDesk desk = desk();
        Observation paid = Observation.of(PaymentFact.SETTLED, "R-P-1")
                .amount(cad("5.00"))
                .seenAt(clock.instant())
                .build();
        PaymentJournal slow = new CrashingJournal(journal, () -> false, () -> {}) {
            @Override
            public void keep(Unclaimed unclaimed) {
                ask(desk);
                super.keep(unclaimed);
            }
        };
        assertThat(desk(rail, slow).observe("rail", paid)).contains("P-1");
        assertThat(state(desk).stage()).isEqualTo(PaymentStage.SETTLED);
        assertThat(desk.unclaimed(10)).isEmpty();
    }

    @Test
    void a_receipt_counts_what_is_about_nothing_known() {
        PaymentDesk desk = desk();
        ask(desk);
        rail.tell(new Remote("R-foreign", "foreign", command("P-9", "F-9")), PaymentFact.SETTLED, cad("1.00"));
        Receipt receipt = desk.receive("rail", rail.message(0, 2));
        assertThat(receipt.payments()).containsExactly("P-1");
        assertThat(receipt.unclaimed()).isEqualTo(1);
    }

    @Test
    void news_plan_the_next_look_and_nothing_new_leaves_it() {
        PaymentDesk desk = desk();
        ask(desk);
        Instant planned = journal.dueAt("P-1").orElseThrow();
        assertThat(planned).isEqualTo(clock.instant().plus(Duration.ofMinutes(1)));
        desk.receive("rail", rail.message(0, 1));
        assertThat(journal.dueAt("P-1")).as("known already").contains(planned);
        clock.pass(Duration.ofSeconds(30));
        Observation accepted = rail.tell(rail.remote("P-1"), PaymentFact.PAYER_ACCEPTED, null);
        desk.observe("rail", accepted);
        assertThat(journal.dueAt("P-1")).contains(clock.instant().plus(Duration.ofMinutes(1)));
    }

    @Test
    void options_say_how_often_and_how_long_to_look() {
        options = options.lookEvery(Duration.ofMinutes(10)).lookAfterEndFor(Duration.ofHours(30));
        PaymentDesk desk = desk();
        ask(desk);
        clock.pass(Duration.ofDays(3));
        desk.work(10);
        assertThat(journal.dueAt("P-1")).contains(clock.instant().plus(Duration.ofMinutes(10)));
        rail.tell(rail.remote("P-1"), PaymentFact.DECLINED, null);
        clock.pass(Duration.ofMinutes(10));
        desk.work(10);
        assertThat(journal.dueAt("P-1")).contains(clock.instant().plus(Duration.ofDays(1)));
        clock.pass(Duration.ofDays(1));
        desk.work(10);
        assertThat(journal.dueAt("P-1"))
                .as("30 hours after the end are over before the next day")
                .isEmpty();
        assertThatThrownBy(() -> options.callWithin(Duration.ZERO)).hasMessageContaining("time of a call is PT0S");
        assertThatThrownBy(() -> options.lookEvery(Duration.ofSeconds(-1))).hasMessageContaining("time between looks");
    }

    @Test
    void a_cancellation_that_is_refused_may_be_asked_for_again() {
        PaymentDesk desk = desk();
        ask(desk);
        rail.next(Fault.REFUSED);
        PaymentState refused = desk.cancel("P-1", "");
        assertThat(refused.errands().get(0).outcome()).contains(Submission.Kind.REFUSED);
        assertThat(refused.errands().get(0).answered().why().orElseThrow().category())
                .isEqualTo(Category.ACCOUNT_INVALID);
        assertThat(refused.stage()).isEqualTo(PaymentStage.SUBMITTED);
        assertThat(desk.cancel("P-1", "").stage()).isEqualTo(PaymentStage.CANCELLED);
        assertThat(state(desk).errands()).hasSize(2);
    }

    @Test
    void an_errand_that_is_put_off_is_run_when_it_was_advised() {
        PaymentDesk desk = desk();
        ask(desk);
        Instant later = clock.instant().plus(Duration.ofMinutes(5));
        rail.refusing(Reason.of(Category.RATE_LIMITED, Retry.after(later), "")).next(Fault.REFUSED);
        desk.remind("P-1", "r");
        clock.pass(Duration.ofMinutes(5).minusSeconds(1));
        desk.work(10);
        assertThat(rail.remote("P-1").reminders).isZero();
        clock.pass(Duration.ofSeconds(1));
        desk.work(10);
        assertThat(rail.remote("P-1").reminders).isEqualTo(1);
        assertThat(state(desk).errands().get(0).outcome()).contains(Submission.Kind.ACKNOWLEDGED);
        assertThat(state(desk).errands().get(0).isOver()).isTrue();
    }

    @Test
    void an_errand_under_way_is_not_run_a_second_time() {
        PaymentDesk desk = desk();
        ask(desk);
        rail.next(Fault.CRASH_AFTER);
        assertThatThrownBy(() -> desk.cancel("P-1", "")).isInstanceOf(Crash.class);
        journal.plan("P-1", Optional.of(clock.instant()));
        desk().work(10);
        assertThat(state(desk()).errands().get(0).outcome())
                .as("until its time is over")
                .isEmpty();
        clock.pass(Duration.ofSeconds(30));
        desk().work(10);
        assertThat(state(desk()).errands().get(0).outcome()).isPresent();
    }

    @Test
    void an_errand_of_a_payment_that_ended_meanwhile_is_too_late() {
        PaymentDesk desk = desk();
        ask(desk);
        rail.next(Fault.NOT_SENT);
        desk.remind("P-1", "r");
        desk.observe("rail", rail.tell(rail.remote("P-1"), PaymentFact.DECLINED, null));
        clock.pass(Duration.ofHours(1));
        desk.work(10);
        assertThat(state(desk).errands().get(0).outcome()).contains(Submission.Kind.TOO_LATE);
        assertThat(rail.remote("P-1").reminders).isZero();
        assertThatThrownBy(() -> desk.remind("P-1", "again")).hasMessageContaining("RCV-PAYDESK-010");
    }

    @Test
    void a_refund_that_the_remote_side_refuses_leaves_the_money_to_be_given_back() {
        PaymentDesk desk = desk();
        ask(desk);
        desk.observe("rail", rail.tell(rail.remote("P-1"), PaymentFact.SETTLED, cad("5.00")));
        rail.next(Fault.REFUSED);
        assertThat(desk.refund("P-1", cad("5.00"), "a").errands().get(0).outcome())
                .contains(Submission.Kind.REFUSED);
        assertThatThrownBy(() -> desk.refund("P-1", cad("5.01"), "b")).hasMessageContaining("RCV-PAYDESK-009");
        assertThatThrownBy(() -> desk.refund("P-1", cad("0.00"), "b")).hasMessageContaining("RCV-PAYDESK-009");
        assertThatThrownBy(() -> desk.refund("P-1", Money.of("1.00", "USD"), "b"))
                .hasMessageContaining("RCV-PAYDESK-009");
        assertThat(desk.refund("P-1", cad("5.00"), "b").stage()).isEqualTo(PaymentStage.GIVEN_BACK);
    }

    @Test
    void a_refund_that_the_remote_side_made_already_is_made_and_not_to_be_made_again() {
        PaymentDesk desk = desk();
        ask(desk);
        desk.observe("rail", rail.tell(rail.remote("P-1"), PaymentFact.SETTLED, cad("5.00")));
        rail.refusing(Reason.of(Category.DUPLICATE, Retry.never(), "refunded already"))
                .next(Fault.LOST_REQUEST, Fault.REFUSED);
        desk.refund("P-1", cad("4.00"), "a");
        clock.pass(Duration.ofMinutes(5));
        desk.work(10);
        assertThat(state(desk).errands().get(0).outcome()).contains(Submission.Kind.ACKNOWLEDGED);
        assertThatThrownBy(() -> desk.refund("P-1", cad("1.01"), "b"))
                .hasMessageContaining("has CAD 1.00 to give back");
    }

    @Test
    void a_refund_made_elsewhere_and_one_on_its_way_are_both_gone() {
        PaymentDesk desk = desk();
        ask(desk);
        desk.observe("rail", rail.tell(rail.remote("P-1"), PaymentFact.SETTLED, cad("5.00")));
        desk.observe("rail", rail.tell(rail.remote("P-1"), PaymentFact.REFUNDED, cad("1.00")));
        rail.next(Fault.LOST_REQUEST);
        desk.refund("P-1", cad("2.00"), "a");
        // 5.00 - 1.00 that went back - 2.00 that may be on its way
        assertThatThrownBy(() -> desk.refund("P-1", cad("2.01"), "b"))
                .hasMessageContaining("has CAD 2.00 to give back");
    }

    @Test
    void a_dispute_is_shown_and_takes_no_money() {
        PaymentDesk desk = desk();
        PaymentState asked = ask(desk);
        assertThat(asked.isDisputed()).isFalse();
        assertThat(asked.requestedAt()).isEqualTo(clock.instant());
        assertThat(asked.providerRefs()).containsExactly("R-P-1");
        assertThat(asked).hasToString("PaymentState[P-1, rail, submitted, CAD 5.00]");
        desk.observe("rail", rail.tell(rail.remote("P-1"), PaymentFact.SETTLED, cad("5.00")));
        desk.observe("rail", rail.tell(rail.remote("P-1"), PaymentFact.DISPUTED, null));
        assertThat(state(desk).isDisputed()).isTrue();
        assertThat(state(desk).stage()).isEqualTo(PaymentStage.SETTLED);
        assertThat(state(desk).moneyIn()).isEqualTo(cad("5.00"));
    }

    @Test
    void one_happening_told_with_more_money_counts_with_more() {
        PaymentDesk desk = desk();
        ask(desk);
        for (String amount : List.of("2.00", "4.00", "3.00")) {
            desk.observe(
                    "rail",
                    Observation.of(PaymentFact.PARTIALLY_SETTLED, "R-P-1")
                            .amount(cad(amount))
                            .seenAt(clock.instant())
                            .build());
        }
        assertThat(state(desk).kept()).isEqualTo(cad("4.00"));
        assertThat(desk.settledSince("", 10).facts().stream().filter(Payment.class::isInstance))
                .hasSize(2);
    }

    @Test
    void a_fee_is_told_once_and_not_again_with_what_comes_after_it() {
        PaymentDesk desk = desk();
        ask(desk);
        desk.observe(
                "rail",
                Observation.of(PaymentFact.PARTIALLY_SETTLED, "R-P-1")
                        .event("first")
                        .amount(cad("2.00"))
                        .fee(cad("0.25"))
                        .seenAt(clock.instant())
                        .build());
        desk.observe("rail", rail.tell(rail.remote("P-1"), PaymentFact.SETTLED, cad("5.00")));
        SettledPage all = desk.settledSince("", 10);
        assertThat(all.fees())
                .containsExactly(new PaymentFee("P-1", "first", PaymentFact.PARTIALLY_SETTLED, cad("0.25"), DAY));
        assertThat(all.facts()).hasSize(4);
    }

    @Test
    void an_unrecognised_word_is_odd_and_an_ordinary_one_is_not() {
        PaymentDesk desk = desk();
        ask(desk);
        desk.observe("rail", rail.tell(rail.remote("P-1"), PaymentFact.SETTLED, cad("5.00")));
        assertThat(state(desk).oddities()).isEmpty();
        desk.observe("rail", rail.tell(rail.remote("P-1"), PaymentFact.UNRECOGNISED, null));
        assertThat(state(desk).oddities()).extracting(Observation::fact).containsExactly(PaymentFact.UNRECOGNISED);
    }

    @Test
    void requests_are_for_what_a_payer_owes() {
        Ledger ledger = Ledger.builder()
                .customer(Customer.of("ACME"))
                .customer(Customer.of("OTHER"))
                .invoice(Invoice.of("F-1", "ACME", DAY, cad("5.00")).dueOn(DAY))
                .invoice(Invoice.of("F-2", "OTHER", DAY, cad("5.00")).dueOn(DAY))
                .creditNote(CreditNote.of("C-1", "ACME", DAY, cad("1.00")))
                .build();
        Payer payer = Payer.of("ACME", "Acme");
        List<OpenItem> invoice = ledger.items("F-1", DAY);
        String id = id(payer, invoice, "one");
        assertThat(id(payer, invoice, "one")).isEqualTo(id);
        assertThat(id(payer, invoice, "two")).isNotEqualTo(id);
        assertThatThrownBy(() -> id(payer, ledger.items("F-2", DAY), "one"))
                .hasMessageContaining("item F-2 is of customer OTHER, not of ACME");
        assertThatThrownBy(() -> id(payer, ledger.items("C-1", DAY), "one"))
                .hasMessageContaining("item C-1 has nothing to be asked for");
        Ledger paid = ledger.with(List.of(
                Payment.of("P", "ACME", DAY, cad("5.00")),
                io.receivables.core.Allocation.ofPayment("A", "P", "F-1", DAY, cad("5.00"))));
        assertThatThrownBy(() -> id(payer, paid.items("F-1", DAY), "one"))
                .hasMessageContaining("item F-1 has nothing to be asked for");
    }

    @Test
    void what_is_stored_is_written_by_names_that_never_change() {
        assertThat(Arrays.stream(PaymentEvent.Kind.values()).map(PaymentEvent.Kind::code))
                .containsExactly(
                        "requested",
                        "tried",
                        "answered",
                        "acknowledged",
                        "absent",
                        "observed",
                        "withdrawn",
                        "errand-asked",
                        "errand-tried",
                        "errand-ended");
        assertThat(Arrays.stream(PaymentStage.values()).filter(PaymentStage::isLive))
                .containsExactly(
                        PaymentStage.PLANNED,
                        PaymentStage.SENDING,
                        PaymentStage.UNKNOWN,
                        PaymentStage.SUBMITTED,
                        PaymentStage.AWAITING_PAYER,
                        PaymentStage.ACCEPTED);
    }

    private static String id(Payer payer, List<OpenItem> items, String occasion) {
        return PaymentRequests.forItems(payer, items, occasion).build().paymentId();
    }

    private PaymentProvider answering(Supplier<Submission> answer) {
        return new PaymentProvider() {
            @Override
            public Capabilities capabilities() {
                return rail.capabilities();
            }

            @Override
            public Submission initiate(CollectCommand command, CallContext call) {
                return answer.get();
            }

            @Override
            public Lookup find(LookupKey key, CallContext call) {
                return Lookup.absentSoFar(clock.instant());
            }
        };
    }

    private PaymentDesk desk() {
        return desk(rail);
    }

    private PaymentDesk desk(PaymentProvider with) {
        return desk(with, journal);
    }

    private PaymentDesk desk(PaymentProvider with, PaymentJournal kept) {
        return PaymentDesk.with(kept, PaymentProviders.of(Map.of("rail", with)), options);
    }

    private static PaymentState ask(PaymentDesk desk) {
        return desk.request("rail", command("P-1", "F-1"));
    }

    private static CollectCommand command(String id, String document) {
        return CollectCommand.of(id, Payer.of("ACME", "Acme"))
                .forItems(List.of(new Share(document, 1, cad("5.00"), DAY)))
                .build();
    }

    private static PaymentState state(PaymentDesk desk) {
        return desk.payment("P-1").orElseThrow();
    }

    private static Money cad(String amount) {
        return Money.of(amount, "CAD");
    }
}
