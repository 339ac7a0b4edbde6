package io.receivables.dunning;

import static io.receivables.dunning.Scene.CUSTOMER;
import static io.receivables.dunning.Scene.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.collection.ItemReference;
import io.receivables.core.collection.ReminderSent.Channel;
import io.receivables.core.terms.BusinessCalendar;
import io.receivables.dunning.cases.CaseState;
import io.receivables.dunning.cases.DunningEvent.LetterFailed;
import io.receivables.dunning.cases.LetterState;
import io.receivables.dunning.cases.LetterState.Status;
import io.receivables.dunning.desk.Call;
import io.receivables.dunning.desk.Dispatch;
import io.receivables.dunning.desk.DunningDesk;
import io.receivables.dunning.desk.InMemoryJournal;
import io.receivables.dunning.desk.LetterSender;
import io.receivables.dunning.desk.OutgoingLetter;
import io.receivables.dunning.desk.Recorded;
import io.receivables.dunning.desk.SendOutcome;
import io.receivables.dunning.policy.DunningPolicy;
import io.receivables.dunning.policy.DunningStep;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the simulation found, each told as shortly as it can be. Invoices are due on Friday, 2026-05-01. */
class FoundBySimulationTest {
    private final InMemoryJournal journal = new InMemoryJournal();

    private DunningDesk desk(Scene scene) {
        return DunningDesk.over(journal, scene.policies());
    }

    private Letter accepted(Scene scene, String date) {
        DunningPlan plan = DunningRun.plan(scene.log(), journal.cases(), scene.policies(), scene.options(date));
        return desk(scene).accept(plan).accepted().get(0);
    }

    private LetterState state(Letter letter) {
        return journal.cases().letter(letter.id()).orElseThrow();
    }

    @Test
    void a_call_without_answer_that_is_told_twice_is_one_attempt() {
        Scene scene = new Scene(DunningStep.reminder(1, 3).by(Channel.PHONE)).invoice("F-1", "2026-05-01", "100.00");
        Letter task = accepted(scene, "2026-05-04");
        Call call = Call.noAnswer("T-1", day("2026-05-04"));

        assertThat(desk(scene).called(task.id(), call).kind()).isEqualTo(Recorded.Kind.RECORDED);
        assertThat(desk(scene).called(task.id(), call).kind()).isEqualTo(Recorded.Kind.KNOWN);

        assertThat(state(task).attempts()).isEqualTo(1);
        assertThat(desk(scene)
                        .called(task.id(), Call.noAnswer("T-2", day("2026-05-05")))
                        .kind())
                .isEqualTo(Recorded.Kind.RECORDED);
        assertThat(state(task).attempts()).isEqualTo(2);
    }

    @Test
    void what_was_accepted_on_a_business_day_does_not_go_out_on_a_day_off() {
        DunningPolicy policy =
                DunningPolicy.of("test", DunningStep.reminder(1, 5)).onCalendar("office");
        Scene scene = new Scene(policy).invoice("F-1", "2026-05-01", "100.00");
        BusinessCalendar office =
                BusinessCalendar.without(Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), Set.of(day("2026-05-11")));
        DunningPlan plan = DunningRun.plan(
                scene.log(),
                journal.cases(),
                scene.policies(),
                scene.options("2026-05-08").with("office", office));
        Letter letter = desk(scene).accept(plan).accepted().get(0);

