package io.receivables.dunning.cases;

import io.receivables.core.Money;
import io.receivables.dunning.cases.CaseMove.OfAction;
import io.receivables.dunning.cases.CaseMove.OfAgreement;
import io.receivables.dunning.cases.CaseMove.OfDispute;
import io.receivables.dunning.cases.CaseMove.OfEvent;
import io.receivables.dunning.cases.CaseMove.OfMoney;
import io.receivables.dunning.cases.CaseState.Fields;
import io.receivables.dunning.cases.CaseState.SalesReply;
import io.receivables.dunning.cases.CaseState.Taken;
import io.receivables.dunning.cases.DunningEvent.ActionAccepted;
import io.receivables.dunning.cases.DunningEvent.ActionPostponed;
import io.receivables.dunning.cases.DunningEvent.ActionSkipped;
import io.receivables.dunning.cases.DunningEvent.DebitRejected;
import io.receivables.dunning.cases.DunningEvent.HoldReleased;
import io.receivables.dunning.cases.DunningEvent.HoldSet;
import io.receivables.dunning.cases.DunningEvent.LadderRestarted;
import io.receivables.dunning.cases.DunningEvent.PlanAgreed;
import io.receivables.dunning.cases.DunningEvent.PlanDeclined;
import io.receivables.dunning.cases.DunningEvent.PlanOffered;
import io.receivables.dunning.cases.DunningEvent.Recovered;
import io.receivables.dunning.cases.DunningEvent.SalesAnswered;
import io.receivables.dunning.cases.DunningEvent.SalesAsked;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the rules of the table change beside the stage. */
final class CaseEffects {
    private CaseEffects() {}

    // ---- what is owed

    static void counted(Fields state, CaseMove move) {
        state.disputed = positive(((OfMoney) move).disputed());
        if (move.trigger() == CaseTrigger.WRITE_OFF_UNDONE) {
            writtenOff(state, ((OfMoney) move).amount().negated());
        }
    }

    static void lost(Fields state, CaseMove move) {
        OfMoney lost = (OfMoney) move;
        state.disputed = positive(lost.disputed());
        writtenOff(state, lost.amount());
    }

    /** Of one day, what is undone is told before what is written off; so what is left may be below zero in between. */
    private static void writtenOff(Fields state, Money amount) {
        Money left = sum(state.writtenOff, amount);
        state.writtenOff = left.isZero() ? null : left;
    }

    static void recovered(Fields state, CaseMove move) {
        state.recovered = sum(state.recovered, event(move, Recovered.class).amount());
    }

    private static Money sum(@Nullable Money before, Money amount) {
        return before == null ? amount : before.plus(amount);
    }

    private static @Nullable Money positive(Money amount) {
        return amount.isPositive() ? amount : null;
    }

    static void debitRejected(Fields state, CaseMove move) {
        DebitRejected debit = event(move, DebitRejected.class);
        state.rejectedDebits = CaseState.plus(state.rejectedDebits, debit.debitId(), day(debit.date()));
    }

    // ---- the ladder

    static void accepted(Fields state, CaseMove move) {
        ActionAccepted action = action(move);
        state.pending = action;
        state.failures = 0;
        state.attempt = 0;
        if (!action.step().isOnLadder()) {
            state.markDone(action.key());
        }
    }

    static void skipped(Fields state, CaseMove move) {
        ActionSkipped skip = event(move, ActionSkipped.class);
        if (skip.step().isOnLadder()) {
            state.level = Math.max(state.level, skip.level());
        } else {
            state.markDone(skip.key());
        }
        state.lastActionDay = day(skip.date());
        state.postponedUntil = CaseState.NEVER;
        state.taken = null;
    }

    static void postponed(Fields state, CaseMove move) {
        state.postponedUntil = day(event(move, ActionPostponed.class).until());
    }

    static void attempted(Fields state, CaseMove move) {
        state.attempt = Math.max(state.attempt, ((OfAction) move).attempt());
    }

    /** The action went out. */
    static void taken(Fields state, CaseMove move) {
        ActionAccepted action = action(move);
        state.taken = new Taken(action, state.stage, state.level, state.lastActionDay);
        if (action.step().isOnLadder()) {
            state.level = Math.max(state.level, action.level());
        }
        sentForNothing(state, move);
    }

    /** The action went out and raises nothing. */
    static void sentForNothing(Fields state, CaseMove move) {
        attempted(state, move);
        state.pending = null;
        state.failures = 0;
        state.postponedUntil = CaseState.NEVER;
        state.lastActionDay = day(move.date());
    }

