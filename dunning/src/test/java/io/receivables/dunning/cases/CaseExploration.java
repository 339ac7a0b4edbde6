package io.receivables.dunning.cases;

import static io.receivables.dunning.cases.CaseEvents.CUSTOMER;
import static io.receivables.dunning.cases.CaseEvents.F1;
import static io.receivables.dunning.cases.CaseEvents.accepted;
import static io.receivables.dunning.cases.CaseEvents.may;

import io.receivables.core.Money;
import io.receivables.dunning.cases.CaseMove.OfAction;
import io.receivables.dunning.cases.CaseMove.OfAgreement;
import io.receivables.dunning.cases.CaseMove.OfDispute;
import io.receivables.dunning.cases.CaseMove.OfEvent;
import io.receivables.dunning.cases.CaseMove.OfMoney;
import io.receivables.dunning.cases.DunningEvent.ActionAccepted;
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
import io.receivables.dunning.cases.DunningEvent.LetterWithdrawn;
import io.receivables.dunning.cases.DunningEvent.PlanAgreed;
import io.receivables.dunning.cases.DunningEvent.PlanDeclined;
import io.receivables.dunning.cases.DunningEvent.PlanOffered;
import io.receivables.dunning.cases.DunningEvent.Recovered;
import io.receivables.dunning.cases.DunningEvent.SalesAnswered;
import io.receivables.dunning.cases.DunningEvent.SalesAsked;
import io.receivables.dunning.policy.StepKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All states that a case can reach by a finite set of moves which has every trigger and every condition. Two states are
 * taken for one where nothing that a guard asks tells them apart.
 */
final class CaseExploration {
    /** What suspends moves no stage and is asked by no guard: it is tried in every state, and does not make new ones. */
    private static final Set<CaseTrigger> BESIDE =
            EnumSet.range(CaseTrigger.SALES_ASKED, CaseTrigger.INSOLVENCY_CLOSED);

    private static final Money NOTHING = Money.of("0.00", "EUR");
    private static final Money SOME = Money.of("40.00", "EUR");

    private CaseExploration() {}

    static List<CaseMove> moves() {
        List<CaseMove> moves = new ArrayList<>();
        money(moves);
        actions(moves);
        ladder(moves);
        people(moves);
        suspensions(moves);
        return moves;
    }

    private static void money(List<CaseMove> moves) {
        for (CaseTrigger trigger : List.of(
                CaseTrigger.ISSUED,
                CaseTrigger.CREDITED,
                CaseTrigger.WRITTEN_OFF,
                CaseTrigger.PAYMENT_RETURNED,
                CaseTrigger.SETTLEMENT_UNDONE,
                CaseTrigger.WRITE_OFF_UNDONE)) {
            moves.add(new OfMoney(trigger, may(4), SOME, SOME, NOTHING));
            moves.add(new OfMoney(trigger, may(4), SOME, NOTHING, NOTHING));
        }
        moves.add(OfMoney.payment(may(4), SOME, SOME, NOTHING));
        moves.add(OfMoney.payment(may(4), SOME, NOTHING, NOTHING));
        moves.add(new OfEvent(new Recovered("R", CUSTOMER, may(4), F1, SOME)));
        moves.add(new OfEvent(new DebitRejected("D", CUSTOMER, may(4), F1, "no cover")));
    }

    private static List<ActionAccepted> steps() {
        return List.of(
                accepted(F1, StepKind.COURTESY, 0, "L-courtesy", 4),
                accepted(CaseEvents.key(F1, "courtesy-1"), StepKind.COURTESY, 0, "L-again", 4),
                accepted(F1, StepKind.RETURN_CONTACT, 0, "L-contact", 4),
                accepted(F1, StepKind.REMINDER, 1, "L-1", 4),
                accepted(F1, StepKind.FORMAL_NOTICE, 2, "L-2", 4),
                accepted(F1, StepKind.NEGOTIATION, 3, "L-3", 4),
                accepted(F1, StepKind.FORMAL_NOTICE, 3, "L-3 formal", 4),
                accepted(F1, StepKind.HAND_OVER, 4, "L-4", 4),
                accepted(F1, StepKind.HAND_OVER, 4, "L-4 again", 4),
                accepted(new ActionKey(F1, "level-2", 1), StepKind.NEGOTIATION, 2, "L-2 anew", 4));
    }

