package io.receivables.dunning.desk;

import static io.receivables.dunning.desk.DeskFixture.MONDAY;
import static io.receivables.dunning.desk.DeskFixture.action;
import static io.receivables.dunning.desk.OutboxTest.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.collection.ItemReference;
import io.receivables.core.collection.ReminderSent.Channel;
import io.receivables.dunning.DunningAction;
import io.receivables.dunning.Letter;
import io.receivables.dunning.cases.ActionKey;
import io.receivables.dunning.cases.DunningEvent;
import io.receivables.dunning.cases.DunningEvent.ActionPostponed;
import io.receivables.dunning.cases.DunningEvent.ContactCorrected;
import io.receivables.dunning.cases.DunningEvent.FileRecalled;
import io.receivables.dunning.cases.DunningEvent.InsolvencyClosed;
import io.receivables.dunning.cases.DunningEvent.InsolvencyOpened;
import io.receivables.dunning.cases.DunningEvent.LetterSent;
import io.receivables.dunning.cases.DunningEvent.SalesAnswered;
import io.receivables.dunning.desk.Recorded.Kind;
import io.receivables.dunning.journal.EventSamples;
import io.receivables.dunning.policy.DunningStep;
import io.receivables.dunning.policy.StepKind;
import io.receivables.dunning.policy.Successor;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told again within a day, and what is so, otherwise, and so again. */
class RecurrenceTest {
    private static final ActionKey KEY = new ActionKey(ItemReference.of("F-3", 1), "level-2", 0);

    private final DeskFixture office = new DeskFixture();

    private static SalesAnswered answer(LocalDate day, boolean agreed) {
        return new SalesAnswered(KEY, "B", day, agreed, "");
    }

    private void isNew(DunningEvent event) {
        assertThat(office.desk.record(event).kind()).as("%s", event).isEqualTo(Kind.RECORDED);
    }

    private void isKnown(DunningEvent event) {
        long before = office.journal.version(event.customerId());
        assertThat(office.desk.record(event).kind()).as("%s", event).isEqualTo(Kind.KNOWN);
        assertThat(office.journal.version(event.customerId())).isEqualTo(before);
    }

    private boolean lastAnswer() {
        return office.journal.cases().state(KEY.item()).salesAnswer(KEY).orElseThrow();
    }

    @Test
    void sales_may_change_their_mind_twice_within_a_day() {
        isNew(answer(MONDAY, true));
        isKnown(answer(MONDAY, true));
        isNew(answer(MONDAY, false));
        isKnown(answer(MONDAY, false));
        isNew(answer(MONDAY, true));
        isKnown(answer(MONDAY, true));
        assertThat(lastAnswer()).isTrue();
        isNew(answer(MONDAY, false));
        isNew(answer(MONDAY, true));
        isNew(answer(MONDAY, false));

        assertThat(lastAnswer()).isFalse();
        assertThat(office.journal.events("B"))
                .containsExactly(
                        answer(MONDAY, true),
                        answer(MONDAY, false),
                        answer(MONDAY, true).occurring(2),
                        answer(MONDAY, false).occurring(2),
                        answer(MONDAY, true).occurring(3),
                        answer(MONDAY, false).occurring(3));
    }

    @Test
    void an_answer_of_an_earlier_day_told_again_changes_no_later_one() {
        isNew(answer(MONDAY, true));
        isNew(answer(MONDAY.plusDays(1), false));

        isKnown(answer(MONDAY, true));

        assertThat(lastAnswer()).isFalse();
        isNew(answer(MONDAY.plusDays(1), true));
        assertThat(lastAnswer()).isTrue();
    }

    @Test
    void an_answer_about_another_action_is_another_matter() {
        ActionKey other = new ActionKey(KEY.item(), "level-3", 0);
        isNew(answer(MONDAY, true));
        isNew(new SalesAnswered(other, "B", MONDAY, false, ""));

        isKnown(answer(MONDAY, true));
    }

    @Test
    void an_answer_with_another_note_says_something_else() {
        isNew(answer(MONDAY, true));

        isNew(new SalesAnswered(KEY, "B", MONDAY, true, "but be kind"));

        assertThat(office.journal.events("B"))
                .last()
                .isEqualTo(new SalesAnswered(KEY, "B", MONDAY, true, "but be kind", 2));
        isKnown(new SalesAnswered(KEY, "B", MONDAY, true, "but be kind"));
    }

    @Test
    void whoever_tells_need_not_count() {
        isNew(answer(MONDAY, true).occurring(7));
        isKnown(answer(MONDAY, true).occurring(3));

        assertThat(office.journal.events("B")).containsExactly(answer(MONDAY, true));
    }

    @Test
    void counting_goes_on_from_what_the_journal_has() {
        office.journal.append("B", 0, List.of(answer(MONDAY, true).occurring(7), answer(MONDAY, false)));

        isNew(answer(MONDAY, true));

        assertThat(office.journal.events("B"))
                .last()
                .isEqualTo(answer(MONDAY, true).occurring(8));
    }