    /** The day of sending counts, even if the acknowledgement was told before. */
    static void sentOn(Fields state, CaseMove move) {
        if (((OfAction) move).event().kind() == DunningEventKind.LETTER_SENT) {
            attempted(state, move);
            state.lastActionDay = day(move.date());
        }
    }

    static void failed(Fields state, CaseMove move) {
        attempted(state, move);
        state.failures++;
    }

    static void givenUp(Fields state, CaseMove move) {
        attempted(state, move);
        state.pending = null;
        state.unmarkDone(action(move).key());
        state.undeliverable = true;
    }

    /** Unless a later action is pending, the letter waits to be sent again. */
    static void cameBack(Fields state, CaseMove move) {
        if (state.pending == null) {
            state.pending = action(move);
            failed(state, move);
        }
    }

    static void cameBackForGood(Fields state, CaseMove move) {
        state.unmarkDone(action(move).key());
        state.undeliverable = true;
    }

    static void withdrawn(Fields state, CaseMove move) {
        state.pending = null;
        state.failures = 0;
        state.unmarkDone(action(move).key());
    }

    static void restarted(Fields state, CaseMove move) {
        state.level = 0;
        state.cycle = event(move, LadderRestarted.class).cycle();
        state.anchorDay = day(move.date());
        state.taken = null;
    }

    static void recalled(Fields state, CaseMove move) {
        state.taken = null;
    }

    // ---- people

    static void contactCorrected(Fields state, CaseMove move) {
        state.undeliverable = false;
        state.failures = 0;
    }

    static void salesAsked(Fields state, CaseMove move) {
        ActionKey key = event(move, SalesAsked.class).key();
        if (!state.sales.containsKey(key)) {
            state.sales = CaseState.plus(state.sales, key, SalesReply.ASKED);
        }
    }

    static void salesAnswered(Fields state, CaseMove move) {
        SalesAnswered answer = event(move, SalesAnswered.class);
        SalesReply reply = answer.agreed() ? SalesReply.AGREED : SalesReply.REFUSED;
        state.sales = CaseState.plus(state.sales, answer.key(), reply);
    }

    // ---- what suspends

    static void disputed(Fields state, CaseMove move) {
        state.disputed = positive(((OfDispute) move).disputed());
    }

    static void promised(Fields state, CaseMove move) {
        state.promises = CaseState.plus(state.promises, ((OfAgreement) move).id());
    }

    static void promiseOver(Fields state, CaseMove move) {
        state.promises = CaseState.minus(state.promises, ((OfAgreement) move).id());
    }

    static void planOffered(Fields state, CaseMove move) {
        PlanOffered offer = event(move, PlanOffered.class);
        state.offers = CaseState.plus(state.offers, offer.offerId(), day(offer.validUntil()));
    }

    static void planDeclined(Fields state, CaseMove move) {
        state.offers =
                CaseState.minus(state.offers, event(move, PlanDeclined.class).offerId());
    }

    static void offerAgreed(Fields state, CaseMove move) {
        state.offers =
                CaseState.minus(state.offers, event(move, PlanAgreed.class).offerId());
    }

    static void planRuns(Fields state, CaseMove move) {
        state.plans = CaseState.plus(state.plans, ((OfAgreement) move).id());
    }

    static void planOver(Fields state, CaseMove move) {
        state.plans = CaseState.minus(state.plans, ((OfAgreement) move).id());
    }

    static void held(Fields state, CaseMove move) {
        state.holds = held(state.holds, event(move, HoldSet.class));
    }

    static List<Hold> held(List<Hold> holds, HoldSet event) {
        return CaseState.plus(
                holds, new Hold(event.holdId(), event.date(), event.until(), event.reason(), event.note()));
    }

    static void released(Fields state, CaseMove move) {
        state.holds = released(state.holds, event(move, HoldReleased.class));
    }

    static List<Hold> released(List<Hold> holds, HoldReleased event) {
        return holds.stream()
                .map(hold -> hold.id().equals(event.holdId()) ? hold.releasedOn(event.date()) : hold)
                .toList();
    }

    static void insolvent(Fields state, CaseMove move) {
        state.insolvent = true;
    }

    static void solvent(Fields state, CaseMove move) {
        state.insolvent = false;
    }

    // ---- reading moves

    private static ActionAccepted action(CaseMove move) {
        return ((OfAction) move).action();
    }

    private static <E extends DunningEvent> E event(CaseMove move, Class<E> type) {
        return type.cast(((OfEvent) move).event());
    }

    private static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }
}
