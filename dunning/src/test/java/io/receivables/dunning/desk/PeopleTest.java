package io.receivables.dunning.desk;

import static io.receivables.dunning.desk.DeskFixture.ATTEMPTS;
import static io.receivables.dunning.desk.DeskFixture.MONDAY;
import static io.receivables.dunning.desk.DeskFixture.action;
import static io.receivables.dunning.desk.DeskFixture.cad;
import static io.receivables.dunning.desk.OutboxTest.problemOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.receivables.core.Dispute;
import io.receivables.core.Instalment;
import io.receivables.core.collection.Cancellation;
import io.receivables.core.collection.CollectionFact;
import io.receivables.core.collection.ItemReference;
import io.receivables.core.collection.PaymentPlan;
import io.receivables.core.collection.PromiseToPay;
import io.receivables.dunning.DunningAction;
import io.receivables.dunning.DunningPlan;
import io.receivables.dunning.Letter;
import io.receivables.dunning.cases.CallOutcome;
import io.receivables.dunning.cases.CaseState;
import io.receivables.dunning.cases.DunningEvent;
import io.receivables.dunning.cases.DunningEvent.ActionPostponed;
import io.receivables.dunning.cases.DunningEvent.ActionSkipped;
import io.receivables.dunning.cases.DunningEvent.CallMade;
import io.receivables.dunning.cases.DunningEvent.ContactCorrected;
import io.receivables.dunning.cases.DunningEvent.DebitRejected;
import io.receivables.dunning.cases.DunningEvent.FileRecalled;
import io.receivables.dunning.cases.DunningEvent.HoldReleased;
import io.receivables.dunning.cases.DunningEvent.HoldSet;
import io.receivables.dunning.cases.DunningEvent.InsolvencyClosed;
import io.receivables.dunning.cases.DunningEvent.InsolvencyOpened;
import io.receivables.dunning.cases.DunningEvent.LadderRestarted;
import io.receivables.dunning.cases.DunningEvent.LetterFailed;
import io.receivables.dunning.cases.DunningEvent.LetterSending;
import io.receivables.dunning.cases.DunningEvent.LetterSent;
import io.receivables.dunning.cases.DunningEvent.PlanAgreed;
import io.receivables.dunning.cases.DunningEvent.PlanDeclined;
import io.receivables.dunning.cases.DunningEvent.PlanOffered;
import io.receivables.dunning.cases.DunningEvent.Recovered;
import io.receivables.dunning.cases.HoldReason;
import io.receivables.dunning.cases.LetterState.Status;
import io.receivables.dunning.cases.Stage;
import io.receivables.dunning.desk.Recorded.Kind;
import io.receivables.dunning.journal.EventSamples;
import io.receivables.dunning.policy.DunningStep;
import io.receivables.dunning.policy.StepKind;
import io.receivables.dunning.policy.Successor;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PeopleTest {
    private static final ItemReference F1 = ItemReference.of("F-1", 1);
    private static final ItemReference F2 = ItemReference.of("F-2", 1);
    private static final ItemReference F3 = ItemReference.of("F-3", 1);

    private final DeskFixture office = new DeskFixture();
    private final DeskFixture phone = DeskFixture.byPhone();

    // ---- calls

    @Test
    void a_call_is_a_task_for_people_and_never_given_to_the_sender() {
        Letter toA = phone.accepted("A", MONDAY);

        Dispatch dispatch = phone.dispatch(MONDAY);

        assertThat(dispatch.calls()).extracting(task -> task.customer().id()).containsExactly("A", "B", "C");
        assertThat(dispatch.calls().get(0).items()).hasSize(2);
        assertThat(phone.sender.asked()).isEmpty();
        assertThat(phone.status(toA)).isEqualTo(Status.ACCEPTED);
        assertThat(phone.dispatch(MONDAY).calls()).hasSize(3);
    }

    @Test
    void a_call_about_what_was_paid_is_no_task_any_more() {
        phone.accept(MONDAY);
        phone.pays("F-3", "B", "200.00", MONDAY);

        Dispatch dispatch = phone.dispatch(MONDAY);

        assertThat(dispatch.calls()).extracting(task -> task.customer().id()).containsExactly("A", "C");
        assertThat(dispatch.withdrawn()).hasSize(1);
    }

    @Test
    void who_was_reached_has_been_dunned() {
        Letter toA = phone.accepted("A", MONDAY);
        Call call = Call.reached("C-1", MONDAY.plusDays(1)).noting("will look into it");

        Recorded recorded = phone.desk.called(toA.id(), call);

        assertThat(recorded).isEqualTo(Recorded.recorded());
        assertThat(recorded.isRecorded()).isTrue();
        assertThat(phone.journal.events("A").subList(2, 5))
                .containsExactly(
                        new CallMade(
                                "C-1",
                                "A",
                                MONDAY.plusDays(1),
                                List.of(F1, F2),
                                CallOutcome.REACHED,
                                "will look into it"),
                        new LetterSending(toA.id(), "A", MONDAY.plusDays(1), 1),
                        new LetterSent(toA.id(), "A", MONDAY.plusDays(1), 1, "C-1"));
        assertThat(phone.status(toA)).isEqualTo(Status.SENT);
        assertThat(phone.journal.cases().state(F1).level()).isEqualTo(1);
        assertThat(phone.desk.called(toA.id(), call)).isEqualTo(Recorded.known());
        assertThat(phone.journal.version("A")).isEqualTo(5);
    }

    @Test
    void a_promise_on_the_phone_is_a_fact_about_the_items_of_the_task_and_told_again_the_same() {
        Letter toA = phone.accepted("A", MONDAY);
        Call call = Call.promised("C-1", MONDAY, cad("150.00"), MONDAY.plusDays(7));

        Recorded first = phone.desk.called(toA.id(), call);
        Recorded again = phone.desk.called(toA.id(), call);

        PromiseToPay promise = PromiseToPay.of("C-1", "A", MONDAY, cad("150.00"), MONDAY.plusDays(7))
                .on(List.of(F1, F2));
        assertThat(first.kind()).isEqualTo(Kind.RECORDED);
        assertThat(first.collectionFacts()).containsExactly(promise);
        assertThat(first.disputes()).isEmpty();
        assertThat(again.kind()).isEqualTo(Kind.KNOWN);
        assertThat(again.collectionFacts()).containsExactly(promise);
        assertThat(phone.status(toA)).isEqualTo(Status.SENT);
        phone.collect(promise);
        assertThat(phone.plan(MONDAY.plusDays(7)).actions())
                .noneMatch(action -> action.customerId().equals("A"));
    }

    @Test
    void a_dispute_on_the_phone_is_a_fact_about_the_document() {
        Letter toA = phone.accepted("A", MONDAY);

        Recorded whole =
                phone.desk.called(toA.id(), Call.disputed("C-1", MONDAY, "F-1").noting("never delivered"));
        Recorded part = phone.desk.called("B", List.of(F3), Call.disputed("C-2", MONDAY, "F-3", cad("20.00")));

        assertThat(whole.disputes())
                .containsExactly(Dispute.of("C-1", "F-1", MONDAY).because("never delivered"));
        assertThat(part.disputes())
                .containsExactly(Dispute.of("C-2", "F-3", MONDAY).over(cad("20.00")));
        assertThat(part.collectionFacts()).isEmpty();
        assertThat(phone.status(toA)).isEqualTo(Status.SENT);
        assertThat(phone.journal.events("B")).last().isInstanceOf(CallMade.class);
    }

    @Test
    void nobody_answers_and_the_task_comes_back_as_often_as_the_policy_says() {
        Letter toA = phone.accepted("A", MONDAY);
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            LocalDate day = MONDAY.plusDays(attempt);
            assertThat(phone.dispatch(day).calls())
                    .anyMatch(task -> task.letterId().equals(toA.id()));
            phone.desk.called(toA.id(), Call.noAnswer("C-" + attempt, day));
            boolean last = attempt == ATTEMPTS;
            assertThat(phone.journal.events("A"))
                    .last()
                    .isEqualTo(new LetterFailed(toA.id(), "A", day, attempt, "no-answer", last));
        }
        assertThat(phone.status(toA)).isEqualTo(Status.ABANDONED);
        assertThat(phone.dispatch(MONDAY.plusDays(9)).calls())
                .noneMatch(task -> task.letterId().equals(toA.id()));
    }

    @Test
    void a_wrong_number_waits_until_the_contact_is_corrected() {
        Letter toA = phone.accepted("A", MONDAY);

        phone.desk.called(toA.id(), Call.wrongNumber("C-1", MONDAY));

        assertThat(phone.status(toA)).isEqualTo(Status.ABANDONED);
        assertThat(phone.journal.cases().state(F1).isUndeliverable()).isTrue();
        assertThat(phone.plan(MONDAY.plusDays(1)).actions()).isEmpty();
        assertThat(phone.desk
                        .record(new ContactCorrected("A", MONDAY.plusDays(1)))
                        .kind())
                .isEqualTo(Kind.RECORDED);
        assertThat(phone.accepted("A", MONDAY.plusDays(1)).id()).isNotEqualTo(toA.id());
    }

    @Test
    void a_second_call_about_a_task_that_is_done_is_kept_and_changes_nothing_of_it() {
        Letter toA = phone.accepted("A", MONDAY);
        phone.desk.called(toA.id(), Call.reached("C-1", MONDAY));

        assertThat(phone.desk.called(toA.id(), Call.noAnswer("C-2", MONDAY)).kind())
                .isEqualTo(Kind.RECORDED);

        assertThat(phone.status(toA)).isEqualTo(Status.SENT);
        assertThat(phone.journal.events("A")).last().isInstanceOf(CallMade.class);
        assertThat(problemOf(phone.desk.called("nothing", Call.reached("C-3", MONDAY))))
                .isEqualTo(DeskProblem.UNKNOWN_LETTER);
    }

    // ---- holds and insolvency

    @Test
    void a_hold_stops_and_ends_by_itself_or_by_a_release() {
        HoldSet hold = new HoldSet("H", "B", MONDAY, List.of(), MONDAY.plusDays(9), HoldReason.MANUAL, "");
        assertThat(office.desk.record(hold).kind()).isEqualTo(Kind.RECORDED);
        assertThat(office.desk.record(hold).kind()).isEqualTo(Kind.KNOWN);
        assertThat(customers(office.plan(MONDAY.plusDays(9)))).containsExactly("A", "A", "C");
        assertThat(customers(office.plan(MONDAY.plusDays(10)))).contains("B");

        assertThat(problemOf(office.desk.record(new HoldReleased("other", "B", MONDAY))))
                .isEqualTo(DeskProblem.UNKNOWN_HOLD);
        assertThat(office.desk
                        .record(new HoldReleased("H", "B", MONDAY.plusDays(1)))
                        .kind())
                .isEqualTo(Kind.RECORDED);
        assertThat(customers(office.plan(MONDAY.plusDays(1)))).contains("B");
    }

    @Test
    void a_hold_that_ends_before_it_begins_or_that_is_told_otherwise_is_refused() {
        HoldSet hold = new HoldSet("H", "B", MONDAY, List.of(), MONDAY, HoldReason.MANUAL, "");
        HoldSet longer = new HoldSet("H", "B", MONDAY, List.of(), MONDAY.plusDays(1), HoldReason.MANUAL, "");
        HoldSet backwards = new HoldSet("I", "B", MONDAY, List.of(), MONDAY.minusDays(1), HoldReason.MANUAL, "");

        assertThat(office.desk.record(hold).kind()).isEqualTo(Kind.RECORDED);
        assertThat(problemOf(office.desk.record(longer))).isEqualTo(DeskProblem.CONFLICTING_EVENT);
        Recorded refused = office.desk.record(backwards);
        assertThat(problemOf(refused)).isEqualTo(DeskProblem.ENDS_BEFORE_IT_BEGINS);
        assertThat(refused.isRecorded()).isFalse();
        assertThat(refused.problem().orElseThrow().message())
                .contains("hold I")
                .contains("2026-05-03")
                .contains("2026-05-04");
        assertThat(office.journal.version("B")).isEqualTo(1);
    }

    @Test
    void insolvency_stops_everything_until_it_is_closed() {
        assertThat(problemOf(office.desk.record(new InsolvencyClosed("B", MONDAY, ""))))
                .isEqualTo(DeskProblem.NOT_INSOLVENT);
        office.desk.record(new InsolvencyOpened("B", MONDAY, ""));
        assertThat(customers(office.plan(MONDAY))).doesNotContain("B");

        InsolvencyClosed closed = new InsolvencyClosed("B", MONDAY.plusDays(1), "");
        assertThat(office.desk.record(closed).kind()).isEqualTo(Kind.RECORDED);
        assertThat(office.desk.record(closed).kind()).isEqualTo(Kind.KNOWN);
        assertThat(customers(office.plan(MONDAY.plusDays(1)))).contains("B");
    }

    // ---- single actions

    @Test
    void an_action_is_postponed_or_skipped_outside_of_a_plan() {
        DunningAction ofB = action("F-3", office.plan(MONDAY));
        DunningAction ofC = action("F-4", office.plan(MONDAY));

        office.desk.record(new ActionPostponed(ofB.key(), "B", MONDAY, MONDAY.plusDays(2), ""));
        office.desk.record(new ActionSkipped(ofC.key(), "C", MONDAY, StepKind.REMINDER, 1, ""));

        assertThat(customers(office.plan(MONDAY.plusDays(2)))).containsExactly("A", "A");
        assertThat(customers(office.plan(MONDAY.plusDays(3)))).containsExactly("A", "A", "B");
        assertThat(problemOf(office.desk.record(new ActionPostponed(ofB.key(), "B", MONDAY, MONDAY.minusDays(1), ""))))
                .isEqualTo(DeskProblem.ENDS_BEFORE_IT_BEGINS);
    }

    @Test
    void an_action_that_is_under_way_is_neither_postponed_nor_skipped() {
        Letter toB = office.accepted("B", MONDAY);
        DunningAction action = toB.actions().get(0);
        DunningEvent skip = new ActionSkipped(action.key(), "B", MONDAY, StepKind.REMINDER, 1, "");
        DunningEvent postpone = new ActionPostponed(action.key(), "B", MONDAY, MONDAY.plusDays(1), "");

        assertThat(problemOf(office.desk.record(skip))).isEqualTo(DeskProblem.ACTION_UNDER_WAY);
        assertThat(problemOf(office.desk.record(postpone))).isEqualTo(DeskProblem.ACTION_UNDER_WAY);
        assertThat(office.desk.record(skip).problem().orElseThrow().attribute("letter"))
                .isEqualTo(toB.id());
        office.desk.record(new InsolvencyOpened("B", MONDAY, ""));
        office.dispatch(MONDAY);
        assertThat(office.status(toB)).isEqualTo(Status.WITHDRAWN);
        assertThat(office.desk.record(skip).kind()).isEqualTo(Kind.RECORDED);
    }

    @Test
    void a_file_is_recalled_only_where_it_was_handed_over() {
        DeskFixture hard =
                DeskFixture.of(DeskFixture.POLICY.withSteps(List.of(DunningStep.handOver(1, 3, Successor.LAWYER))));
        FileRecalled recalled = new FileRecalled("B", MONDAY.plusDays(1), F3, "settled out of court");
        assertThat(problemOf(hard.desk.record(recalled))).isEqualTo(DeskProblem.NOT_HANDED_OVER);

        hard.accept(MONDAY);
        hard.dispatch(MONDAY);
        assertThat(hard.journal.cases().state(F3).stage()).isEqualTo(Stage.HANDED_OVER);
        assertThat(Reminders.of(hard.journal.events("B"))).isEmpty();
        assertThat(hard.desk.record(recalled).kind()).isEqualTo(Kind.RECORDED);
        assertThat(hard.desk.record(recalled).kind()).isEqualTo(Kind.KNOWN);
    }

    @Test
    void rejected_debits_and_recoveries_are_kept() {
        DebitRejected rejected = new DebitRejected("DD-1", "B", MONDAY, F3, "no funds");
        Recovered recovered = new Recovered("R-1", "B", MONDAY, F3, cad("10.00"));

        assertThat(office.desk.record(rejected).kind()).isEqualTo(Kind.RECORDED);
        assertThat(office.desk.record(recovered).kind()).isEqualTo(Kind.RECORDED);
        assertThat(office.journal.events("B")).containsExactly(rejected, recovered);
    }

    @Test
    void what_the_desk_writes_itself_is_not_told_to_it() {
        Letter toB = office.accepted("B", MONDAY);
        List<DunningEvent> own = List.of(
                EventSamples.accepted("B", "L-9", "F-3"),
                new LetterSending(toB.id(), "B", MONDAY, 1),
                new LetterSent(toB.id(), "B", MONDAY, 1, ""),
                new LetterFailed(toB.id(), "B", MONDAY, 1, "", false),
                new DunningEvent.LetterWithdrawn(toB.id(), "B", MONDAY, ""),
                new DunningEvent.LetterAcknowledged(toB.id(), "B", MONDAY, "delivered"),
                EventSamples.call("B", "C-1"),
                new LadderRestarted("B", MONDAY, F3, 1),
                new PlanAgreed("PL", "B", MONDAY));

        assertThat(own)
                .allSatisfy(event -> assertThatIllegalArgumentException()
                        .isThrownBy(() -> office.desk.record(event))
                        .withMessageContaining(event.kind().code()));
        assertThat(office.journal.version("B")).isEqualTo(1);
    }

    // ---- plans

    private static PlanOffered offer(LocalDate validUntil) {
        return new PlanOffered(
                "PL",
                "B",
                MONDAY,
                List.of(F3),
                List.of(
                        Instalment.of(MONDAY.plusDays(5), cad("100.00")),
                        Instalment.of(MONDAY.plusDays(35), cad("100.00"))),
                validUntil);
    }

    @Test
    void a_plan_is_offered_and_agreed() {
        PlanOffered offer = offer(MONDAY.plusDays(3));
        assertThat(office.desk.record(offer).kind()).isEqualTo(Kind.RECORDED);
        assertThat(customers(office.plan(MONDAY.plusDays(3)))).doesNotContain("B");

        Recorded agreed = office.desk.agreePlan("B", "PL", MONDAY.plusDays(3));

        PaymentPlan plan =
                new PaymentPlan("PL", "B", MONDAY.plusDays(3), List.of(F3), offer.instalments(), MONDAY.plusDays(3));
        assertThat(agreed).isEqualTo(Recorded.recorded().with(plan));
        assertThat(office.journal.events("B")).containsExactly(offer, new PlanAgreed("PL", "B", MONDAY.plusDays(3)));
        office.collect(plan);
        assertThat(customers(office.plan(MONDAY.plusDays(4)))).doesNotContain("B");
    }

    @Test
    void a_plan_is_agreed_once_and_the_same_plan_follows_however_late_that_is_told_again() {
        office.desk.record(offer(MONDAY.plusDays(3)));
        Recorded agreed = office.desk.agreePlan("B", "PL", MONDAY);

        Recorded again = office.desk.agreePlan("B", "PL", MONDAY.plusDays(40));

        assertThat(again.kind()).isEqualTo(Kind.KNOWN);
        assertThat(again.collectionFacts()).isEqualTo(agreed.collectionFacts());
        assertThat(office.journal.version("B")).isEqualTo(2);
    }

    @Test
    void an_offer_that_was_agreed_to_cannot_be_declined() {
        office.desk.record(offer(MONDAY.plusDays(3)));
        office.desk.agreePlan("B", "PL", MONDAY.plusDays(1));

        Recorded refused = office.desk.record(new PlanDeclined("PL", "B", MONDAY.plusDays(2)));

        assertThat(problemOf(refused)).isEqualTo(DeskProblem.OFFER_AGREED);
        assertThat(refused.problem().orElseThrow().message())
                .isEqualTo("plan PL was agreed on 2026-05-05; cancel the plan instead of declining its offer");
        assertThat(office.journal.version("B")).isEqualTo(2);
    }

    @Test
    void an_offer_that_was_agreed_to_suspends_no_longer_than_its_plan() {
        office.desk.record(offer(MONDAY.plusDays(9)));
        office.collect(
                office.desk.agreePlan("B", "PL", MONDAY).collectionFacts().toArray(CollectionFact[]::new));
        assertThat(office.journal.cases().state(F3).offerUntil()).isEqualTo(CaseState.NEVER);

        office.collect(Cancellation.ofPlan("X", "PL", MONDAY.plusDays(1)));

        assertThat(customers(office.plan(MONDAY.plusDays(1)))).contains("B");
    }

    @Test
    void only_the_offer_that_was_agreed_to_ends() {
        office.desk.record(offer(MONDAY.plusDays(3)));
        office.desk.record(new PlanOffered(
                "PL-2",
                "B",
                MONDAY,
                List.of(F3),
                List.of(Instalment.of(MONDAY.plusDays(9), cad("200.00"))),
                MONDAY.plusDays(7)));

        office.desk.agreePlan("B", "PL", MONDAY);

        assertThat(office.journal.cases().state(F3).offerUntil())
                .isEqualTo(MONDAY.plusDays(7).toEpochDay());
    }

    @Test
    void a_plan_that_nobody_answers_to_is_over_by_itself() {
        office.desk.record(offer(MONDAY.plusDays(3)));

        assertThat(customers(office.plan(MONDAY.plusDays(4)))).contains("B");
        assertThat(problemOf(office.desk.agreePlan("B", "PL", MONDAY.plusDays(4))))
                .isEqualTo(DeskProblem.OFFER_EXPIRED);
    }

    @Test
    void a_plan_that_was_declined_or_never_offered_is_not_agreed() {
        assertThat(problemOf(office.desk.record(new PlanDeclined("PL", "B", MONDAY))))
                .isEqualTo(DeskProblem.UNKNOWN_OFFER);
        assertThat(problemOf(office.desk.agreePlan("B", "PL", MONDAY))).isEqualTo(DeskProblem.UNKNOWN_OFFER);
        office.desk.record(offer(MONDAY.plusDays(3)));

        assertThat(office.desk
                        .record(new PlanDeclined("PL", "B", MONDAY.plusDays(1)))
                        .kind())
                .isEqualTo(Kind.RECORDED);
        assertThat(problemOf(office.desk.agreePlan("B", "PL", MONDAY.plusDays(1))))
                .isEqualTo(DeskProblem.OFFER_DECLINED);
        assertThat(customers(office.plan(MONDAY.plusDays(1)))).contains("B");
    }

    @Test
    void a_plan_is_not_agreed_after_its_first_instalment_was_due() {
        office.desk.record(offer(MONDAY.plusDays(20)));

        assertThat(problemOf(office.desk.agreePlan("B", "PL", MONDAY.plusDays(6))))
                .isEqualTo(DeskProblem.INSTALMENT_PAST);
        assertThat(office.desk.agreePlan("B", "PL", MONDAY.plusDays(5)).kind()).isEqualTo(Kind.RECORDED);
    }

    @Test
    void a_plan_that_could_never_be_agreed_is_not_offered() {
        PlanOffered empty = new PlanOffered("PL", "B", MONDAY, List.of(F3), List.of(), MONDAY);
        assertThatIllegalArgumentException().isThrownBy(() -> office.desk.record(empty));
        assertThat(problemOf(office.desk.record(offer(MONDAY.minusDays(1)))))
                .isEqualTo(DeskProblem.ENDS_BEFORE_IT_BEGINS);
        assertThat(office.journal.version("B")).isZero();
    }

    // ---- problems

    @Test
    void every_problem_has_words_in_both_languages() {
        for (DeskProblem problem : DeskProblem.values()) {
            assertThat(problem.messages(Locale.ENGLISH).getString(problem.id())).isNotBlank();
            assertThat(problem.messages(Locale.FRENCH).getString(problem.id()))
                    .isNotBlank()
                    .isNotEqualTo(problem.messages(Locale.ENGLISH).getString(problem.id()));
            assertThat(problem.id()).matches("RCV-DESK-\\d{3}");
        }
    }

    private static List<String> customers(DunningPlan plan) {
        return plan.actions().stream().map(DunningAction::customerId).toList();
    }
}