        for (String dayOff : List.of("2026-05-09", "2026-05-10", "2026-05-11")) {
            Dispatch dispatch = desk(scene)
                    .dispatch(
                            each -> SendOutcome.sent(""),
                            scene.log(),
                            scene.options(dayOff).with("office", office));
            assertThat(dispatch.sent()).isEmpty();
            assertThat(state(letter).status()).isEqualTo(Status.ACCEPTED);
        }
        assertThat(desk(scene)
                        .dispatch(
                                each -> SendOutcome.sent(""),
                                scene.log(),
                                scene.options("2026-05-12").with("office", office))
                        .sent())
                .containsExactly(letter.id());
    }

    @Test
    void a_courtesy_notice_goes_out_on_the_due_date_at_the_latest() {
        for (String late : List.of("2026-05-02", "2026-05-20")) {
            Scene scene = new Scene(DunningStep.courtesy(5), DunningStep.reminder(1, 30))
                    .invoice("F-" + late, "2026-05-01", "100.00");
            Letter letter = accepted(scene, "2026-04-28");

            Dispatch dispatch = desk(scene).dispatch(each -> SendOutcome.sent(""), scene.log(), scene.options(late));

            assertThat(dispatch.withdrawn().get(letter.id()))
                    .isEqualTo("it is too late for a courtesy notice: F-" + late + "/1 was due on 2026-05-01");
        }
    }

    @Test
    void a_courtesy_notice_may_go_out_on_the_due_date() {
        Scene scene = new Scene(DunningStep.courtesy(5)).invoice("F-1", "2026-05-01", "100.00");
        Letter letter = accepted(scene, "2026-04-28");

        assertThat(desk(scene)
                        .dispatch(each -> SendOutcome.sent(""), scene.log(), scene.options("2026-05-01"))
                        .sent())
                .containsExactly(letter.id());
    }

    /** The attempts of the letter that was given up say nothing about those of the one before. */
    @Test
    void a_letter_comes_back_after_a_later_one_was_given_up() {
        Scene scene = new Scene(DunningStep.reminder(1, 3), DunningStep.reminder(2, 10))
                .invoice("F-1", "2026-05-01", "100.00");
        Letter first = accepted(scene, "2026-05-04");
        desk(scene).dispatch(each -> SendOutcome.sent(""), scene.log(), scene.options("2026-05-04"));
        Letter second = accepted(scene, "2026-05-11");
        for (int attempt = 1; attempt <= 3; attempt++) {
            desk(scene).dispatch(each -> SendOutcome.notSent("mailbox full"), scene.log(), scene.options("2026-05-11"));
        }
        assertThat(state(second).status()).isEqualTo(Status.ABANDONED);

        desk(scene).cameBack(first.id(), "moved away", false, day("2026-05-12"));

        CaseState item = journal.cases().state(ItemReference.of("F-1", 1));
        assertThat(item.pending()).contains(first.actions().get(0).key());
        assertThat(item.level()).isZero();
        assertThat(state(first).status()).isEqualTo(Status.FAILED);
    }

    /** Knows what it sent, and is asked about a letter at the very moment in which it is about to send it. */
    private static final class AskedTooEarly implements LetterSender {
        private final List<OutgoingLetter> delivered = new ArrayList<>();
        private final Runnable meanwhile;

        AskedTooEarly(Runnable meanwhile) {
            this.meanwhile = meanwhile;
        }

        @Override
        public SendOutcome send(OutgoingLetter letter) {
            if (delivered.isEmpty()) {
                meanwhile.run();
            }
            delivered.add(letter);
            return SendOutcome.sent("");
        }

        @Override
        public SendOutcome find(String key) {
            return SendOutcome.notSent("never seen");
        }
    }

    @Test
    void the_return_of_a_letter_that_was_taken_for_not_sent_is_heard() {
        Scene scene = new Scene(DunningStep.reminder(1, 3)).invoice("F-1", "2026-05-01", "100.00");
        Letter letter = accepted(scene, "2026-05-04");
        AskedTooEarly[] sender = new AskedTooEarly[1];
        sender[0] = new AskedTooEarly(() -> desk(scene).resume(sender[0], day("2026-05-04")));
        desk(scene).dispatch(sender[0], scene.log(), scene.options("2026-05-04"));
        assertThat(journal.events(CUSTOMER))
                .filteredOn(LetterFailed.class::isInstance)
                .hasSize(1);
        assertThat(state(letter).status()).isEqualTo(Status.SENT);

        assertThat(desk(scene)
                        .cameBack(letter.id(), "box full", false, day("2026-05-06"))
                        .kind())
                .isEqualTo(Recorded.Kind.RECORDED);

        assertThat(state(letter).status()).isEqualTo(Status.FAILED);
        desk(scene).dispatch(sender[0], scene.log(), scene.options("2026-05-06"));
        assertThat(sender[0].delivered)
                .extracting(OutgoingLetter::key)
                .containsExactly(letter.id(), letter.id() + "/1");
    }
}
