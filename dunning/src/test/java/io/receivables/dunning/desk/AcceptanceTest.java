package io.receivables.dunning.desk;

import static io.receivables.dunning.desk.DeskFixture.MONDAY;
import static io.receivables.dunning.desk.DeskFixture.action;
import static io.receivables.dunning.desk.DeskFixture.cad;
import static io.receivables.dunning.desk.DeskFixture.letterTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.receivables.core.collection.ItemReference;
import io.receivables.core.collection.ReminderSent.Channel;
import io.receivables.dunning.DunningAction;
import io.receivables.dunning.DunningPlan;
import io.receivables.dunning.Letter;
import io.receivables.dunning.cases.ActionKey;
import io.receivables.dunning.cases.CaseState;
import io.receivables.dunning.cases.DunningEvent;
import io.receivables.dunning.cases.DunningEvent.ActionAccepted;
import io.receivables.dunning.cases.DunningEvent.ActionPostponed;
import io.receivables.dunning.cases.DunningEvent.ActionSkipped;
import io.receivables.dunning.cases.DunningEvent.ContactCorrected;
import io.receivables.dunning.cases.DunningEvent.LadderRestarted;
import io.receivables.dunning.cases.DunningEvent.SalesAnswered;
import io.receivables.dunning.cases.LetterState.Status;
import io.receivables.dunning.policy.DunningStep;
import io.receivables.dunning.policy.Fee;
import io.receivables.dunning.policy.PartPayment;
import java.util.List;
import org.junit.jupiter.api.Test;

class AcceptanceTest {
    private final DeskFixture office = new DeskFixture();

    // ---- all, some, edited

    @Test
    void all_letters_of_a_plan_go_to_the_outbox() {
        DunningPlan plan = office.plan(MONDAY);

        Acceptance acceptance = office.desk.accept(plan);

        assertThat(acceptance.accepted()).isEqualTo(plan.letters()).hasSize(3);
        assertThat(acceptance.known()).isEmpty();
        assertThat(acceptance.conflicting()).isEmpty();
        assertThat(office.journal.events("A"))
                .containsExactlyElementsOf(letterTo("A", plan).accepted());
        assertThat(office.journal.cases().lastRun()).contains(MONDAY);
        assertThat(office.journal.customersWithLettersUnderWay()).containsExactly("A", "B", "C");
    }

    @Test
    void what_is_accepted_is_not_proposed_again() {
        office.accept(MONDAY);

        assertThat(office.plan(MONDAY).letters()).isEmpty();
    }

    @Test
    void a_plan_of_no_letters_still_was_a_run() {
        office.accept(MONDAY.minusDays(3));

        assertThat(office.journal.cases().lastRun()).contains(MONDAY.minusDays(3));
        assertThat(office.journal.events("A")).isEmpty();
    }

    @Test
    void some_letters_go_and_the_others_are_proposed_again() {
        DunningPlan plan = office.plan(MONDAY);
        Letter toB = letterTo("B", plan);

        Acceptance acceptance = office.desk.accept(plan, Approval.only(toB.id()));

        assertThat(acceptance.accepted()).containsExactly(toB);
        assertThat(office.plan(MONDAY).letters()).containsExactly(letterTo("A", plan), letterTo("C", plan));
    }

    @Test
    void nothing_may_go_at_all() {
        Acceptance acceptance = office.desk.accept(office.plan(MONDAY), Approval.only());

        assertThat(acceptance).isEqualTo(new Acceptance(List.of(), List.of(), List.of()));
        assertThat(office.journal.version("A")).isZero();
    }

    @Test
    void an_edited_letter_keeps_its_id_and_its_actions_their_keys() {
        DunningPlan plan = office.plan(MONDAY);
        Letter toA = letterTo("A", plan);

        Acceptance acceptance = office.desk.accept(
                plan, Approval.all().by(toA.id(), Channel.LETTER).noting(toA.id(), "As said on the phone."));

        Letter edited = letterOf("A", acceptance.accepted());
        assertThat(edited.id()).isEqualTo(toA.id());
        assertThat(edited.channel()).isEqualTo(Channel.LETTER);
        assertThat(edited.actions()).isEqualTo(toA.actions());
        assertThat(acceptances("A")).hasSize(2).allSatisfy(action -> {
            assertThat(action.channel()).isEqualTo(Channel.LETTER);
            assertThat(action.note()).isEqualTo("As said on the phone.");
            assertThat(action.letterId()).isEqualTo(toA.id());
        });
        assertThat(acceptances("B")).hasSize(1).allSatisfy(action -> {
            assertThat(action.channel()).isEqualTo(Channel.EMAIL);
            assertThat(action.note()).isEmpty();
        });
    }

