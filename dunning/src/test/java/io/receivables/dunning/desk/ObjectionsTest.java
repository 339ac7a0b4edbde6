package io.receivables.dunning.desk;

import static io.receivables.dunning.desk.DeskFixture.DUE;
import static io.receivables.dunning.desk.DeskFixture.MONDAY;
import static io.receivables.dunning.desk.DeskFixture.POLICY;
import static io.receivables.dunning.desk.DeskFixture.action;
import static io.receivables.dunning.desk.DeskFixture.cad;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Instalment;
import io.receivables.core.Invoice;
import io.receivables.core.collection.CollectionLog;
import io.receivables.core.ledger.Ledger;
import io.receivables.dunning.DunningOptions;
import io.receivables.dunning.DunningPlan;
import io.receivables.dunning.DunningRun;
import io.receivables.dunning.Letter;
import io.receivables.dunning.cases.DunningEvent.ActionSkipped;
import io.receivables.dunning.cases.LetterState.Status;
import io.receivables.dunning.policy.DunningPolicy;
import io.receivables.dunning.policy.DunningStep;
import io.receivables.dunning.policy.Grouping;
import io.receivables.dunning.policy.Policies;
import io.receivables.dunning.policy.StepKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What stands against sending a letter that was accepted, and against what else is decided about its actions. */
class ObjectionsTest {
    @Test
    void a_letter_waits_for_the_next_business_day() {
        DeskFixture office = DeskFixture.of(POLICY.onCalendar(DunningPolicy.WEEKDAYS));
        Letter toA = office.accepted("A", MONDAY);
        LocalDate saturday = MONDAY.plusDays(5);

        Dispatch onSaturday = office.dispatch(saturday);

        assertThat(onSaturday.sent()).isEmpty();
        assertThat(onSaturday.withdrawn()).isEmpty();
        assertThat(office.status(toA)).isEqualTo(Status.ACCEPTED);
        assertThat(office.dispatch(saturday.plusDays(2)).sent()).contains(toA.id());
    }

    @Test
    void a_courtesy_notice_goes_out_on_the_due_date_at_the_latest() {
        DunningPolicy courteous = POLICY.withSteps(List.of(DunningStep.courtesy(2), DunningStep.reminder(1, 10)));
        DeskFixture inTime = DeskFixture.of(courteous);
        DeskFixture late = DeskFixture.of(courteous);
        inTime.accept(DUE.minusDays(2));
        Letter toB = late.accepted("B", DUE.minusDays(2));

        assertThat(inTime.dispatch(DUE).sent()).hasSize(3);
        assertThat(late.dispatch(DUE.plusDays(1)).withdrawn())
                .hasSize(3)
                .containsEntry(toB.id(), "it is too late for a courtesy notice: F-3/1 was due on 2026-04-30");
    }

    @Test
    void a_letter_that_comes_back_after_the_next_level_went_out_is_not_sent_again() {
        DeskFixture office =
                DeskFixture.of(POLICY.withSteps(List.of(DunningStep.reminder(1, 3), DunningStep.reminder(2, 13))));
        Letter first = office.accepted("B", MONDAY);
        office.dispatch(MONDAY);
        LocalDate later = MONDAY.plusDays(10);
        office.accept(later);
        office.dispatch(later);
        office.desk.cameBack(first.id(), "mailbox full", false, later);
        assertThat(office.status(first)).isEqualTo(Status.FAILED);

        assertThat(office.dispatch(later).withdrawn())
                .containsExactly(Map.entry(first.id(), "another step of F-3/1 was taken since or is under way"));
    }

    @Test
    void a_letter_that_comes_back_is_sent_again_at_its_own_level() {
        DeskFixture office = new DeskFixture();
        Letter first = office.accepted("B", MONDAY);
        office.dispatch(MONDAY);
        office.desk.cameBack(first.id(), "mailbox full", false, MONDAY);

        assertThat(office.dispatch(MONDAY).sent()).containsExactly(first.id());
    }

    @Test
    void each_instalment_is_looked_at_by_itself() {
        Policies policies = Policies.of(POLICY);
        InMemoryJournal journal = new InMemoryJournal();
        DunningDesk desk = DunningDesk.over(journal, policies);
        Ledger ledger = Ledger.of(List.of(Invoice.of("F-9", "Z", DUE.minusDays(60), cad("30.00"))
                .payableIn(List.of(Instalment.of(DUE.minusDays(30), cad("10.00")), Instalment.of(DUE, cad("20.00"))))));
        CollectionLog log = CollectionLog.of(ledger, List.of());
        DunningOptions options = DunningOptions.standard(MONDAY);
        desk.accept(DunningRun.plan(log, journal.cases(), policies, options));
        FakeSender sender = new FakeSender();

        desk.dispatch(sender, log, options);

        assertThat(sender.asked().get(0).items())
                .extracting(
                        item -> item.state().instalment() + " " + item.state().dueDate())
                .containsExactly("1 2026-03-31", "2 2026-04-30");
    }

    // ---- decisions about single actions

    @Test
    void an_action_whose_letter_is_under_way_is_decided_no_more_and_others_are() {
        DeskFixture office = DeskFixture.of(POLICY.grouped(Grouping.PER_INVOICE));
        DunningPlan plan = office.plan(MONDAY);
        Letter aboutF1 = plan.letters().stream()
                .filter(letter -> letter.actions().get(0).item().documentId().equals("F-1"))
                .findFirst()
                .orElseThrow();
        office.desk.accept(plan, Approval.only(aboutF1.id()));

        Recorded ofF2 = office.desk.record(skipped("F-2", plan));
        Recorded ofF1 = office.desk.record(skipped("F-1", plan));

        assertThat(ofF2.isRecorded()).isTrue();
        assertThat(ofF1.isRecorded()).isFalse();
        assertThat(ofF1.problem().orElseThrow().attribute("letter")).isEqualTo(aboutF1.id());
    }

    private static ActionSkipped skipped(String documentId, DunningPlan plan) {
        return new ActionSkipped(
                action(documentId, plan).key(), "A", MONDAY, StepKind.REMINDER, 1, "the customer called");
    }
}
