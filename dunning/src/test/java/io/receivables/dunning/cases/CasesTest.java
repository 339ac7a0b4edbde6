package io.receivables.dunning.cases;

import static io.receivables.dunning.cases.CaseEvents.CUSTOMER;
import static io.receivables.dunning.cases.CaseEvents.F1;
import static io.receivables.dunning.cases.CaseEvents.F2;
import static io.receivables.dunning.cases.CaseEvents.accepted;
import static io.receivables.dunning.cases.CaseEvents.acknowledged;
import static io.receivables.dunning.cases.CaseEvents.day;
import static io.receivables.dunning.cases.CaseEvents.failed;
import static io.receivables.dunning.cases.CaseEvents.key;
import static io.receivables.dunning.cases.CaseEvents.may;
import static io.receivables.dunning.cases.CaseEvents.sending;
import static io.receivables.dunning.cases.CaseEvents.sent;
import static io.receivables.dunning.cases.CaseEvents.skipped;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.collection.ItemReference;
import io.receivables.dunning.cases.DunningEvent.ActionPostponed;
import io.receivables.dunning.cases.DunningEvent.ContactCorrected;
import io.receivables.dunning.cases.DunningEvent.DebitRejected;
import io.receivables.dunning.cases.DunningEvent.FileRecalled;
import io.receivables.dunning.cases.DunningEvent.HoldReleased;
import io.receivables.dunning.cases.DunningEvent.HoldSet;
import io.receivables.dunning.cases.DunningEvent.InsolvencyClosed;
import io.receivables.dunning.cases.DunningEvent.InsolvencyOpened;
import io.receivables.dunning.cases.DunningEvent.LadderRestarted;
import io.receivables.dunning.cases.DunningEvent.LetterWithdrawn;
import io.receivables.dunning.cases.DunningEvent.PlanDeclined;
import io.receivables.dunning.cases.DunningEvent.PlanOffered;
import io.receivables.dunning.cases.DunningEvent.SalesAnswered;
import io.receivables.dunning.cases.DunningEvent.SalesAsked;
import io.receivables.dunning.policy.StepKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CasesTest {
    private static Cases after(DunningEvent... events) {
        return Cases.of(List.of(events));
    }

    private static CaseState stateAfter(DunningEvent... events) {
        return after(events).state(F1);
    }

    private static final DunningEvent REMINDER = accepted(F1, StepKind.REMINDER, 1, "L-1", 4);
    private static final DunningEvent FORMAL = accepted(F1, StepKind.FORMAL_NOTICE, 2, "L-2", 14);

    @Test
    void of_what_nothing_is_known_stands_at_its_beginning() {
        Cases none = Cases.none();

        assertThat(none.state(F1)).isSameAs(CaseState.INITIAL);
        assertThat(none.customer(CUSTOMER)).isSameAs(CustomerState.INITIAL);
        assertThat(none.letter("L-1")).isEmpty();
        assertThat(none.events(CUSTOMER)).isEmpty();
        assertThat(none.lastRun()).isEmpty();
    }

    // ---- actions and letters

    @Test
    void an_accepted_action_is_pending_and_not_taken() {
        CaseState state = stateAfter(REMINDER);

        assertThat(state.pending()).contains(key(F1, "level-1"));
        assertThat(state.stage()).isEqualTo(Stage.CURRENT);
        assertThat(state.level()).isZero();
        assertThat(state.lastActionDay()).isEqualTo(CaseState.NEVER);
    }

    @Test
    void a_letter_that_went_out_takes_its_actions_on_the_day_it_was_sent() {
        Cases cases = after(REMINDER, sending("L-1", 4, 1), sent("L-1", 5));
        CaseState state = cases.state(F1);

        assertThat(state.pending()).isEmpty();
        assertThat(state.stage()).isEqualTo(Stage.REMINDED);
        assertThat(state.level()).isEqualTo(1);
        assertThat(state.lastActionDay()).isEqualTo(day(may(5)));
        assertThat(cases.letter("L-1").orElseThrow().status()).isEqualTo(LetterState.Status.SENT);
        assertThat(cases.customer(CUSTOMER).lastLetterDay()).isEqualTo(day(may(5)));
    }

    @Test
    void every_kind_of_step_leads_to_its_stage() {
        Map<StepKind, Stage> stages = new HashMap<>();
        for (StepKind kind : StepKind.values()) {
            stages.put(
                    kind,
                    stateAfter(accepted(F1, kind, 1, "L-1", 4), sent("L-1", 4)).stage());
        }

        assertThat(stages)
                .isEqualTo(Map.of(
                        StepKind.COURTESY, Stage.NOTIFIED,
                        StepKind.REMINDER, Stage.REMINDED,
                        StepKind.FORMAL_NOTICE, Stage.FORMAL_NOTICE,
                        StepKind.NEGOTIATION, Stage.REMINDED,
                        StepKind.CREDIT_STOP, Stage.REMINDED,
                        StepKind.HAND_OVER, Stage.HANDED_OVER,
                        StepKind.WRITE_OFF_PROPOSAL, Stage.REMINDED,
                        StepKind.RETURN_CONTACT, Stage.CURRENT));
    }

    @Test
    void steps_after_a_formal_notice_raise_the_level_and_keep_the_stage() {
        CaseState state =
                stateAfter(FORMAL, sent("L-2", 14), accepted(F1, StepKind.NEGOTIATION, 3, "L-3", 20), sent("L-3", 20));

        assertThat(state.stage()).isEqualTo(Stage.FORMAL_NOTICE);
        assertThat(state.level()).isEqualTo(3);
    }

    @Test
    void a_courtesy_is_no_level_and_is_done_once_accepted() {
        Cases accepted = after(accepted(F1, StepKind.COURTESY, 0, "L-1", 4));

        assertThat(accepted.state(F1).isDone("courtesy-5")).isTrue();
        CaseState state = accepted.with(List.of(sent("L-1", 4))).state(F1);
        assertThat(state.isDone("courtesy-5")).isTrue();
        assertThat(state.level()).isZero();
    }

    @Test
    void an_acknowledgement_stands_for_the_sending_that_was_not_told_and_the_sending_puts_the_day_right() {
        Cases acknowledged = after(REMINDER, acknowledged("L-1", 7));
        assertThat(acknowledged.state(F1).level()).isEqualTo(1);
        assertThat(acknowledged.state(F1).lastActionDay()).isEqualTo(day(may(7)));

        Cases both = acknowledged.with(List.of(sent("L-1", 5)));
        Cases inOrder = after(REMINDER, sent("L-1", 5), acknowledged("L-1", 7));
        assertThat(both.state(F1)).isEqualTo(inOrder.state(F1));
        assertThat(both.letter("L-1")).isEqualTo(inOrder.letter("L-1"));
        assertThat(both.customer(CUSTOMER)).isEqualTo(inOrder.customer(CUSTOMER));
    }

    @Test
    void a_failed_attempt_leaves_the_action_pending_and_is_counted() {
        Cases cases = after(REMINDER, sending("L-1", 4, 1), failed("L-1", 4, 1, false));

        assertThat(cases.state(F1).pending()).contains(key(F1, "level-1"));
        assertThat(cases.state(F1).failures()).isEqualTo(1);
        assertThat(cases.letter("L-1").orElseThrow().status()).isEqualTo(LetterState.Status.FAILED);
    }

    @Test
    void the_failure_of_an_attempt_that_another_followed_says_nothing() {
        Cases cases = after(
                REMINDER, sending("L-1", 4, 1), sending("L-1", 5, 2), sent("L-1", 5, 2), failed("L-1", 4, 1, false));

        assertThat(cases.state(F1).level()).isEqualTo(1);
        assertThat(cases.letter("L-1").orElseThrow().status()).isEqualTo(LetterState.Status.SENT);
    }

    @Test
    void the_last_failure_gives_the_action_up_until_the_contact_is_corrected() {
        Cases abandoned =
                after(accepted(F1, StepKind.COURTESY, 0, "L-1", 4), sending("L-1", 4, 1), failed("L-1", 4, 1, true));

        assertThat(abandoned.state(F1).pending()).isEmpty();
        assertThat(abandoned.state(F1).isUndeliverable()).isTrue();
        assertThat(abandoned.state(F1).isDone("courtesy-5")).isFalse();
        assertThat(abandoned.letter("L-1").orElseThrow().status()).isEqualTo(LetterState.Status.ABANDONED);

        CaseState corrected =
                abandoned.with(List.of(new ContactCorrected(CUSTOMER, may(6)))).state(F1);
        assertThat(corrected.isUndeliverable()).isFalse();
        assertThat(corrected.failures()).isZero();
    }

    @Test
    void a_letter_that_comes_back_leads_to_where_the_case_stood() {
        Cases reminded = after(REMINDER, sent("L-1", 4));
        Cases bounced = reminded.with(List.of(FORMAL, sent("L-2", 14), failed("L-2", 16, 1, true)));

        assertThat(bounced.state(F1).stage()).isEqualTo(Stage.REMINDED);
        assertThat(bounced.state(F1).level()).isEqualTo(1);
        assertThat(bounced.state(F1).lastActionDay()).isEqualTo(day(may(4)));
        assertThat(bounced.state(F1).isUndeliverable()).isTrue();
        assertThat(bounced.customer(CUSTOMER).lastLetterDay()).isEqualTo(day(may(4)));
    }

    @Test
    void a_letter_that_comes_back_may_be_sent_again() {
        Cases bounced = after(FORMAL, sent("L-2", 14), failed("L-2", 16, 1, false));
        assertThat(bounced.state(F1).pending()).contains(key(F1, "level-2"));
        assertThat(bounced.state(F1).failures()).isEqualTo(1);
        assertThat(bounced.state(F1).stage()).isEqualTo(Stage.CURRENT);

        Cases again = bounced.with(List.of(sending("L-2", 17, 2), sent("L-2", 17, 2)));
        assertThat(again.state(F1).stage()).isEqualTo(Stage.FORMAL_NOTICE);
        assertThat(again.state(F1).failures()).isZero();
    }

    @Test
    void a_letter_that_comes_back_after_a_later_step_changes_nothing() {
        Cases later = after(REMINDER, sent("L-1", 4), FORMAL, sent("L-2", 14));

        assertThat(later.with(List.of(failed("L-1", 15, 1, true))).state(F1)).isEqualTo(later.state(F1));
    }

    @Test
    void a_withdrawn_letter_was_not_taken_and_may_be_proposed_again() {
        Cases withdrawn = after(
                accepted(F1, StepKind.COURTESY, 0, "L-1", 4),
                new LetterWithdrawn("L-1", CUSTOMER, may(5), "paid meanwhile"));

        assertThat(withdrawn.state(F1)).isEqualTo(CaseState.INITIAL);
        assertThat(withdrawn.letter("L-1").orElseThrow().status()).isEqualTo(LetterState.Status.WITHDRAWN);

        Cases again = withdrawn.with(List.of(accepted(F1, StepKind.COURTESY, 0, "L-2", 6), sent("L-1", 6)));
        assertThat(again.state(F1).pending()).isPresent();
        assertThat(again.with(List.of(sent("L-2", 7))).state(F1).stage()).isEqualTo(Stage.NOTIFIED);
    }

    @Test
    void a_skipped_step_raises_the_level_and_not_the_stage() {
        CaseState state = stateAfter(skipped(F1, StepKind.FORMAL_NOTICE, 2, 14));

        assertThat(state.level()).isEqualTo(2);
        assertThat(state.stage()).isEqualTo(Stage.CURRENT);
        assertThat(state.lastActionDay()).isEqualTo(day(may(14)));
    }

    @Test
    void a_postponed_step_waits() {
        DunningEvent postponed = new ActionPostponed(key(F1, "level-1"), CUSTOMER, may(4), may(20), "on holiday");

        assertThat(stateAfter(postponed).postponedUntil()).isEqualTo(day(may(20)));
        assertThat(stateAfter(postponed, REMINDER, sent("L-1", 21)).postponedUntil())
                .isEqualTo(CaseState.NEVER);
    }

    // ---- suspensions and the rest

    @Test
    void a_hold_is_of_items_or_of_all_of_the_customer_and_ends_when_released() {
        DunningEvent ofItem = new HoldSet("H-1", CUSTOMER, may(4), List.of(F1), may(30), HoldReason.MANUAL, "");
        DunningEvent ofAll = new HoldSet("H-2", CUSTOMER, may(4), List.of(), may(30), HoldReason.MANUAL, "");
        Cases held = after(ofItem, ofAll);
        Cases released = held.with(
                List.of(new HoldReleased("H-1", CUSTOMER, may(10)), new HoldReleased("H-2", CUSTOMER, may(11))));

        assertThat(held.state(F1).holds()).extracting(Hold::id).containsExactly("H-1");
        assertThat(held.state(F2).holds()).isEmpty();
        assertThat(held.customer(CUSTOMER).holds()).extracting(Hold::id).containsExactly("H-2");
        assertThat(released.state(F1).holds()).extracting(Hold::until).containsExactly(may(9));
        assertThat(released.customer(CUSTOMER).holds()).extracting(Hold::until).containsExactly(may(10));
    }

    @Test
    void a_hold_of_a_whole_document_is_that_of_each_instalment() {
        Cases cases = after(
                new HoldSet("H-1", CUSTOMER, may(4), List.of(ItemReference.of("F-1")), may(30), HoldReason.MANUAL, ""),
                REMINDER);
        Map<ItemReference, CaseState> given = new HashMap<>();
        cases.forEach(given::put);

        assertThat(cases.state(F1).holds()).hasSize(1);
        assertThat(cases.state(ItemReference.of("F-1", 2)).holds()).hasSize(1);
        assertThat(cases.state(F2).holds()).isEmpty();
        assertThat(given).containsOnlyKeys(F1, ItemReference.of("F-1"));
        assertThat(given.get(F1)).isEqualTo(cases.state(F1));
    }

    @Test
    void an_offer_counts_until_its_last_day_unless_it_is_declined() {
        Cases offered = after(new PlanOffered("O-1", CUSTOMER, may(4), List.of(F1), List.of(), may(18)));

        assertThat(offered.state(F1).offerUntil()).isEqualTo(day(may(18)));
        assertThat(offered.with(List.of(new PlanDeclined("O-1", CUSTOMER, may(6))))
                        .state(F1)
                        .offerUntil())
                .isEqualTo(CaseState.NEVER);
    }

    @Test
    void insolvency_is_the_customers_until_it_is_closed() {
        Cases open = after(new InsolvencyOpened(CUSTOMER, may(4), ""));

        assertThat(open.customer(CUSTOMER).insolvent()).isTrue();
        assertThat(open.with(List.of(new InsolvencyClosed(CUSTOMER, may(9), "")))
                        .customer(CUSTOMER)
                        .insolvent())
                .isFalse();
    }

    @Test
    void a_rejected_debit_is_remembered_by_its_day() {
        assertThat(stateAfter(new DebitRejected("D-1", CUSTOMER, may(4), F1, "no cover"))
                        .rejectedDebits())
                .isEqualTo(Map.of("D-1", day(may(4))));
    }

    @Test
    void the_last_answer_of_sales_counts() {
        ActionKey key = key(F1, "level-1");
        CaseState asked = stateAfter(new SalesAsked(key, CUSTOMER, may(4), "Ann"));
        assertThat(asked.isSalesAsked(key)).isTrue();
        assertThat(asked.salesAnswer(key)).isEmpty();
        assertThat(asked.isSalesAsked(key(F1, "level-2"))).isFalse();

        CaseState answered = stateAfter(
                new SalesAnswered(key, CUSTOMER, may(5), true, ""),
                new SalesAnswered(key, CUSTOMER, may(6), false, ""),
                new SalesAsked(key, CUSTOMER, may(4), "Ann"));
        assertThat(answered.salesAnswer(key)).contains(false);
    }

    @Test
    void a_restarted_ladder_begins_anew_from_its_day() {
        CaseState state = stateAfter(REMINDER, sent("L-1", 4), new LadderRestarted(CUSTOMER, may(20), F1, 1));

        assertThat(state.stage()).isEqualTo(Stage.CURRENT);
        assertThat(state.level()).isZero();
        assertThat(state.cycle()).isEqualTo(1);
        assertThat(state.anchorDay()).isEqualTo(day(may(20)));
        assertThat(state.lastActionDay()).isEqualTo(day(may(4)));
    }

    @Test
    void a_recalled_file_is_under_formal_notice_at_its_level() {
        DunningEvent handOver = accepted(F1, StepKind.HAND_OVER, 4, "L-4", 20);
        CaseState state = stateAfter(handOver, sent("L-4", 20), new FileRecalled(CUSTOMER, may(25), F1, "settled"));

        assertThat(state.stage()).isEqualTo(Stage.FORMAL_NOTICE);
        assertThat(state.level()).isEqualTo(4);
    }

    // ---- the fold

    @Test
    void an_event_told_twice_counts_once() {
        Cases once = after(REMINDER, sending("L-1", 4, 1), failed("L-1", 4, 1, false));
        Cases twice = once.with(List.of(failed("L-1", 4, 1, false), REMINDER));

        assertThat(twice.state(F1)).isEqualTo(once.state(F1));
        assertThat(twice.customer(CUSTOMER).version()).isEqualTo(3);
        assertThat(twice.events(CUSTOMER)).isEqualTo(once.events(CUSTOMER));
    }

    @Test
    void the_run_of_the_latest_date_is_remembered() {
        Cases cases = Cases.none().ranOn(may(5)).ranOn(may(3));

        assertThat(cases.lastRun()).contains(may(5));
        assertThat(cases.with(List.of(REMINDER)).lastRun()).contains(may(5));
    }
}