    @Test
    void an_item_that_is_left_out_is_proposed_again_and_the_fee_is_borne_by_another() {
        DeskFixture costly = DeskFixture.of(
                DeskFixture.POLICY.withSteps(List.of(DunningStep.reminder(1, 3).fee(Fee.fixed(cad("15.00"))))));
        DunningPlan plan = costly.plan(MONDAY);
        assertThat(letterTo("A", plan).fees().get("CAD")).isEqualTo(cad("15.00"));

        costly.desk.accept(plan, Approval.all().without(action("F-1", plan).key()));

        assertThat(costly.journal.events("A"))
                .hasSize(1)
                .first()
                .isInstanceOfSatisfying(ActionAccepted.class, action -> {
                    assertThat(action.key()).isEqualTo(action("F-2", plan).key());
                    assertThat(action.fee()).isEqualTo(cad("15.00"));
                });
        assertThat(costly.plan(MONDAY).actions())
                .extracting(each -> each.key())
                .containsExactly(action("F-1", plan).key());
    }

    @Test
    void an_action_is_postponed_until_a_day_and_comes_back_the_day_after() {
        DunningPlan plan = office.plan(MONDAY);

        Acceptance acceptance = office.desk.accept(
                plan,
                Approval.all().postpone(action("F-3", plan).key(), MONDAY.plusDays(2), "back from holidays then"));

        assertThat(acceptance.accepted()).extracting(Letter::customerId).containsExactly("A", "C");
        assertThat(office.journal.events("B"))
                .containsExactly(new ActionPostponed(
                        action("F-3", plan).key(), "B", MONDAY, MONDAY.plusDays(2), "back from holidays then"));
        assertThat(office.plan(MONDAY.plusDays(2)).letters()).isEmpty();
        assertThat(office.plan(MONDAY.plusDays(3)).actions())
                .extracting(each -> each.item().documentId())
                .containsExactly("F-3");
    }

    @Test
    void a_skipped_action_counts_as_taken() {
        DunningPlan plan = office.plan(MONDAY);

        office.desk.accept(plan, Approval.only().skip(action("F-3", plan).key(), "not worth a stamp"));

        assertThat(office.journal.events("B")).hasSize(1).first().isInstanceOf(ActionSkipped.class);
        CaseState state = office.journal.cases().state(ItemReference.of("F-3", 1));
        assertThat(state.level()).isEqualTo(1);
        assertThat(office.plan(MONDAY).letters()).extracting(Letter::customerId).containsExactly("A", "C");
    }

    @Test
    void a_decision_about_what_the_plan_does_not_propose_is_refused_before_anything_is_recorded() {
        DunningPlan plan = office.plan(MONDAY);
        DunningPlan later = office.plan(MONDAY.plusDays(10));
        String unknown = "no such letter";
        List<Approval> approvals = List.of(
                Approval.only(unknown),
                Approval.only(List.of(letterTo("A", plan).id(), unknown)),
                Approval.all().by(unknown, Channel.LETTER),
                Approval.all().noting(unknown, "Hello"));

        assertThat(approvals)
                .allSatisfy(approval -> assertThatIllegalArgumentException()
                        .isThrownBy(() -> office.desk.accept(plan, approval))
                        .withMessageContaining(unknown)
                        .withMessageContaining(MONDAY.toString()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> office.desk.accept(later, Approval.all().skip(otherKey(plan), "")))
                .withMessageContaining("level-9");
        assertThat(office.journal.version("A")).isZero();
        assertThat(office.journal.cases().lastRun()).isEmpty();
    }

    private static ActionKey otherKey(DunningPlan plan) {
        return new ActionKey(action("F-3", plan).item(), "level-9", 0);
    }

    // ---- twice, and against each other

    @Test
    void accepted_again_by_the_same_plan_or_an_equal_one_nothing_changes() {
        DunningPlan plan = office.plan(MONDAY);
        DunningPlan equal = office.plan(MONDAY);
        office.desk.accept(plan);
        long version = office.journal.version("A");

        for (DunningPlan again : List.of(plan, equal)) {
            Acceptance acceptance = office.desk.accept(again);

            assertThat(acceptance.accepted()).isEmpty();
            assertThat(acceptance.known()).isEqualTo(plan.letters());
            assertThat(acceptance.conflicting()).isEmpty();
        }
        assertThat(office.journal.version("A")).isEqualTo(version);
    }

    @Test
    void a_customer_who_changed_since_the_plan_is_not_dunned_by_it() {
        DunningPlan plan = office.plan(MONDAY);
        office.desk.record(new ContactCorrected("B", MONDAY));

        Acceptance acceptance = office.desk.accept(plan);

        assertThat(acceptance.accepted()).extracting(Letter::customerId).containsExactly("A", "C");
        assertThat(acceptance.conflicting()).containsExactly(letterTo("B", plan));
        assertThat(office.journal.events("B")).containsExactly(new ContactCorrected("B", MONDAY));
        assertThat(office.accept(MONDAY).accepted())
                .extracting(Letter::customerId)
                .containsExactly("B");
    }

    @Test
    void a_conflict_is_told_even_if_the_letter_was_only_postponed() {
        DunningPlan plan = office.plan(MONDAY);
        office.desk.record(new ContactCorrected("B", MONDAY));

        Acceptance acceptance = office.desk.accept(
                plan, Approval.only().postpone(action("F-3", plan).key(), MONDAY.plusDays(2), ""));

        assertThat(acceptance).isEqualTo(new Acceptance(List.of(), List.of(), List.of(letterTo("B", plan))));
    }

    @Test
    void two_different_decisions_about_one_plan_are_a_conflict() {
        DunningPlan plan = office.plan(MONDAY);
        office.desk.accept(plan);

        Acceptance other =
                office.desk.accept(plan, Approval.all().skip(action("F-1", plan).key(), "changed my mind"));

        assertThat(other.conflicting()).extracting(Letter::customerId).containsExactly("A");
        assertThat(other.known()).extracting(Letter::customerId).containsExactly("B", "C");
    }

    @Test
    void the_plan_of_an_earlier_day_is_refused_whole() {
        DunningPlan old = office.plan(MONDAY);
        office.desk.accept(office.plan(MONDAY.plusDays(1)), Approval.only());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> office.desk.accept(old))
                .withMessageContaining(MONDAY.toString());
        assertThat(office.journal.version("A")).isZero();
    }

