package io.receivables.dunning.desk;

import static io.receivables.dunning.desk.DeskFixture.ATTEMPTS;
import static io.receivables.dunning.desk.DeskFixture.DUE;
import static io.receivables.dunning.desk.DeskFixture.MONDAY;
import static io.receivables.dunning.desk.DeskFixture.action;
import static io.receivables.dunning.desk.DeskFixture.cad;
import static io.receivables.dunning.desk.DeskFixture.letterTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.CreditNote;
import io.receivables.core.Instalment;
import io.receivables.core.Payment;
import io.receivables.core.WriteOff;
import io.receivables.core.collection.CollectionLog;
import io.receivables.core.collection.ItemReference;
import io.receivables.core.collection.PaymentPlan;
import io.receivables.core.collection.PromiseToPay;
import io.receivables.core.collection.ReminderSent;
import io.receivables.core.collection.ReminderSent.Channel;
import io.receivables.core.ledger.Ledger;
import io.receivables.dunning.DunningOptions;
import io.receivables.dunning.DunningPlan;
import io.receivables.dunning.Letter;
import io.receivables.dunning.cases.DunningEvent.HoldSet;
import io.receivables.dunning.cases.DunningEvent.InsolvencyOpened;
import io.receivables.dunning.cases.DunningEvent.LetterFailed;
import io.receivables.dunning.cases.DunningEvent.LetterSending;
import io.receivables.dunning.cases.DunningEvent.LetterSent;
import io.receivables.dunning.cases.DunningEvent.LetterWithdrawn;
import io.receivables.dunning.cases.HoldReason;
import io.receivables.dunning.cases.LetterState.Status;
import io.receivables.dunning.journal.EventSamples;
import io.receivables.dunning.policy.DunningStep;
import io.receivables.dunning.policy.Grouping;
import io.receivables.dunning.policy.Policies;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboxTest {
    private final DeskFixture office = new DeskFixture();

    // ---- sending

    @Test
    void what_was_accepted_is_sent_and_recorded() {
        Letter toA = office.accepted("A", MONDAY);

        Dispatch dispatch = office.dispatch(MONDAY);

        assertThat(dispatch.sent()).hasSize(3).contains(toA.id());
        assertThat(office.journal.events("A").subList(2, 4))
                .containsExactly(
                        new LetterSending(toA.id(), "A", MONDAY, 1),
                        new LetterSent(toA.id(), "A", MONDAY, 1, "receipt of " + toA.id()));
        assertThat(office.journal.customersWithLettersUnderWay()).isEmpty();
        assertThat(office.dispatch(MONDAY))
                .isEqualTo(new Dispatch(List.of(), Map.of(), List.of(), Map.of(), Map.of(), List.of()));
    }

    @Test
    void the_sender_gets_what_it_needs_to_write_the_letter() {
        DunningPlan plan = office.plan(MONDAY);
        Letter toA = letterTo("A", plan);
        office.desk.accept(plan, Approval.all().noting(toA.id(), "See you on Friday."));

        office.dispatch(MONDAY.plusDays(1));

        OutgoingLetter sent = office.sender.asked().get(0);
        assertThat(sent.letterId()).isEqualTo(toA.id());
        assertThat(sent.key()).isEqualTo(toA.id());
        assertThat(sent.customer().id()).isEqualTo("A");
        assertThat(sent.date()).isEqualTo(MONDAY.plusDays(1));
        assertThat(sent.channel()).isEqualTo(Channel.EMAIL);
        assertThat(sent.language()).isEqualTo("en");
        assertThat(sent.salesRepresentative()).isEqualTo("Roy");
        assertThat(sent.attempt()).isEqualTo(1);
        assertThat(sent.note()).isEqualTo("See you on Friday.");
        assertThat(sent.leading().template()).isEqualTo(toA.step().template());
        assertThat(sent.items())
                .extracting(item -> item.action().claimed())
                .containsExactly(cad("100.00"), cad("50.00"));
        assertThat(sent.items()).extracting(item -> item.state().id()).containsExactly("F-1", "F-2");
        assertThat(sent.items()).extracting(item -> item.state().dueDate()).containsOnly(DUE);
    }

    @Test
    void a_letter_is_written_in_the_customers_language_and_sales_are_told_only_where_the_step_says_so() {
        office.accept(MONDAY);
        office.dispatch(MONDAY);

        assertThat(office.sender.asked()).extracting(OutgoingLetter::language).containsExactly("en", "fr", "en");
        assertThat(office.sender.asked())
                .extracting(OutgoingLetter::salesRepresentative)
                .containsExactly("Roy", "", "");

        DeskFixture quiet =
                DeskFixture.of(DeskFixture.POLICY.inLanguage("fr").withSteps(List.of(DunningStep.reminder(1, 3))));
        quiet.accept(MONDAY);
        quiet.dispatch(MONDAY);
        assertThat(quiet.sender.asked().get(0).salesRepresentative()).isEmpty();
        assertThat(quiet.sender.asked()).extracting(OutgoingLetter::language).containsOnly("fr");
    }

    // ---- what may no longer be asked for

    @Test
    void a_letter_whose_item_was_paid_meanwhile_is_withdrawn_whole_and_the_rest_proposed_again() {
        Letter toA = office.accepted("A", MONDAY);
        office.pays("F-2", "A", "50.00", MONDAY.plusDays(1));

        Dispatch dispatch = office.dispatch(MONDAY.plusDays(1));

        assertThat(dispatch.withdrawn()).containsOnlyKeys(toA.id());
        assertThat(dispatch.withdrawn().get(toA.id())).startsWith("DUN-02").contains("F-2");
        assertThat(dispatch.sent()).hasSize(2).doesNotContain(toA.id());
        assertThat(office.sender.delivered()).doesNotContainKey(toA.id());
        assertThat(office.journal.events("A"))
                .last()
                .isEqualTo(new LetterWithdrawn(
                        toA.id(), "A", MONDAY.plusDays(1), dispatch.withdrawn().get(toA.id())));

        DunningPlan next = office.plan(MONDAY.plusDays(1));
        assertThat(next.actions())
                .extracting(each -> each.key())
                .containsExactly(action("F-1", next).key());
        office.desk.accept(next);
        assertThat(office.dispatch(MONDAY.plusDays(1)).sent())
                .containsExactly(letterTo("A", next).id());
    }

    @Test
    void a_letter_that_claims_more_than_is_still_open_is_withdrawn() {
        Letter toB = office.accepted("B", MONDAY);
        office.pays("F-3", "B", "0.01", MONDAY);

        assertThat(office.dispatch(MONDAY).withdrawn())
                .containsExactly(Map.entry(toB.id(), "only CAD 199.99 of the CAD 200.00 of F-3/1 may be asked for"));
    }

    @Test
    void a_letter_is_not_sent_on_what_is_disputed_promised_planned_credited_or_written_off() {
        LocalDate day = MONDAY.plusDays(1);
        assertWithdrawn("only CAD 150.00", each -> each.disputes("F-3", "50.00", day));
        assertWithdrawn("DUN-17", each -> each.disputes("F-3", "200.00", day));
        assertWithdrawn(
                "DUN-15",
                each -> each.collect(PromiseToPay.of("PR", "B", day, cad("200.00"), day.plusDays(9))
                        .on("F-3")));
        assertWithdrawn(
                "DUN-14",
                each -> each.collect(
                        PaymentPlan.of("PL", "B", day, List.of(Instalment.of(day.plusDays(9), cad("200.00"))), "F-3")));
        assertWithdrawn("DUN-18", each -> each.book(Payment.of("P", "B", day, cad("200.00"))));
        assertWithdrawn("only CAD 120.00", each -> each.book(CreditNote.of("N", "B", day, cad("80.00"))));
        assertWithdrawn("DUN-03", each -> each.book(WriteOff.of("W", "F-3", day, cad("200.00"))));
    }

    @Test
    void a_letter_is_not_sent_to_who_is_insolvent_or_on_hold() {
        LocalDate day = MONDAY.plusDays(1);
        assertWithdrawn("DUN-10", each -> each.desk.record(new InsolvencyOpened("B", day, "court of Laval")));
        assertWithdrawn(
                "DUN-11",
                each -> each.desk.record(
                        new HoldSet("H", "B", day, List.of(), day, HoldReason.MANUAL, "let me talk to them")));
        assertWithdrawn(
                "DUN-12",
                each -> each.desk.record(new HoldSet(
                        "H", "B", day, List.of(ItemReference.of("F-3", 1)), day, HoldReason.PAYMENT_IN_TRANSIT, "")));
    }

    private static void assertWithdrawn(String reason, Consumer<DeskFixture> meanwhile) {
        DeskFixture office = new DeskFixture();
        Letter toB = office.accepted("B", MONDAY);
        meanwhile.accept(office);

        Dispatch dispatch = office.dispatch(MONDAY.plusDays(1));

        assertThat(dispatch.withdrawn()).containsOnlyKeys(toB.id());
        assertThat(dispatch.withdrawn().get(toB.id())).startsWith(reason);
        assertThat(dispatch.sent()).hasSize(2);
        assertThat(office.status(toB)).isEqualTo(Status.WITHDRAWN);
        assertThat(office.sender.asked())
                .noneMatch(letter -> letter.customer().id().equals("B"));
    }

    @Test
    void what_happened_after_the_day_of_sending_stands_against_nothing() {
        office.accept(MONDAY);
        office.pays("F-3", "B", "200.00", MONDAY.plusDays(1));

        assertThat(office.dispatch(MONDAY).sent()).hasSize(3);
    }

    @Test
    void a_letter_about_what_the_ledger_no_longer_has_is_withdrawn() {
        Letter toB = office.accepted("B", MONDAY);
        DeskFixture other = new DeskFixture(office.journal, office.policies);
        Ledger without = Ledger.of(other.ledger().facts().stream()
                .filter(fact -> !fact.id().equals("F-3"))
                .toList());

        Dispatch dispatch = office.desk.dispatch(
                office.sender, CollectionLog.of(without, List.of()), DunningOptions.standard(MONDAY));

        assertThat(dispatch.withdrawn()).containsExactly(Map.entry(toB.id(), "F-3/1 is not in the ledger"));
        assertThat(dispatch.sent()).hasSize(2);
    }

    // ---- failures

    @Test
    void a_letter_that_fails_is_tried_as_often_as_the_policy_says_and_does_not_block_the_others() {
        office.sender.answer("A", SendOutcome.notSent("mailbox full"));
        Letter toA = office.accepted("A", MONDAY);

        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Dispatch dispatch = office.dispatch(MONDAY);
            assertThat(dispatch.failed()).containsExactly(Map.entry(toA.id(), "mailbox full"));
            assertThat(dispatch.sent()).hasSize(attempt == 1 ? 2 : 0);
            assertThat(dispatch.abandoned()).isEqualTo(attempt < ATTEMPTS ? List.of() : List.of(toA.id()));
            assertThat(office.status(toA)).isEqualTo(attempt < ATTEMPTS ? Status.FAILED : Status.ABANDONED);
        }
        assertThat(office.dispatch(MONDAY).failed()).isEmpty();
        assertThat(office.sender.asked().stream()
                        .filter(letter -> letter.customer().id().equals("A")))
                .extracting(OutgoingLetter::attempt)
                .containsExactly(1, 2, 3);
        assertThat(office.sender.asked())
                .filteredOn(letter -> letter.customer().id().equals("A"))
                .extracting(OutgoingLetter::key)
                .containsOnly(toA.id());
    }

    @Test
    void a_letter_that_failed_goes_out_once_the_sender_can() {
        office.sender.answer("A", SendOutcome.notSent("no connection"));
        Letter toA = office.accepted("A", MONDAY);
        office.dispatch(MONDAY);
        office.sender.accept("A");

        assertThat(office.dispatch(MONDAY).sent()).containsExactly(toA.id());
        assertThat(office.sender.delivered().get(toA.id()).attempt()).isEqualTo(2);
    }

    @Test
    void a_refusal_for_good_is_not_tried_again() {
        office.sender.answer("A", SendOutcome.refused("no such address"));
        Letter toA = office.accepted("A", MONDAY);

        assertThat(office.dispatch(MONDAY).abandoned()).containsExactly(toA.id());
        assertThat(office.dispatch(MONDAY).failed()).isEmpty();
        assertThat(office.journal.events("A"))
                .last()
                .isEqualTo(new LetterFailed(toA.id(), "A", MONDAY, 1, "no such address", true));
    }

    @Test
    void a_letter_of_a_policy_that_is_no_more_is_tried_once_and_written_in_english() {
        office.sender.answer("A", SendOutcome.notSent("full"));
        Letter toA = office.accepted("A", MONDAY);
        DunningDesk changed = DunningDesk.over(
                office.journal, Policies.of(DeskFixture.POLICY.named("another").inLanguage("fr")));

        Dispatch dispatch = changed.dispatch(office.sender, office.log(), DunningOptions.standard(MONDAY));

        assertThat(dispatch.abandoned()).containsExactly(toA.id());
        assertThat(office.sender.asked()).extracting(OutgoingLetter::language).containsExactly("en", "fr", "en");
    }

    @Test
    void a_sender_that_throws_leaves_its_letter_in_doubt_and_the_others_go_out() {
        Letter toA = office.accepted("A", MONDAY);
        LetterSender broken = letter -> {
            if (letter.customer().id().equals("A")) {
                throw new IllegalStateException("socket closed");
            }
            return office.sender.send(letter);
        };

        Dispatch dispatch = office.dispatch(broken, MONDAY);

        assertThat(dispatch.sent()).hasSize(2);
        assertThat(dispatch.inDoubt()).containsOnlyKeys(toA.id());
        assertThat(dispatch.inDoubt().get(toA.id())).contains("socket closed");
        assertThat(office.status(toA)).isEqualTo(Status.SENDING);
        assertThat(office.dispatch(MONDAY).inDoubt()).containsOnlyKeys(toA.id());
        assertThat(office.sender.asked()).noneMatch(letter -> letter.letterId().equals(toA.id()));
    }

    // ---- in doubt

    @Test
    void what_the_sender_did_send_is_recorded_after_a_crash() {
        Letter toA = office.accepted("A", MONDAY);
        office.dispatch(thatDiesAfterSending("A"), MONDAY);

        Dispatch resumed = office.desk.resume(office.sender, MONDAY.plusDays(1));

        assertThat(resumed.sent()).containsExactly(toA.id());
        assertThat(office.journal.events("A"))
                .last()
                .isEqualTo(new LetterSent(toA.id(), "A", MONDAY.plusDays(1), 1, "receipt of " + toA.id()));
        assertThat(office.dispatch(MONDAY.plusDays(1)).sent()).isEmpty();
    }

    @Test
    void what_the_sender_never_saw_is_sent_by_the_next_dispatch_with_the_same_key() {
        Letter toA = office.accepted("A", MONDAY);
        office.dispatch(thatDiesBeforeSending("A"), MONDAY);

        Dispatch resumed = office.desk.resume(office.sender, MONDAY);
        assertThat(resumed.failed()).containsExactly(Map.entry(toA.id(), "never seen"));
        assertThat(office.dispatch(MONDAY).sent()).containsExactly(toA.id());
        assertThat(office.sender.delivered()).hasSize(3);
        assertThat(office.sender.delivered().get(toA.id()).attempt()).isEqualTo(2);
    }

    @Test
    void what_nobody_knows_waits_for_a_person() {
        Letter toA = office.accepted("A", MONDAY);
        Letter toB = letterOfCustomer("B");
        office.dispatch(
                letter -> letter.customer().id().equals("C")
                        ? office.sender.send(letter)
                        : SendOutcome.unknown("timeout"),
                MONDAY);

        Dispatch resumed = office.desk.resume(letter -> SendOutcome.sent(""), MONDAY);
        assertThat(resumed.inDoubt()).containsOnlyKeys(toA.id(), toB.id());
        assertThat(resumed.inDoubt().get(toA.id())).contains("keeps no record");
        assertThat(office.dispatch(MONDAY).inDoubt()).containsOnlyKeys(toA.id(), toB.id());

        assertThat(office.desk.resolve(toA.id(), true, MONDAY).kind()).isEqualTo(Recorded.Kind.RECORDED);
        assertThat(office.desk.resolve(toB.id(), false, MONDAY).kind()).isEqualTo(Recorded.Kind.RECORDED);
        assertThat(office.status(toA)).isEqualTo(Status.SENT);
        assertThat(office.status(toB)).isEqualTo(Status.FAILED);
        assertThat(office.dispatch(MONDAY).sent()).containsExactly(toB.id());
        assertThat(office.desk.resolve(toA.id(), true, MONDAY).kind()).isEqualTo(Recorded.Kind.KNOWN);
        assertThat(problemOf(office.desk.resolve(toA.id(), false, MONDAY))).isEqualTo(DeskProblem.LETTER_NOT_IN_DOUBT);
        assertThat(problemOf(office.desk.resolve("nothing", false, MONDAY))).isEqualTo(DeskProblem.UNKNOWN_LETTER);
    }

    @Test
    void a_person_may_find_out_that_the_last_attempt_was_none() {
        office.sender.answer("A", SendOutcome.notSent("full"));
        Letter toA = office.accepted("A", MONDAY);
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            office.dispatch(MONDAY);
        }
        office.sender.answer("A", SendOutcome.unknown("timeout"));
        office.dispatch(MONDAY);

        office.desk.resolve(toA.id(), false, MONDAY);

        assertThat(office.status(toA)).isEqualTo(Status.ABANDONED);
    }

    @Test
    void a_sender_that_cannot_be_asked_leaves_its_letter_in_doubt() {
        Letter toA = office.accepted("A", MONDAY);
        office.dispatch(thatDiesBeforeSending("A"), MONDAY);
        LetterSender silent = new LetterSender() {
            @Override
            public SendOutcome send(OutgoingLetter letter) {
                throw new AssertionError("resuming sends nothing");
            }

            @Override
            public SendOutcome find(String key) {
                throw new IllegalStateException("no connection");
            }
        };

        assertThat(office.desk.resume(silent, MONDAY).inDoubt().get(toA.id())).contains("no connection");
        assertThat(office.status(toA)).isEqualTo(Status.SENDING);
    }

    // ---- what becomes of letters

    @Test
    void a_letter_is_delivered_once_however_often_that_is_told() {
        Letter toA = office.accepted("A", MONDAY);
        assertThat(problemOf(office.desk.delivered(toA.id(), "delivered", MONDAY)))
                .isEqualTo(DeskProblem.LETTER_NOT_SENT);
        office.dispatch(MONDAY);

        assertThat(office.desk.delivered(toA.id(), "delivered", MONDAY).kind()).isEqualTo(Recorded.Kind.RECORDED);
        assertThat(office.desk
                        .delivered(toA.id(), "delivered", MONDAY.plusDays(1))
                        .kind())
                .isEqualTo(Recorded.Kind.KNOWN);
        assertThat(office.desk.delivered(toA.id(), "opened", MONDAY.plusDays(1)).kind())
                .isEqualTo(Recorded.Kind.RECORDED);
        assertThat(office.status(toA)).isEqualTo(Status.ACKNOWLEDGED);
        assertThat(problemOf(office.desk.delivered("nothing", "delivered", MONDAY)))
                .isEqualTo(DeskProblem.UNKNOWN_LETTER);
    }

    @Test
    void a_delivery_told_before_the_sender_answers_settles_the_letter() {
        Letter toA = office.accepted("A", MONDAY);
        LetterSender fast = letter -> {
            if (letter.letterId().equals(toA.id())) {
                office.desk.delivered(toA.id(), "delivered", MONDAY);
                return SendOutcome.notSent("timeout of a proxy");
            }
            return office.sender.send(letter);
        };

        office.dispatch(fast, MONDAY);

        assertThat(office.status(toA)).isEqualTo(Status.ACKNOWLEDGED);
        assertThat(office.journal.events("A")).noneMatch(LetterFailed.class::isInstance);
        assertThat(office.dispatch(MONDAY).sent()).isEmpty();
    }

    @Test
    void a_letter_that_came_back_is_sent_anew_under_a_new_key_while_attempts_are_left() {
        Letter toA = office.accepted("A", MONDAY);
        assertThat(problemOf(office.desk.cameBack(toA.id(), "box full", false, MONDAY)))
                .isEqualTo(DeskProblem.LETTER_NOT_SENT);
        for (String key : List.of(toA.id(), toA.id() + "/1", toA.id() + "/2")) {
            assertThat(office.dispatch(MONDAY).sent()).contains(toA.id());
            assertThat(office.desk.cameBack(key, "box full", false, MONDAY).kind())
                    .isEqualTo(Recorded.Kind.RECORDED);
            assertThat(office.desk.cameBack(key, "told again", false, MONDAY).kind())
                    .isEqualTo(Recorded.Kind.KNOWN);
        }

        assertThat(office.dispatch(MONDAY).sent()).isEmpty();
        assertThat(office.status(toA)).isEqualTo(Status.ABANDONED);
        assertThat(office.sender.delivered().keySet())
                .contains(toA.id(), toA.id() + "/1", toA.id() + "/2")
                .doesNotContain(toA.id() + "/3");
        assertThat(problemOf(office.desk.cameBack("nothing", "", false, MONDAY)))
                .isEqualTo(DeskProblem.UNKNOWN_LETTER);
    }

    @Test
    void a_return_told_again_after_the_letter_was_sent_anew_is_no_second_return() {
        Letter toA = office.accepted("A", MONDAY);
        office.dispatch(MONDAY);
        office.desk.cameBack(toA.id(), "box full", false, MONDAY);
        office.dispatch(MONDAY.plusDays(1));

        assertThat(office.desk
                        .cameBack(toA.id(), "box full", false, MONDAY.plusDays(3))
                        .kind())
                .isEqualTo(Recorded.Kind.KNOWN);
        assertThat(office.status(toA)).isEqualTo(Status.SENT);

        String second = office.sender.asked().get(3).key();
        assertThat(second).isEqualTo(toA.id() + "/1");
        assertThat(office.desk
                        .cameBack(second, "box full", false, MONDAY.plusDays(4))
                        .kind())
                .isEqualTo(Recorded.Kind.RECORDED);
        assertThat(office.journal.events("A"))
                .last()
                .isEqualTo(new LetterFailed(toA.id(), "A", MONDAY.plusDays(4), 2, "box full", false));
        assertThat(office.desk
                        .cameBack(toA.id(), "box full", false, MONDAY.plusDays(5))
                        .kind())
                .isEqualTo(Recorded.Kind.KNOWN);
    }

    @Test
    void a_return_of_a_sending_that_did_not_begin_is_refused() {
        Letter toA = office.accepted("A", MONDAY);
        office.dispatch(MONDAY);
        assertThat(problemOf(office.desk.cameBack(toA.id() + "/1", "", false, MONDAY)))
                .isEqualTo(DeskProblem.LETTER_NOT_SENT);
        office.desk.cameBack(toA.id(), "box full", false, MONDAY);
        assertThat(problemOf(office.desk.cameBack(toA.id() + "/1", "", false, MONDAY)))
                .isEqualTo(DeskProblem.LETTER_NOT_SENT);

        office.sender.answer("A", SendOutcome.notSent("full"));
        office.dispatch(MONDAY);

        assertThat(office.desk.cameBack(toA.id() + "/1", "", false, MONDAY).kind())
                .isEqualTo(Recorded.Kind.KNOWN);
        assertThat(problemOf(office.desk.cameBack(toA.id() + "/2", "", false, MONDAY)))
                .isEqualTo(DeskProblem.LETTER_NOT_SENT);
    }

    @Test
    void a_late_word_of_the_first_return_does_not_touch_the_second_sending_under_way() {
        Letter toA = office.accepted("A", MONDAY);
        office.dispatch(MONDAY);
        office.desk.cameBack(toA.id(), "box full", false, MONDAY);
        LetterSender slow = letter -> {
            assertThat(office.desk.cameBack(toA.id(), "box full", false, MONDAY).kind())
                    .isEqualTo(Recorded.Kind.KNOWN);
            return office.sender.send(letter);
        };

        assertThat(office.dispatch(slow, MONDAY).sent()).containsExactly(toA.id());

        assertThat(office.status(toA)).isEqualTo(Status.SENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/0", "/01", "/-1", "/1x", "/", "//1", "/9999999999", "1"})
    void a_key_that_the_desk_never_gave_is_unknown(String end) {
        Letter toA = office.accepted("A", MONDAY);
        office.dispatch(MONDAY);

        assertThat(problemOf(office.desk.cameBack(toA.id() + end, "", false, MONDAY)))
                .isEqualTo(DeskProblem.UNKNOWN_LETTER);
    }

    @Test
    void a_letter_whose_own_id_looks_like_a_key_is_that_letter() {
        office.journal.append(
                "A", 0, List.of(EventSamples.accepted("A", "L", "F-1"), new LetterSent("L", "A", MONDAY, 1, "")));
        office.journal.append(
                "B", 0, List.of(EventSamples.accepted("B", "L/1", "F-3"), new LetterSent("L/1", "B", MONDAY, 1, "")));

        office.desk.cameBack("L/1", "box full", true, MONDAY);

        assertThat(office.journal.cases().letter("L").orElseThrow().status()).isEqualTo(Status.SENT);
        assertThat(office.journal.cases().letter("L/1").orElseThrow().status()).isEqualTo(Status.ABANDONED);
    }

    @Test
    void a_letter_that_came_back_for_good_is_given_up() {
        Letter toA = office.accepted("A", MONDAY);
        office.dispatch(MONDAY);

        office.desk.cameBack(toA.id(), "no such address", true, MONDAY);

        assertThat(office.status(toA)).isEqualTo(Status.ABANDONED);
        assertThat(office.dispatch(MONDAY).sent()).isEmpty();
    }

    @Test
    void delivered_wins_over_came_back_in_whatever_order_they_are_told() {
        Letter toA = office.accepted("A", MONDAY);
        Letter toB = letterOfCustomer("B");
        office.dispatch(MONDAY);

        office.desk.delivered(toA.id(), "delivered", MONDAY);
        assertThat(problemOf(office.desk.cameBack(toA.id(), "odd", true, MONDAY)))
                .isEqualTo(DeskProblem.LETTER_REACHED);
        office.desk.cameBack(toB.id(), "odd", true, MONDAY);
        office.desk.delivered(toB.id(), "delivered", MONDAY);

        assertThat(office.status(toA)).isEqualTo(Status.ACKNOWLEDGED);
        assertThat(office.status(toB)).isEqualTo(Status.ACKNOWLEDGED);
    }

    @Test
    void a_return_told_before_the_sender_answers_is_not_undone_by_the_answer() {
        Letter toA = office.accepted("A", MONDAY);
        LetterSender fast = letter -> {
            if (letter.letterId().equals(toA.id())) {
                office.desk.cameBack(toA.id(), "no such address", true, MONDAY);
            }
            return office.sender.send(letter);
        };

        office.dispatch(fast, MONDAY);

        assertThat(office.status(toA)).isEqualTo(Status.ABANDONED);
        assertThat(office.journal.events("A").stream().filter(LetterSent.class::isInstance))
                .hasSize(1);
    }

    @Test
    void a_letter_that_went_out_after_all_counts_as_sent_though_a_resuming_desk_took_it_for_lost() {
        Letter toA = office.accepted("A", MONDAY);
        LetterSender slow = letter -> {
            if (letter.letterId().equals(toA.id())) {
                // another process takes this one for dead before its letter has left
                assertThat(office.desk.resume(office.sender, MONDAY).failed()).containsKey(toA.id());
                assertThat(office.status(toA)).isEqualTo(Status.FAILED);
            }
            return office.sender.send(letter);
        };

        assertThat(office.dispatch(slow, MONDAY).sent()).contains(toA.id());

        assertThat(office.status(toA)).isEqualTo(Status.SENT);
        assertThat(office.dispatch(MONDAY).sent()).isEmpty();
    }

    @Test
    void a_customer_who_changes_while_letters_go_out_is_looked_at_again_by_the_next_dispatch() {
        DeskFixture perInvoice = DeskFixture.of(DeskFixture.POLICY.grouped(Grouping.PER_INVOICE));
        perInvoice.accept(MONDAY);
        LetterSender interrupted = letter -> {
            perInvoice.desk.record(
                    new HoldSet("H", letter.customer().id(), MONDAY, List.of(), MONDAY, HoldReason.MANUAL, "stop"));
            return perInvoice.sender.send(letter);
        };

        assertThat(perInvoice.dispatch(interrupted, MONDAY).sent()).hasSize(3);
        assertThat(perInvoice.sender.asked())
                .extracting(letter -> letter.items().get(0).state().id())
                .containsExactly("F-1", "F-3", "F-4");
        assertThat(perInvoice.dispatch(MONDAY).withdrawn()).hasSize(1);
        assertThat(perInvoice.sender.asked()).hasSize(3);
    }

    // ---- reminders

    @Test
    void what_went_out_is_a_reminder_of_its_level() {
        Letter toA = office.accepted("A", MONDAY);
        office.dispatch(MONDAY);
        office.desk.delivered(toA.id(), "delivered", MONDAY.plusDays(2));

        assertThat(Reminders.of(office.journal.events("A")))
                .containsExactly(new ReminderSent(
                        toA.id() + "/1",
                        "A",
                        MONDAY,
                        1,
                        Channel.EMAIL,
                        List.of(ItemReference.of("F-1", 1), ItemReference.of("F-2", 1)),
                        MONDAY));
    }

    @Test
    void what_came_back_or_never_went_out_is_no_reminder() {
        Letter toA = office.accepted("A", MONDAY);
        assertThat(Reminders.of(office.journal.events("A"))).isEmpty();
        office.dispatch(MONDAY);
        office.desk.cameBack(toA.id(), "full", true, MONDAY);

        assertThat(Reminders.of(office.journal.events("A"))).isEmpty();
    }

    // ---- helpers

    private Letter letterOfCustomer(String customerId) {
        DunningPlan same = new DeskFixture().plan(MONDAY);
        return letterTo(customerId, same);
    }

    static DeskProblem problemOf(Recorded recorded) {
        return (DeskProblem) recorded.problem().orElseThrow().code();
    }

    private LetterSender thatDiesAfterSending(String customerId) {
        return letter -> {
            SendOutcome outcome = office.sender.send(letter);
            if (letter.customer().id().equals(customerId)) {
                throw new IllegalStateException("killed");
            }
            return outcome;
        };
    }

    private LetterSender thatDiesBeforeSending(String customerId) {
        return letter -> {
            if (letter.customer().id().equals(customerId)) {
                throw new IllegalStateException("killed");
            }
            return office.sender.send(letter);
        };
    }
}
