package io.receivables.dunning.cases;

import io.receivables.core.Money;
import io.receivables.dunning.cases.CaseMove.OfAction;
import io.receivables.dunning.cases.CaseMove.OfEvent;
import io.receivables.dunning.cases.CaseMove.OfMoney;
import io.receivables.dunning.cases.CaseState.Taken;
import io.receivables.dunning.cases.DunningEvent.ActionPostponed;
import io.receivables.dunning.cases.DunningEvent.ActionSkipped;
import io.receivables.dunning.cases.DunningEvent.LadderRestarted;
import io.receivables.dunning.policy.StepKind;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;

/**
 * What a guard may ask of a case and a move. A question has exactly one answer, so the guards of a cell are complete and
 * exclusive if each combination of answers meets one of them.
 */
enum CaseQuestion {
    /** Is anything open after this? */
    OPEN(CaseQuestion::open),
    /** Was anything written off? */
    LOSS(CaseQuestion::loss),
    /** May the step be taken? */
    DUE(CaseQuestion::due),
    /** Is the action the one that is awaited? */
    AWAITED(CaseQuestion::awaited),
    /** Which cycle of the ladder is the action of? */
    CYCLE(CaseQuestion::cycle),
    /** What is the step? */
    STEP(CaseQuestion::step),
    /** Did another attempt follow? */
    ATTEMPT(CaseQuestion::attempt),
    /** Will it be tried again? */
    AGAIN(CaseQuestion::again),
    /** Is the cycle new? */
    RESTART(CaseQuestion::restart);

    private final BiFunction<CaseState, CaseMove, CaseCondition> answer;

    CaseQuestion(BiFunction<CaseState, CaseMove, CaseCondition> answer) {
        this.answer = answer;
    }

    CaseCondition answer(CaseState state, CaseMove move) {
        return answer.apply(state, move);
    }

    /** All answers that there are. */
    List<CaseCondition> answers() {
        return Arrays.stream(CaseCondition.values())
                .filter(condition -> condition.question() == this)
                .toList();
    }

    private static CaseCondition open(CaseState state, CaseMove move) {
        return ((OfMoney) move).open().isPositive() ? CaseCondition.SOMETHING_OPEN : CaseCondition.NOTHING_OPEN;
    }

    private static CaseCondition loss(CaseState state, CaseMove move) {
        return state.writtenOff().filter(Money::isPositive).isPresent()
                ? CaseCondition.WITH_LOSS
                : CaseCondition.WITHOUT_LOSS;
    }

    private static CaseCondition due(CaseState state, CaseMove move) {
        if (move instanceof OfAction accepted) {
            return due(
                    state,
                    accepted.action().key(),
                    accepted.action().step(),
                    accepted.action().level());
        }
        ActionSkipped skip = (ActionSkipped) ((OfEvent) move).event();
        return due(state, skip.key(), skip.step(), skip.level());
    }

    private static CaseCondition due(CaseState state, ActionKey key, StepKind step, int level) {
        if (step.isOnLadder() && key.cycle() != state.cycle()) {
            return CaseCondition.OF_OTHER_CYCLE;
        }
        if (state.pending().isPresent()) {
            return CaseCondition.ANOTHER_PENDING;
        }
        boolean taken = step.isOnLadder() ? level <= state.level() : state.isDone(key.step());
        return taken ? CaseCondition.TAKEN_ALREADY : CaseCondition.NEW;
    }

    private static CaseCondition awaited(CaseState state, CaseMove move) {
        OfAction told = (OfAction) move;
        if (state.pendingAction().filter(told.action()::equals).isPresent()) {
            return CaseCondition.PENDING;
        }
        return state.taken()
                        .filter(taken -> taken.action().equals(told.action()))
                        .isPresent()
                ? CaseCondition.TAKEN_LAST
                : CaseCondition.NEITHER;
    }

    private static CaseCondition cycle(CaseState state, CaseMove move) {
        if (move instanceof OfAction told) {
            boolean earlier =
                    told.action().step().isOnLadder() && told.action().key().cycle() != state.cycle();
            return earlier ? CaseCondition.OTHER_CYCLE : CaseCondition.THIS_CYCLE;
        }
        ActionPostponed postponed = (ActionPostponed) ((OfEvent) move).event();
        return postponed.key().cycle() == state.cycle() ? CaseCondition.THIS_CYCLE : CaseCondition.OTHER_CYCLE;
    }

    private static CaseCondition step(CaseState state, CaseMove move) {
        return switch (((OfAction) move).action().step()) {
            case COURTESY -> CaseCondition.COURTESY;
            case FORMAL_NOTICE -> CaseCondition.FORMAL_NOTICE;
            case RETURN_CONTACT -> CaseCondition.RETURN_CONTACT;
            case REMINDER, NEGOTIATION, CREDIT_STOP, WRITE_OFF_PROPOSAL, HAND_OVER -> CaseCondition.LADDER_STEP;
        };
    }

    private static CaseCondition attempt(CaseState state, CaseMove move) {
        OfAction told = (OfAction) move;
        int known = state.taken()
                .filter(taken -> taken.action().equals(told.action()))
                .map(Taken::attempt)
                .orElse(state.attempt());
        return told.attempt() < known ? CaseCondition.OVERTAKEN : CaseCondition.LATEST_ATTEMPT;
    }

    private static CaseCondition again(CaseState state, CaseMove move) {
        return ((OfAction) move).isLastFailure() ? CaseCondition.GIVEN_UP : CaseCondition.TO_TRY_AGAIN;
    }

    private static CaseCondition restart(CaseState state, CaseMove move) {
        return ((LadderRestarted) ((OfEvent) move).event()).cycle() > state.cycle()
                ? CaseCondition.NEW_CYCLE
                : CaseCondition.KNOWN_CYCLE;
    }
}