    private static void actions(List<CaseMove> moves) {
        for (ActionAccepted action : steps()) {
            String letter = action.letterId();
            moves.add(new OfAction(action, action));
            List<DunningEvent.OfLetter> events = new ArrayList<>(List.of(
                    CaseEvents.sending(letter, 4, 1),
                    CaseEvents.sent(letter, 4),
                    CaseEvents.failed(letter, 4, 1, false),
                    CaseEvents.failed(letter, 4, 1, true),
                    new LetterWithdrawn(letter, CUSTOMER, may(4), "paid")));
            if (letter.equals("L-4")) {
                events.add(CaseEvents.sending(letter, 4, 2));
                events.add(CaseEvents.acknowledged(letter, 4));
            }
            events.forEach(event -> moves.add(new OfAction(action, event)));
        }
    }

    private static void ladder(List<CaseMove> moves) {
        for (int cycle = 0; cycle <= 1; cycle++) {
            ActionKey key = new ActionKey(F1, "level-3", cycle);
            moves.add(new OfEvent(new ActionSkipped(key, CUSTOMER, may(4), StepKind.NEGOTIATION, 3, "")));
            moves.add(new OfEvent(new ActionPostponed(key, CUSTOMER, may(4), may(9), "")));
        }
        moves.add(new OfEvent(new LadderRestarted(CUSTOMER, may(4), F1, 1)));
        moves.add(new OfEvent(new FileRecalled(CUSTOMER, may(4), F1, "")));
    }

    private static void people(List<CaseMove> moves) {
        ActionKey key = CaseEvents.key(F1, "level-1");
        moves.add(new OfEvent(new SalesAsked(key, CUSTOMER, may(4), "Ann")));
        moves.add(new OfEvent(new SalesAnswered(key, CUSTOMER, may(4), true, "")));
        moves.add(new OfEvent(new CallMade("C", CUSTOMER, may(4), List.of(F1), CallOutcome.REACHED, "")));
        moves.add(new OfEvent(new ContactCorrected(CUSTOMER, may(4))));
    }

    private static void suspensions(List<CaseMove> moves) {
        for (CaseTrigger trigger : EnumSet.range(CaseTrigger.DISPUTE_OPENED, CaseTrigger.DISPUTE_ENDED)) {
            moves.add(new OfDispute(trigger, may(4), "X", SOME));
        }
        for (CaseTrigger trigger : EnumSet.range(CaseTrigger.PROMISE_MADE, CaseTrigger.PROMISE_CANCELLED)) {
            moves.add(new OfAgreement(trigger, may(4), "P", SOME));
        }
        for (CaseTrigger trigger : EnumSet.range(CaseTrigger.PLAN_AGREED, CaseTrigger.PLAN_CANCELLED)) {
            moves.add(new OfAgreement(trigger, may(4), "P", SOME));
        }
        for (DunningEvent event : List.of(
                new PlanOffered("O", CUSTOMER, may(4), List.of(F1), List.of(), may(9)),
                new PlanDeclined("O", CUSTOMER, may(4)),
                new PlanAgreed("O", CUSTOMER, may(4)),
                new HoldSet("H", CUSTOMER, may(4), List.of(F1), may(9), HoldReason.MANUAL, ""),
                new HoldReleased("H", CUSTOMER, may(4)),
                new InsolvencyOpened(CUSTOMER, may(4), ""),
                new InsolvencyClosed(CUSTOMER, may(4), ""))) {
            moves.add(new OfEvent(event));
        }
    }

    /** A state as guards see it, whose attempts are the first or a later one. */
    private static List<Object> seen(CaseState state) {
        return List.of(
                state.stage(),
                state.stoodAt(),
                state.level(),
                state.cycle(),
                state.pendingAction().map(ActionAccepted::letterId),
                state.taken().map(taken -> taken.action().letterId() + taken.stage() + taken.level()),
                state.attempt() > 1,
                state.isDone("courtesy-5"),
                state.isDone("courtesy-1"),
                state.isDone("return-contact-5"),
                state.writtenOff().isPresent());
    }

    static Collection<CaseState> reachable() {
        List<CaseMove> moves = moves().stream()
                .filter(move -> !BESIDE.contains(move.trigger()))
                .toList();
        Map<List<Object>, CaseState> found = new LinkedHashMap<>();
        Deque<CaseState> open = new ArrayDeque<>(List.of(CaseState.INITIAL));
        found.put(seen(CaseState.INITIAL), CaseState.INITIAL);
        while (!open.isEmpty()) {
            CaseState state = open.remove();
            for (CaseMove move : moves) {
                CaseState next = after(state, move);
                if (found.putIfAbsent(seen(next), next) == null) {
                    open.add(next);
                }
            }
        }
        return found.values();
    }

    /** The next state; what a closed case remembers is found from the open state that it would reopen to. */
    private static CaseState after(CaseState state, CaseMove move) {
        boolean remembered = CaseTable.standard().row(state, move).next() == CaseNext.REMEMBERED;
        return remembered ? state : CaseMachine.evolve(state, move);
    }
}
