package io.receivables.payments.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.core.Allocation;
import io.receivables.core.Customer;
import io.receivables.core.Fact;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.Reversal;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.OpenItem;
import io.receivables.payments.desk.TestRail.Fault;
import io.receivables.payments.desk.TestRail.Remote;
import io.receivables.payments.spi.CollectCommand;
import io.receivables.payments.spi.Idempotency;
import io.receivables.payments.spi.InboundMessage;
import io.receivables.payments.spi.Observation;
import io.receivables.payments.spi.Operation;
import io.receivables.payments.spi.Payer;
import io.receivables.payments.spi.Payload;
import io.receivables.payments.spi.PaymentFact;
import io.receivables.payments.spi.Reason;
import io.receivables.payments.spi.Reception;
import io.receivables.payments.spi.Retry;
import io.receivables.payments.spi.Share;
import io.receivables.payments.spi.Submission;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PaymentDeskTest {
    private static final ZoneId TORONTO = ZoneId.of("America/Toronto");
    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);
    private static final Payer ACME = Payer.of("ACME", "Acme Inc.").email("ap@acme.example");

    private final TestClock clock = new TestClock();
    private final TestRail rail = new TestRail(clock);
    private final InMemoryPaymentJournal journal = new InMemoryPaymentJournal();
    private final Ledger ledger = Ledger.builder()
            .customer(Customer.of("ACME", "Acme Inc."))
            .invoice(Invoice.of("F-1", "ACME", LocalDate.of(2026, 3, 1), cad("500.00"))
                    .dueOn(LocalDate.of(2026, 3, 31)))
            .invoice(Invoice.of("F-2", "ACME", LocalDate.of(2026, 4, 1), cad("300.00"))
                    .dueOn(LocalDate.of(2026, 4, 30)))
            .build();

    @Test
    void a_request_is_sent_and_shows_the_payer_a_link() {
        PaymentState payment = desk().request("rail", both());
        assertThat(payment.stage()).isEqualTo(PaymentStage.SUBMITTED);
        assertThat(payment.payerAction().orElseThrow().link().orElseThrow())
                .hasToString("https://pay.example/R-" + payment.key());
        assertThat(payment.command().amount()).isEqualTo(cad("800.00"));
        assertThat(rail.all()).hasSize(1);
    }

    @Test
    void the_same_request_again_is_the_same_payment() {
        PaymentDesk desk = desk();
        PaymentState first = desk.request("rail", both());
        PaymentState again = desk().request("rail", both());
        assertThat(again.paymentId()).isEqualTo(first.paymentId());
        assertThat(again.version()).isEqualTo(first.version());
        assertThat(rail.calls()).isEqualTo(1);
    }

    @Test
    void another_occasion_is_refused_while_the_first_may_be_paid_and_another_payment_afterwards() {
        PaymentDesk desk = desk();
        PaymentState first = desk.request("rail", both());
        CollectCommand later =
                PaymentRequests.forItems(ACME, items(), "reminder 3").build();
        assertThatThrownBy(() -> desk.request("rail", later))
                .isInstanceOf(PaymentDeskException.class)
                .hasMessageContaining("RCV-PAYDESK-008: item F-1/1 is asked for by payment " + first.paymentId())
                .hasMessageContaining("submitted");
        rail.tell(remote(first), PaymentFact.EXPIRED, null);
        desk.work(10);
        assertThat(desk.request("rail", later).stage()).isEqualTo(PaymentStage.SUBMITTED);
        assertThat(rail.all()).hasSize(2);
        assertThat(desk.payments("F-1", 1)).hasSize(2);
        assertThat(desk.payments("F-1", 2)).isEmpty();
    }

    @Test
    void two_desks_that_ask_for_the_same_at_once_ask_once() {
        List<PaymentDesk> faster = new ArrayList<>(List.of(desk()));
        PaymentJournal slow = new CrashingJournal(journal, () -> false, () -> {}) {
            @Override
            public List<String> paymentsFor(String documentId) {
                if (!faster.isEmpty()) {
                    faster.remove(0).request("rail", both());
                }
                return super.paymentsFor(documentId);
            }
        };
        assertThat(desk(rail, slow).request("rail", both()).stage()).isEqualTo(PaymentStage.SUBMITTED);
        assertThat(rail.calls()).isEqualTo(1);
    }

    @Test
    void one_name_for_two_requests_is_refused() {
        PaymentDesk desk = desk();
        PaymentState first = desk.request("rail", both());
        CollectCommand other = CollectCommand.of(first.paymentId(), ACME)
                .forItems(List.of(new Share("F-9", 1, cad("1.00"), DAY)))
                .build();
        assertThatThrownBy(() -> desk.request("rail", other)).hasMessageContaining("RCV-PAYDESK-007");
        assertThatThrownBy(() -> desk.request("elsewhere", both()))
                .hasMessage("RCV-PAYDESK-001: no provider is named \"elsewhere\": use one of rail");
    }

    @Test
    void money_settles_the_items_it_was_asked_for() {
        PaymentDesk desk = desk();
        PaymentState payment = desk.request("rail", both());
        rail.tell(remote(payment), PaymentFact.SETTLED, cad("800.00"));
        desk.work(10);
        String id = payment.paymentId();
        SettledPage page = desk.settledSince("", 100);
        assertThat(page.facts())
                .containsExactly(
                        Payment.of(id, "ACME", DAY, cad("800.00")),
                        Allocation.ofPayment(id + "/1", id, "F-1", DAY, cad("500.00"))
                                .toInstalment(1),
                        Allocation.ofPayment(id + "/2", id, "F-2", DAY, cad("300.00"))
                                .toInstalment(1));
        assertThat(page.isLast()).isTrue();
        assertThat(desk.settledSince(page.next(), 100).facts()).isEmpty();
        Ledger after = ledger.with(page.facts());
        assertThat(after.openItems(DAY)).isEmpty();
        assertThat(after.openItems(DAY.minusDays(1))).hasSize(2);
    }

    @Test
    void less_money_pays_the_earliest_due_first_and_more_stays_unapplied() {
        PaymentDesk desk = desk();
        PaymentState payment = desk.request("rail", both());
        rail.tell(remote(payment), PaymentFact.PARTIALLY_SETTLED, cad("600.00"));
        desk.work(10);
        assertThat(state(desk, payment).stage()).isEqualTo(PaymentStage.PARTLY_SETTLED);
        SettledPage first = desk.settledSince("", 100);
        // 600 = 500 for F-1, due in March, and 100 of the 300 for F-2
        assertThat(open(first.facts(), "F-1")).isEqualTo(cad("0.00"));
        assertThat(open(first.facts(), "F-2")).isEqualTo(cad("200.00"));

        rail.tell(remote(payment), PaymentFact.SETTLED, cad("850.00"));
        desk.work(10);
        List<Fact> facts = new ArrayList<>(first.facts());
        facts.addAll(desk.settledSince(first.next(), 100).facts());
        // 850 in all is 250 more: 200 for the rest of F-2, 50 unapplied
        assertThat(facts).contains(Payment.of(payment.paymentId() + "#2", "ACME", DAY, cad("250.00")));
        assertThat(open(facts, "F-2")).isEqualTo(cad("0.00"));
        assertThat(ledger.with(facts).balance(DAY)).containsEntry("CAD", cad("-50.00"));
    }

    @Test
    void the_payers_own_division_counts_where_it_adds_up() {
        PaymentDesk desk = desk();
        PaymentState payment = desk.request("rail", both());
        Observation said = Observation.of(PaymentFact.PARTIALLY_SETTLED, remote(payment).ref)
                .event("statement 12")
                .amount(cad("300.00"))
                .valueOn(DAY.minusDays(1))
                .forItems(List.of(new Share("F-2", 1, cad("300.00"), DAY)))
                .seenAt(clock.instant())
                .build();
        assertThat(desk.observe("rail", said)).contains(payment.paymentId());
        List<Fact> facts = desk.settledSince("", 10).facts();
        assertThat(open(facts, "F-1")).isEqualTo(cad("500.00"));
        assertThat(open(facts, "F-2")).isEqualTo(cad("0.00"));
        assertThat(facts.get(0).date()).as("the day of the value").isEqualTo(DAY.minusDays(1));
        assertThat(facts.get(0).recordedOn()).isEqualTo(DAY);
    }

    @Test
    void a_division_that_does_not_add_up_does_not_count() {
        PaymentDesk desk = desk();
        PaymentState payment = desk.request("rail", both());
        Observation said = Observation.of(PaymentFact.PARTIALLY_SETTLED, remote(payment).ref)
                .amount(cad("300.00"))
                .forItems(List.of(new Share("F-2", 1, cad("299.99"), DAY)))
                .seenAt(clock.instant())
                .build();
        desk.observe("rail", said);
        assertThat(open(desk.settledSince("", 10).facts(), "F-1")).isEqualTo(cad("200.00"));
    }

    @Test
    void returned_money_reopens_the_items_and_its_fee_is_apart() {
        PaymentDesk desk = desk();
        PaymentState payment = desk.request("rail", both());
        rail.tell(remote(payment), PaymentFact.SETTLED, cad("800.00"));
        desk.work(10);
        clock.pass(Duration.ofDays(3));
        Reason nsf =
                Reason.of(Reason.Category.INSUFFICIENT_FUNDS, Retry.never(), "").coded("cheque", "NSF");
        Observation back = Observation.of(PaymentFact.RETURNED, remote(payment).ref)
                .event("return 1")
                .amount(cad("800.00"))
                .fee(cad("7.50"))
                .because(nsf)
                .seenAt(clock.instant())
                .build();
        desk.observe("rail", back);
        desk.observe("rail", back);
        SettledPage page = desk.settledSince("", 10);
        String id = payment.paymentId();
        assertThat(page.facts())
                .endsWith(Reversal.ofPayment(id + "-back", id, DAY.plusDays(3)).because("insufficient-funds"));
        assertThat(page.fees())
                .containsExactly(new PaymentFee(id, "return 1", PaymentFact.RETURNED, cad("7.50"), DAY.plusDays(3)));
        assertThat(state(desk, payment).stage()).isEqualTo(PaymentStage.GIVEN_BACK);
        Ledger after = ledger.with(page.facts());
        assertThat(after.openItems(DAY.plusDays(2))).isEmpty();
        assertThat(after.openItems(DAY.plusDays(3))).hasSize(2);
    }

    @Test
    void a_part_that_goes_back_leaves_the_rest_booked() {
        PaymentDesk desk = desk();
        PaymentState payment = desk.request("rail", both());
        rail.tell(remote(payment), PaymentFact.SETTLED, cad("800.00"));
        rail.tell(remote(payment), PaymentFact.CHARGEBACK, cad("100.00"));
        desk.work(10);
        List<Fact> facts = desk.settledSince("", 10).facts();
        // 800 - 100 = 700: 500 for F-1, 200 of F-2
        assertThat(open(facts, "F-1")).isEqualTo(cad("0.00"));
        assertThat(open(facts, "F-2")).isEqualTo(cad("100.00"));
        assertThat(state(desk, payment).stage()).isEqualTo(PaymentStage.PARTLY_SETTLED);
        assertThat(state(desk, payment).kept()).isEqualTo(cad("700.00"));
    }

    @Test
    void what_was_not_sent_is_sent_again_by_the_same_key() {
        rail.next(Fault.NOT_SENT, Fault.NONE);
        PaymentDesk desk = desk();
        PaymentState payment = desk.request("rail", both());
        assertThat(payment.stage()).isEqualTo(PaymentStage.PLANNED);
        assertThat(desk.work(10).payments()).as("not before the pause is over").isZero();
        clock.pass(Duration.ofMinutes(2));
        assertThat(desk.work(10).payments()).isEqualTo(1);
        assertThat(state(desk, payment).stage()).isEqualTo(PaymentStage.SUBMITTED);
        assertThat(rail.all()).extracting(each -> each.key).containsExactly(payment.key());
    }

    @Test
    void what_may_have_been_sent_is_looked_up_and_not_sent_again() {
        rail.next(Fault.LOST_ANSWER);
        PaymentDesk desk = desk();
        PaymentState payment = desk.request("rail", both());
        assertThat(payment.stage()).isEqualTo(PaymentStage.UNKNOWN);
        clock.pass(Duration.ofSeconds(30));
        desk.work(10);
        assertThat(state(desk, payment).stage()).isEqualTo(PaymentStage.SUBMITTED);
        assertThat(state(desk, payment).payerAction()).isPresent();
        assertThat(rail.calls()).isEqualTo(1);
    }

    @Test
    void what_was_lost_is_sent_again_once_it_is_sure_that_it_never_arrived() {
        rail.without(Operation.POLL).next(Fault.LOST_REQUEST);
        PaymentDesk desk = desk();
        PaymentState payment = desk.request("rail", both());
        for (int minutes = 0; minutes < 10; minutes++) {
            clock.pass(Duration.ofMinutes(1));
            desk.work(10);
            assertThat(rail.calls()).as("tries after " + minutes).isEqualTo(1);
            assertThat(state(desk, payment).stage()).isEqualTo(PaymentStage.UNKNOWN);
        }
        clock.pass(Duration.ofMinutes(1));
        desk.work(10);
        assertThat(state(desk, payment).stage()).isEqualTo(PaymentStage.PLANNED);
        desk.work(10);
        assertThat(state(desk, payment).stage()).isEqualTo(PaymentStage.SUBMITTED);
        assertThat(rail.calls()).isEqualTo(2);
    }

    @Test
    void a_request_that_arrives_late_is_found() {
        rail.next(Fault.LATE_REQUEST);
        PaymentDesk desk = desk();
        PaymentState payment = desk.request("rail", both());
        clock.pass(Duration.ofMinutes(5));
        desk.work(10);
        assertThat(state(desk, payment).stage()).isEqualTo(PaymentStage.SUBMITTED);
        assertThat(rail.calls()).isEqualTo(1);
    }

    @Test
    void a_crash_before_or_after_the_call_loses_and_doubles_nothing() {
        for (Fault fault : List.of(Fault.CRASH_BEFORE, Fault.CRASH_AFTER)) {
            TestRail own = new TestRail(clock).next(fault);
            PaymentJournal kept = new InMemoryPaymentJournal();
            assertThatThrownBy(() -> desk(own, kept).request("rail", both())).isInstanceOf(Crash.class);
            PaymentDesk next = desk(own, kept);
            assertThat(next.request("rail", both()).stage()).as("%s", fault).isEqualTo(PaymentStage.SENDING);
            for (int minutes = 0; minutes < 15; minutes++) {
                clock.pass(Duration.ofMinutes(1));
                next.work(10);
            }
            assertThat(next.request("rail", both()).stage()).as("%s", fault).isEqualTo(PaymentStage.SUBMITTED);
            assertThat(own.all()).hasSize(1);
        }
    }

    @Test
    void what_a_provider_throws_is_a_doubt_and_its_text_is_not_kept() {
        rail.next(Fault.THROWS_BEFORE);
        PaymentState payment = desk().request("rail", both());
        assertThat(payment.stage()).isEqualTo(PaymentStage.UNKNOWN);
        assertThat(payment.reason().orElseThrow().text())
                .contains("java.lang.IllegalStateException")
                .doesNotContain("canary");
    }

    @Test
    void a_process_that_stood_still_before_its_call_does_not_make_it_any_more() {
        PaymentJournal slow = new CrashingJournal(journal, () -> false, () -> clock.pass(Duration.ofMinutes(20)));
        PaymentState payment = desk(rail, slow).request("rail", both());
        assertThat(payment.stage()).as("others may have found it absent").isEqualTo(PaymentStage.PLANNED);
        assertThat(rail.calls()).isZero();
        clock.pass(Duration.ofHours(1));
        desk().work(10);
        assertThat(rail.all()).hasSize(1);
    }

    @Test
    void a_refusal_is_final_and_says_why() {
        rail.next(Fault.REFUSED);
        PaymentDesk desk = desk();
        PaymentState payment = desk.request("rail", both());
        assertThat(payment.stage()).isEqualTo(PaymentStage.REFUSED);
        assertThat(payment.reason().orElseThrow().category()).isEqualTo(Reason.Category.ACCOUNT_INVALID);
        clock.pass(Duration.ofDays(2));
        assertThat(desk.work(10).payments()).isZero();
        assertThat(rail.calls()).isEqualTo(1);
    }

    @Test
    void where_nobody_can_be_asked_a_person_decides() {
        rail.without(Operation.FIND, Operation.POLL)
                .idempotency(Idempotency.of(Idempotency.Mode.NONE, 64))
                .next(Fault.LOST_ANSWER);
        PaymentDesk desk = desk();
        PaymentState payment = desk.request("rail", both());
        clock.pass(Duration.ofDays(1));
        desk.work(10);
        assertThat(state(desk, payment).stage()).isEqualTo(PaymentStage.UNKNOWN);
        PaymentState found = desk.decideFound(payment.paymentId(), remote(payment).ref, "Ana");
        assertThat(found.stage()).isEqualTo(PaymentStage.SUBMITTED);
        assertThatThrownBy(() -> desk.decideAbsent(payment.paymentId(), "Ana"))
                .hasMessageContaining("RCV-PAYDESK-012")
                .hasMessageContaining("submitted");
        assertThat(rail.calls()).isEqualTo(1);
    }

    @Test
    void what_a_person_says_is_absent_is_sent_again() {
        rail.without(Operation.FIND, Operation.POLL)
                .idempotency(Idempotency.of(Idempotency.Mode.NONE, 64))
                .next(Fault.CRASH_BEFORE);
        assertThatThrownBy(() -> desk().request("rail", both())).isInstanceOf(Crash.class);
        PaymentDesk desk = desk();
        clock.pass(Duration.ofMinutes(10));
        desk.work(10);
        PaymentState payment = desk.request("rail", both());
        assertThat(payment.stage()).isEqualTo(PaymentStage.UNKNOWN);
        assertThat(desk.decideAbsent(payment.paymentId(), "Ana").stage()).isEqualTo(PaymentStage.SUBMITTED);
        assertThat(rail.calls()).isEqualTo(2);
    }

    @Test
    void a_message_that_is_faster_than_the_answer_is_kept_for_it() {
        PaymentDesk desk = desk();
        rail.during(() -> {
            rail.during(() -> {});
            Remote only = rail.all().iterator().next();
            rail.tell(only, PaymentFact.SETTLED, cad("800.00"));
            Receipt receipt = desk.receive("rail", rail.message(0, rail.history()));
            assertThat(receipt.payments()).isEmpty();
            assertThat(receipt.unclaimed()).isEqualTo(2);
            assertThat(desk.unclaimed(10)).hasSize(2);
        });
        PaymentState payment = desk.request("rail", both());
        assertThat(payment.stage()).isEqualTo(PaymentStage.SETTLED);
        assertThat(desk.unclaimed(10)).isEmpty();
        assertThat(desk.settledSince("", 10).facts()).hasSize(3);
    }

    @Test
    void a_message_that_repeats_the_key_finds_its_payment_before_the_answer() {
        rail.repeatsKeys();
        PaymentDesk desk = desk();
        rail.during(() -> {
            rail.during(() -> {});
            rail.tell(rail.all().iterator().next(), PaymentFact.SETTLED, cad("800.00"));
            assertThat(desk.receive("rail", rail.message(0, rail.history())).payments())
                    .hasSize(1);
        });
        assertThat(desk.request("rail", both()).stage()).isEqualTo(PaymentStage.SETTLED);
        assertThat(desk.settledSince("", 10).facts()).hasSize(3);
    }

    @Test
    void a_message_twice_counts_once_and_its_answer_is_handed_on() {
        PaymentDesk desk = desk();
        PaymentState payment = desk.request("rail", both());
        rail.tell(remote(payment), PaymentFact.SETTLED, cad("800.00"));
        Receipt first = desk.receive("rail", rail.message(0, 2));
        Receipt again = desk.receive("rail", rail.message(0, 2));
        assertThat(first.answer().status()).isEqualTo(204);
        assertThat(again).isEqualTo(first);
        assertThat(first.payments()).containsExactly(payment.paymentId());
        assertThat(desk.settledSince("", 10).facts()).hasSize(3);
    }

    @Test
    void money_outranks_an_end_in_any_order() {
        for (boolean moneyFirst : List.of(true, false)) {
            TestRail own = new TestRail(clock);
            PaymentDesk desk = desk(own, new InMemoryPaymentJournal());
            PaymentState payment = desk.request("rail", both());
            Remote remote = own.remote(payment.key());
            own.tell(remote, moneyFirst ? PaymentFact.SETTLED : PaymentFact.EXPIRED, moneyFirst ? cad("800.00") : null);
            own.tell(remote, moneyFirst ? PaymentFact.EXPIRED : PaymentFact.SETTLED, moneyFirst ? null : cad("800.00"));
            desk.receive("rail", own.message(0, 3));
            assertThat(state(desk, payment).stage()).isEqualTo(PaymentStage.SETTLED);
        }
    }

    @Test
    void a_forged_message_changes_nothing_and_a_provider_that_throws_answers_500() {
        PaymentDesk desk = desk();
        Receipt forged = desk.receive("rail", text("pay me"));
        assertThat(forged.kind()).isEqualTo(Reception.Kind.REJECTED);
        assertThat(forged.answer().status()).isEqualTo(401);
        Receipt broken = desk.receive("rail", text("throw"));
        assertThat(broken.kind()).isEqualTo(Reception.Kind.REJECTED);
        assertThat(broken.answer().status()).isEqualTo(500);
        assertThatThrownBy(() -> desk.receive("elsewhere", text(""))).hasMessageContaining("RCV-PAYDESK-001");
    }

    @Test
    void a_hint_has_the_provider_asked_and_books_nothing_by_itself() {
        rail.hintsOnly().without(Operation.POLL);
        PaymentDesk desk = desk();
        PaymentState payment = desk.request("rail", both());
        rail.tell(remote(payment), PaymentFact.SETTLED, cad("800.00"));
        desk.receive("rail", rail.message(1, 2));
        assertThat(state(desk, payment).stage()).isEqualTo(PaymentStage.SUBMITTED);
        assertThat(rail.finds()).isZero();
        desk.work(10);
        assertThat(rail.finds()).isEqualTo(1);
        assertThat(state(desk, payment).stage()).isEqualTo(PaymentStage.SETTLED);
    }

    @Test
    void a_hint_about_nothing_known_is_not_kept() {
        rail.hintsOnly();
        Remote foreign = new Remote("R-foreign", "foreign", both());
        rail.tell(foreign, PaymentFact.SETTLED, cad("1.00"));
        PaymentDesk desk = desk();
        assertThat(desk.receive("rail", rail.message(0, 1)).unclaimed()).isEqualTo(1);
        assertThat(desk.unclaimed(10)).as("anybody may have made it up").isEmpty();
    }

    @Test
    void money_that_nobody_asked_for_is_kept_for_people_once() {
        Remote foreign = new Remote("R-foreign", "foreign", both());
        rail.tell(foreign, PaymentFact.SETTLED, cad("1.00"));
        PaymentDesk desk = desk();
        desk.receive("rail", rail.message(0, 1));
        desk.receive("rail", rail.message(0, 1));
        desk.work(10);
        assertThat(desk.unclaimed(10))
                .extracting(each -> each.observation().providerRef())
                .containsExactly("R-foreign");
        assertThat(desk.settledSince("", 10).facts()).isEmpty();
    }

    @Test
    void lost_messages_are_made_up_for_by_the_history() {
        PaymentDesk desk = desk();
        PaymentState payment = desk.request("rail", both());
        rail.tell(remote(payment), PaymentFact.SETTLED, cad("800.00"));
        WorkReport report = desk.work(10);
        assertThat(report.observations()).isEqualTo(2);
        assertThat(state(desk, payment).stage()).isEqualTo(PaymentStage.SETTLED);
        assertThat(desk.work(10).observations()).isZero();
    }

    @Test
    void a_history_that_cannot_be_read_is_told_and_read_later() {
        PaymentDesk desk = desk();
        PaymentState payment = desk.request("rail", both());
        rail.tell(remote(payment), PaymentFact.SETTLED, cad("800.00"));
        rail.next(Fault.NOT_SENT);
        assertThat(desk.work(10).unread()).containsOnlyKeys("rail");
        assertThat(desk.work(10).unread()).isEmpty();
        assertThat(state(desk, payment).stage()).isEqualTo(PaymentStage.SETTLED);
    }

    @Test
    void without_a_history_what_nothing_is_heard_of_is_looked_up_ever_more_rarely() {
        rail.without(Operation.POLL);
        PaymentDesk desk = desk();
        PaymentState payment = desk.request("rail", both());
        int lately = 0;
        for (int hours = 0; hours < 48; hours++) {
            int before = rail.finds();
            for (int minutes = 0; minutes < 60; minutes++) {
                clock.pass(Duration.ofMinutes(1));
                desk.work(10);
            }
            lately = rail.finds() - before;
            if (hours == 0) {
                assertThat(lately).as("looks in the first hour").isBetween(8, 20);
            }
        }
        assertThat(lately).as("looks in the last hour").isEqualTo(1);
        rail.tell(remote(payment), PaymentFact.EXPIRED, null);
        clock.pass(Duration.ofHours(1));
        desk.work(10);
        assertThat(state(desk, payment).stage()).isEqualTo(PaymentStage.EXPIRED);
        clock.pass(Duration.ofDays(1));
        assertThat(desk.work(10).payments())
                .as("an end is looked at for some days")
                .isEqualTo(1);
        clock.pass(Duration.ofDays(4));
        desk.work(10);
        clock.pass(Duration.ofDays(40));
        assertThat(desk.work(10).payments()).isZero();
    }

    @Test
    void a_cancellation_is_asked_for_once_and_ends_the_payment() {
        PaymentDesk desk = desk();
        PaymentState payment = desk.request("rail", both());
        rail.next(Fault.LOST_ANSWER);
        PaymentState asked = desk.cancel(payment.paymentId(), "paid by cheque");
        assertThat(asked.errands().get(0).outcome()).contains(Submission.Kind.UNKNOWN);
        clock.pass(Duration.ofMinutes(2));
        desk.work(10);
        PaymentState after = state(desk, payment);
        assertThat(after.stage()).isEqualTo(PaymentStage.CANCELLED);
        assertThat(after.errands()).singleElement().matches(ErrandState::isOver);
        assertThat(remote(payment).history)
                .extracting(Observation::fact)
                .containsExactly(PaymentFact.SUBMITTED, PaymentFact.CANCELLED);
        assertThatThrownBy(() -> desk.cancel(payment.paymentId(), ""))
                .hasMessageContaining("RCV-PAYDESK-010")
                .hasMessageContaining("cancelled");
    }

    @Test
    void a_payer_who_was_faster_has_paid() {
        PaymentDesk desk = desk();
        PaymentState payment = desk.request("rail", both());
        rail.tell(remote(payment), PaymentFact.SETTLED, cad("800.00"));
        PaymentState after = desk.cancel(payment.paymentId(), "");
        assertThat(after.stage()).isEqualTo(PaymentStage.SETTLED);
        assertThat(after.errands().get(0).outcome()).contains(Submission.Kind.TOO_LATE);
    }

    @Test
    void what_was_not_sent_is_cancelled_without_asking_anybody() {
        rail.next(Fault.NOT_SENT);
        PaymentDesk desk = desk();
        PaymentState payment = desk.request("rail", both());
        PaymentState after = desk.cancel(payment.paymentId(), "");
        assertThat(after.stage()).isEqualTo(PaymentStage.CANCELLED);
        clock.pass(Duration.ofDays(1));
        desk.work(10);
        assertThat(rail.calls()).isEqualTo(1);
        assertThat(rail.all()).isEmpty();
        assertThat(after.errands().get(0).outcome()).contains(Submission.Kind.ACKNOWLEDGED);
    }

    @Test
    void a_doubtful_payment_is_found_before_it_is_cancelled() {
        rail.next(Fault.LOST_ANSWER);
        PaymentDesk desk = desk();
        PaymentState payment = desk.request("rail", both());
        assertThat(desk.cancel(payment.paymentId(), "").stage()).isNotEqualTo(PaymentStage.CANCELLED);
        for (int minutes = 0; minutes < 5; minutes++) {
            clock.pass(Duration.ofMinutes(1));
            desk.work(10);
        }
        assertThat(state(desk, payment).stage()).isEqualTo(PaymentStage.CANCELLED);
        assertThat(remote(payment).last()).isEqualTo(PaymentFact.CANCELLED);
    }

    @Test
    void a_payer_is_reminded_once_on_an_occasion() {
        PaymentDesk desk = desk();
        PaymentState payment = desk.request("rail", both());
        desk.remind(payment.paymentId(), "reminder 2");
        desk.remind(payment.paymentId(), "reminder 2");
        assertThat(remote(payment).reminders).isEqualTo(1);
        rail.next(Fault.LOST_ANSWER);
        desk.remind(payment.paymentId(), "reminder 3");
        clock.pass(Duration.ofHours(1));
        desk.work(10);
        assertThat(remote(payment).reminders)
                .as("a reminder in doubt is not repeated")
                .isEqualTo(2);
        rail.next(Fault.NOT_SENT);
        desk.remind(payment.paymentId(), "reminder 4");
        clock.pass(Duration.ofHours(1));
        desk.work(10);
        assertThat(remote(payment).reminders).as("one that was not sent is").isEqualTo(3);
    }

    @Test
    void a_reminder_that_crashed_is_not_repeated() {
        PaymentDesk desk = desk();
        PaymentState payment = desk.request("rail", both());
        rail.next(Fault.CRASH_AFTER);
        assertThatThrownBy(() -> desk.remind(payment.paymentId(), "r")).isInstanceOf(Crash.class);
        clock.pass(Duration.ofHours(1));
        desk().work(10);
        assertThat(remote(payment).reminders).isEqualTo(1);
        assertThat(state(desk, payment).errands().get(0).outcome()).contains(Submission.Kind.UNKNOWN);
    }

    @Test
    void money_is_given_back_once_and_no_more_than_is_there() {
        PaymentDesk desk = desk();
        PaymentState payment = desk.request("rail", both());
        assertThatThrownBy(() -> desk.refund(payment.paymentId(), cad("1.00"), "early"))
                .hasMessageContaining("RCV-PAYDESK-009")
                .hasMessageContaining("has CAD 0.00 to give back, not CAD 1.00");
        rail.tell(remote(payment), PaymentFact.SETTLED, cad("800.00"));
        desk.work(10);
        rail.next(Fault.LOST_ANSWER);
        desk.refund(payment.paymentId(), cad("500.00"), "double payment");
        assertThatThrownBy(() -> desk.refund(payment.paymentId(), cad("300.01"), "more"))
                .as("500 may be on their way back")
                .hasMessageContaining("has CAD 300.00 to give back");
        assertThatThrownBy(() -> desk.refund(payment.paymentId(), cad("1.00"), "double payment"))
                .hasMessageContaining("RCV-PAYDESK-015");
        clock.pass(Duration.ofMinutes(5));
        desk.work(10);
        desk.refund(payment.paymentId(), cad("500.00"), "double payment");
        assertThat(remote(payment).refunds.values()).containsExactly(cad("500.00"));
        assertThat(state(desk, payment).moneyBack()).isEqualTo(cad("500.00"));
        assertThat(desk.refund(payment.paymentId(), cad("300.00"), "the rest").stage())
                .isEqualTo(PaymentStage.GIVEN_BACK);
        assertThat(ledger.with(desk.settledSince("", 100).facts()).balance(DAY)).containsEntry("CAD", cad("800.00"));
    }

    @Test
    void what_a_provider_cannot_do_is_said_before_it_is_written_down() {
        rail.without(Operation.CANCEL, Operation.REMIND, Operation.REFUND);
        PaymentDesk desk = desk();
        PaymentState payment = desk.request("rail", both());
        assertThatThrownBy(() -> desk.cancel(payment.paymentId(), ""))
                .hasMessage("RCV-PAYDESK-011: provider rail cannot cancel");
        assertThatThrownBy(() -> desk.remind("nobody", "r")).hasMessageContaining("RCV-PAYDESK-006");
        assertThat(state(desk, payment).errands()).isEmpty();
    }

    @Test
    void money_in_another_currency_books_nothing_and_is_shown() {
        PaymentDesk desk = desk();
        PaymentState payment = desk.request("rail", both());
        rail.tell(remote(payment), PaymentFact.SETTLED, Money.of("800.00", "USD"));
        desk.work(10);
        PaymentState after = state(desk, payment);
        assertThat(after.stage()).isEqualTo(PaymentStage.SUBMITTED);
        assertThat(after.oddities()).hasSize(1);
        assertThat(desk.settledSince("", 10).facts()).isEmpty();
    }

    @Test
    void a_reference_of_another_payment_is_not_taken_and_does_not_stop_the_others() {
        PaymentDesk desk = desk();
        PaymentState first = desk.request("rail", both());
        CollectCommand other = CollectCommand.of("other", ACME)
                .forItems(List.of(new Share("F-9", 1, cad("9.00"), DAY)))
                .build();
        rail.next(Fault.LOST_ANSWER);
        desk.request("rail", other);
        Observation mixedUp = Observation.of(PaymentFact.AWAITING_PAYER, remote(first).ref)
                .askedBy("other")
                .seenAt(clock.instant())
                .build();
        assertThat(desk.observe("rail", mixedUp)).as("the reference decides").contains(first.paymentId());
        assertThatThrownBy(() -> desk.decideFound("other", remote(first).ref, "Ana"))
                .hasMessageContaining("RCV-PAYDESK-014");
    }

    @Test
    void keys_are_as_the_provider_takes_them() {
        rail.idempotency(
                new Idempotency(Idempotency.Mode.REPLAY, 20, Pattern.compile("[0-9a-f]+"), Duration.ofDays(1)));
        PaymentDesk desk = desk();
        CollectCommand named = CollectCommand.of("Zahlung 7", ACME)
                .forItems(List.of(new Share("F-9", 1, cad("9.00"), DAY)))
                .build();
        PaymentState payment = desk.request("rail", named);
        assertThat(payment.key()).hasSize(20).matches("[0-9a-f]+");
        rail.idempotency(Idempotency.of(Idempotency.Mode.REPLAY, 8));
        assertThatThrownBy(() -> desk.request("rail", both()))
                .hasMessageContaining("RCV-PAYDESK-013")
                .hasMessageContaining("at most 8 characters");
    }

    @Test
    void cursors_are_checked_and_pages_go_on_where_the_last_ended() {
        PaymentDesk desk = desk();
        PaymentState payment = desk.request("rail", both());
        rail.tell(remote(payment), PaymentFact.PARTIALLY_SETTLED, cad("1.00"));
        rail.tell(remote(payment), PaymentFact.SETTLED, cad("800.00"));
        desk.work(10);
        SettledPage first = desk.settledSince("", 1);
        assertThat(first.isLast()).isFalse();
        SettledPage second = desk.settledSince(first.next(), 1);
        assertThat(second.isLast()).isTrue();
        assertThat(desk.settledSince("", 1)).as("read again").isEqualTo(first);
        assertThat(second.facts().get(0).id()).isEqualTo(payment.paymentId() + "#2");
        assertThatThrownBy(() -> desk.settledSince("x", 1)).hasMessageContaining("cursor \"x\"");
    }

    @Test
    void payments_are_listed_by_id_without_personal_data_in_their_text() {
        PaymentDesk desk = desk();
        PaymentState payment = desk.request("rail", both());
        assertThat(desk.paymentsAfter("", 10))
                .extracting(PaymentState::paymentId)
                .containsExactly(payment.paymentId());
        assertThat(desk.paymentsAfter(payment.paymentId(), 10)).isEmpty();
        assertThat(journal.events(payment.paymentId()).toString() + payment)
                .doesNotContain("ap@acme.example")
                .doesNotContain("Acme Inc.");
    }

    private PaymentDesk desk() {
        return desk(rail, journal);
    }

    private PaymentDesk desk(TestRail with, PaymentJournal kept) {
        return PaymentDesk.with(kept, PaymentProviders.of(Map.of("rail", with)), PaymentDeskOptions.of(clock, TORONTO));
    }

    private CollectCommand both() {
        return PaymentRequests.forItems(ACME, items(), "reminder 2").build();
    }

    private List<OpenItem> items() {
        return ledger.openItems(DAY);
    }

    private Remote remote(PaymentState payment) {
        return rail.remote(payment.key());
    }

    private static PaymentState state(PaymentDesk desk, PaymentState payment) {
        return desk.payment(payment.paymentId()).orElseThrow();
    }

    private Money open(List<Fact> facts, String documentId) {
        return ledger.with(facts).items(documentId, DAY).get(0).open();
    }

    private static InboundMessage text(String body) {
        return new InboundMessage(
                HttpHeaders.of(Map.of(), (name, value) -> true),
                Payload.of(body),
                java.time.Instant.parse("2026-05-04T14:00:00Z"));
    }

    private static Money cad(String amount) {
        return Money.of(amount, "CAD");
    }
}