    @Test
    void proceedings_may_be_opened_closed_and_opened_within_a_day() {
        InsolvencyOpened opened = new InsolvencyOpened("B", MONDAY, "");
        InsolvencyClosed closed = new InsolvencyClosed("B", MONDAY, "");

        isNew(opened);
        isKnown(opened);
        isNew(closed);
        isKnown(closed);
        isNew(opened);
        assertThat(office.journal.cases().customer("B").insolvent()).isTrue();
        isNew(closed);
        isKnown(closed);

        assertThat(office.journal.cases().customer("B").insolvent()).isFalse();
        assertThat(problemOf(office.desk.record(new InsolvencyClosed("B", MONDAY, "appeal"))))
                .isEqualTo(DeskProblem.NOT_INSOLVENT);
    }

    @Test
    void a_contact_is_corrected_again_where_a_letter_failed_since() {
        ContactCorrected corrected = new ContactCorrected("A", MONDAY);
        office.sender.answer("A", SendOutcome.refused("no such address"));
        Letter first = office.accepted("A", MONDAY);
        office.dispatch(MONDAY);
        isNew(corrected);
        isKnown(corrected);
        Letter second = office.accepted("A", MONDAY);
        assertThat(second.id()).isNotEqualTo(first.id());
        office.dispatch(MONDAY);
        assertThat(office.plan(MONDAY).actions())
                .noneMatch(action -> action.customerId().equals("A"));

        isNew(corrected);

        assertThat(office.plan(MONDAY).actions())
                .anyMatch(action -> action.customerId().equals("A"));
        isKnown(corrected);
    }

    @Test
    void a_correction_told_again_after_a_failure_of_a_later_day_stays_what_it_was() {
        ContactCorrected corrected = new ContactCorrected("A", MONDAY);
        isNew(corrected);
        office.sender.answer("A", SendOutcome.refused("no such address"));
        office.accept(MONDAY.plusDays(1));
        office.dispatch(MONDAY.plusDays(1));

        isKnown(corrected);
    }

    @Test
    void a_step_may_be_postponed_shortened_and_postponed_again_within_a_day() {
        DunningAction action = action("F-3", office.plan(MONDAY));
        ActionPostponed longer = new ActionPostponed(action.key(), "B", MONDAY, MONDAY.plusDays(9), "");
        ActionPostponed shorter = new ActionPostponed(action.key(), "B", MONDAY, MONDAY.plusDays(2), "");
        ActionKey otherKey = action("F-4", office.plan(MONDAY)).key();

        isNew(longer);
        isNew(new ActionPostponed(otherKey, "B", MONDAY, MONDAY.plusDays(2), ""));
        isKnown(longer);
        isNew(shorter);
        isNew(longer);

        assertThat(office.plan(MONDAY.plusDays(9)).actions())
                .noneMatch(each -> each.key().equals(action.key()));
        assertThat(office.plan(MONDAY.plusDays(10)).actions())
                .anyMatch(each -> each.key().equals(action.key()));
    }

    @Test
    void a_file_may_be_recalled_again_where_it_was_handed_over_since() {
        DeskFixture hard =
                DeskFixture.of(DeskFixture.POLICY.withSteps(List.of(DunningStep.handOver(1, 3, Successor.LAWYER))));
        ItemReference item = KEY.item();
        FileRecalled recalled = new FileRecalled("B", MONDAY, item, "settled");
        hard.accept(MONDAY);
        hard.dispatch(MONDAY);
        assertThat(hard.desk.record(recalled).kind()).isEqualTo(Kind.RECORDED);
        assertThat(hard.desk.record(recalled).kind()).isEqualTo(Kind.KNOWN);
        handOver(hard, new ActionKey(ItemReference.of("F-9", 1), "level-2", 0), "L-9");
        assertThat(hard.desk.record(recalled).kind()).isEqualTo(Kind.KNOWN);

        handOver(hard, new ActionKey(item, "level-2", 0), "L-2");

        assertThat(hard.desk.record(recalled).kind()).isEqualTo(Kind.RECORDED);
        assertThat(hard.journal.events("B")).last().isEqualTo(recalled.occurring(2));
        assertThat(hard.desk.record(recalled).kind()).isEqualTo(Kind.KNOWN);
    }

    private static void handOver(DeskFixture hard, ActionKey key, String letterId) {
        hard.journal.append(
                "B",
                hard.journal.version("B"),
                List.of(
                        new DunningEvent.ActionAccepted(
                                key,
                                "B",
                                MONDAY,
                                letterId,
                                "standard",
                                StepKind.HAND_OVER,
                                2,
                                Channel.LETTER,
                                "hand-over",
                                DeskFixture.cad("200.00"),
                                DeskFixture.cad("0.00")),
                        new LetterSent(letterId, "B", MONDAY, 1, "")));
    }

    @Test
    void a_delivery_of_another_letter_is_no_hand_over() {
        FileRecalled recalled = new FileRecalled("B", MONDAY, KEY.item(), "settled");
        office.journal.append("B", 0, List.of(recalled, EventSamples.accepted("B", "L-1", "F-3")));
        office.journal.append("B", 2, List.of(new LetterSent("L-1", "B", MONDAY, 1, "")));
        office.journal.append("B", 3, List.of(new LetterSent("nobody's", "B", MONDAY, 1, "")));

        isKnown(recalled);
    }
}