    @Test
    void twenty_two_runs_in_a_day_send_one_letter_each() {
        for (int run = 0; run < 22; run++) {
            office.accept(MONDAY);
            office.dispatch(MONDAY);
        }

        assertThat(office.sender.asked())
                .extracting(letter -> letter.customer().id())
                .containsExactly("A", "B", "C");
        assertThat(office.sender.delivered()).hasSize(3);
    }

    // ---- restarted ladders

    @Test
    void a_ladder_that_begins_anew_does_so_when_the_plan_is_accepted_and_once() {
        DeskFixture restarting = DeskFixture.of(DeskFixture.POLICY.onPartPayment(PartPayment.RESTARTS));
        restarting.accept(MONDAY);
        restarting.dispatch(MONDAY);
        restarting.pays("F-3", "B", "80.00", MONDAY.plusDays(2));
        DunningPlan plan = restarting.plan(MONDAY.plusDays(3));
        assertThat(plan.restarts()).hasSize(1);
        assertThat(plan.letters()).isEmpty();

        restarting.desk.accept(plan);
        restarting.desk.accept(plan);

        List<DunningEvent> events = restarting.journal.events("B");
        assertThat(events.stream().filter(LadderRestarted.class::isInstance)).hasSize(1);
        assertThat(restarting.journal.cases().state(ItemReference.of("F-3", 1)).cycle())
                .isEqualTo(1);
        assertThat(restarting.plan(MONDAY.plusDays(3)).restarts()).isEmpty();
    }

    // ---- sales

    @Test
    void sales_are_asked_once_and_their_yes_lets_the_letter_go() {
        office.accept(MONDAY);
        office.dispatch(MONDAY);
        DunningPlan plan = office.plan(MONDAY.plusDays(10));
        assertThat(plan.letters()).isEmpty();

        assertThat(office.desk.askSales(plan, office.ledger()))
                .extracting(question -> question.key().item().documentId() + " " + question.whom())
                .containsExactlyInAnyOrder("F-1 Roy", "F-2 Roy", "F-3 ", "F-4 ");
        assertThat(office.desk.askSales(plan, office.ledger())).isEmpty();
        assertThat(office.plan(MONDAY.plusDays(10)).questions()).isEmpty();

        DunningAction question = plan.questions().stream()
                .filter(each -> each.customerId().equals("B"))
                .findFirst()
                .orElseThrow();
        Recorded answer =
                office.desk.record(new SalesAnswered(question.key(), "B", MONDAY.plusDays(10), true, "go ahead"));
        assertThat(answer.kind()).isEqualTo(Recorded.Kind.RECORDED);
        Letter letter = office.accepted("B", MONDAY.plusDays(10));
        assertThat(office.status(letter)).isEqualTo(Status.ACCEPTED);
    }

    private static Letter letterOf(String customerId, List<Letter> letters) {
        return letters.stream()
                .filter(letter -> letter.customerId().equals(customerId))
                .findFirst()
                .orElseThrow();
    }

    private List<ActionAccepted> acceptances(String customerId) {
        return office.journal.events(customerId).stream()
                .map(ActionAccepted.class::cast)
                .toList();
    }
}
