package io.receivables.dunning.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.receivables.core.Money;
import io.receivables.core.Problem;
import io.receivables.core.collection.ItemReference;
import io.receivables.dunning.cases.CaseMove.OfAgreement;
import io.receivables.dunning.cases.CaseMove.OfDispute;
import io.receivables.dunning.cases.CaseMove.OfEvent;
import io.receivables.dunning.cases.CaseMove.OfMoney;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Every move can be told, and what cannot be a move is refused by name. */
class CaseTextTest {
    private static final Money SOME = Money.of("40.00", "EUR");

    private static String told(CaseMove move, Locale locale) {
        CaseDecision decision = CaseMachine.decide(CaseState.INITIAL, move);
        return new CaseHistory.Line(move, CaseState.INITIAL, decision).text(locale);
    }

    @Test
    void every_move_is_told_in_both_languages_and_leaves_nothing_out() {
        for (CaseMove move : CaseExploration.moves()) {
            String english = told(move, Locale.ENGLISH);
            String french = told(move, Locale.FRENCH);

            assertThat(english).startsWith("2026-05-04: ").endsWith(")").doesNotContain("{");
            assertThat(french)
                    .startsWith("2026-05-04 : ")
                    .endsWith(")")
                    .doesNotContain("{")
                    .isNotEqualTo(english);
        }
    }

    @Test
    void what_changes_nothing_says_so() {
        OfEvent call = new OfEvent(new DunningEvent.CallMade(
                "C", CaseEvents.CUSTOMER, CaseEvents.may(4), List.of(), CallOutcome.NO_ANSWER, ""));

        assertThat(told(call, Locale.ENGLISH)).isEqualTo("2026-05-04: a call: no answer. Nothing changes (CASE-57)");
        assertThat(told(call, Locale.FRENCH)).isEqualTo("2026-05-04 : appel : sans réponse. Rien ne change (CASE-57)");
    }

    @Test
    void what_sales_answered_is_told() {
        for (boolean agreed : new boolean[] {true, false}) {
            OfEvent answer = new OfEvent(new DunningEvent.SalesAnswered(
                    CaseEvents.key(ItemReference.of("F-1", 1), "level-2"),
                    CaseEvents.CUSTOMER,
                    CaseEvents.may(4),
                    agreed,
                    ""));

            assertThat(told(answer, Locale.ENGLISH))
                    .startsWith("2026-05-04: sales answered " + (agreed ? "yes" : "no") + " to step level-2.");
            assertThat(told(answer, Locale.FRENCH)).contains(agreed ? "oui" : "non");
        }
    }

    @Test
    void every_problem_is_told_in_both_languages() {
        for (CaseProblem code : CaseProblem.values()) {
            Problem problem = Problem.of(code, "trigger", "step-due", "date", "2026-05-04");

            assertThat(problem.message()).startsWith("a step on 2026-05-04: ").doesNotContain("{");
            assertThat(problem.message(Locale.FRENCH))
                    .startsWith("une étape le 2026-05-04 : ")
                    .doesNotContain("{");
            assertThat(problem.isError()).isTrue();
        }
    }

    @Test
    void what_is_refused_names_trigger_stage_and_date() {
        OfMoney paid = OfMoney.payment(CaseEvents.may(4), SOME, Money.of("0.00", "EUR"), Money.of("0.00", "EUR"));
        CaseState settled = CaseMachine.evolve(CaseState.INITIAL, paid);

        assertThat(CaseMachine.decide(settled, paid))
                .isInstanceOfSatisfying(
                        CaseDecision.Refused.class,
                        refused -> assertThat(refused.problem().attributes())
                                .containsEntry("trigger", "paid-in-full")
                                .containsEntry("stage", "settled")
                                .containsEntry("date", "2026-05-04"));
    }

    @Test
    void a_move_of_the_wrong_trigger_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OfMoney(CaseTrigger.RECOVERED, CaseEvents.may(4), SOME, SOME, SOME))
                .withMessage("trigger recovered is not about money");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OfDispute(CaseTrigger.PROMISE_MADE, CaseEvents.may(4), "D", SOME))
                .withMessage("trigger promise-made is not about a dispute");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OfAgreement(CaseTrigger.PLAN_OFFERED, CaseEvents.may(4), "P", SOME))
                .withMessage("trigger plan-offered is not about a promise or plan");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OfEvent(CaseEvents.sent("L-1", 4)))
                .withMessage("event \"sent L-1 1\" is of a letter: say of which of its actions");
    }
}
