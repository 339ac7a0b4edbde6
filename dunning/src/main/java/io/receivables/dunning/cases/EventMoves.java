package io.receivables.dunning.cases;

import io.receivables.core.collection.ItemReference;
import io.receivables.dunning.cases.CaseMove.OfAction;
import io.receivables.dunning.cases.CaseMove.OfEvent;
import io.receivables.dunning.cases.DunningEvent.ActionAccepted;
import io.receivables.dunning.cases.DunningEvent.ActionPostponed;
import io.receivables.dunning.cases.DunningEvent.ActionSkipped;
import io.receivables.dunning.cases.DunningEvent.CallMade;
import io.receivables.dunning.cases.DunningEvent.DebitRejected;
import io.receivables.dunning.cases.DunningEvent.FileRecalled;
import io.receivables.dunning.cases.DunningEvent.HoldReleased;
import io.receivables.dunning.cases.DunningEvent.HoldSet;
import io.receivables.dunning.cases.DunningEvent.LadderRestarted;
import io.receivables.dunning.cases.DunningEvent.LetterAcknowledged;
import io.receivables.dunning.cases.DunningEvent.LetterFailed;
import io.receivables.dunning.cases.DunningEvent.LetterSending;
import io.receivables.dunning.cases.DunningEvent.LetterSent;
import io.receivables.dunning.cases.DunningEvent.OfLetter;
import io.receivables.dunning.cases.DunningEvent.PlanAgreed;
import io.receivables.dunning.cases.DunningEvent.PlanDeclined;
import io.receivables.dunning.cases.DunningEvent.PlanOffered;
import io.receivables.dunning.cases.DunningEvent.Recovered;
import io.receivables.dunning.cases.DunningEvent.SalesAnswered;
import io.receivables.dunning.cases.DunningEvent.SalesAsked;
import java.time.LocalDate;
import java.util.List;

/**
 * Says which cases an event moves, and keeps the letters, through which most events reach their cases. Events of a customer
 * come one after the other.
 */
final class EventMoves {
    /** Takes the moves. */
    interface Receiver {
        /**
         * Takes a move of one case.
         *
         * @param item the case; where it names no instalment, all of its document
         */
        void move(ItemReference item, CaseMove move);

        /** Takes a move of all cases of the customer. */
        void moveAll(OfEvent move);
    }

    private final SharedMap.Editor<String, LetterState> letters;
    private final Receiver receiver;

    /** @param letters the letters so far, which are brought on */
    EventMoves(SharedMap.Editor<String, LetterState> letters, Receiver receiver) {
        this.letters = letters;
        this.receiver = receiver;
    }

    /**
     * Tells an event.
     *
     * @param all all events of the customer, among them those that this one goes back to
     */
    void tell(DunningEvent event, List<DunningEvent> all) {
        switch (event.kind()) {
            case ACTION_ACCEPTED -> accepted((ActionAccepted) event);
            case LETTER_SENDING, LETTER_SENT, LETTER_FAILED, LETTER_WITHDRAWN, LETTER_ACKNOWLEDGED ->
                ofLetter((OfLetter) event);
            case ACTION_SKIPPED -> ofItem(((ActionSkipped) event).key().item(), event);
            case ACTION_POSTPONED -> ofItem(((ActionPostponed) event).key().item(), event);
            case SALES_ASKED -> ofItem(((SalesAsked) event).key().item(), event);
            case SALES_ANSWERED -> ofItem(((SalesAnswered) event).key().item(), event);
            case DEBIT_REJECTED -> ofItem(((DebitRejected) event).item(), event);
            case RECOVERED -> ofItem(((Recovered) event).item(), event);
            case LADDER_RESTARTED -> ofItem(((LadderRestarted) event).item(), event);
            case FILE_RECALLED -> ofItem(((FileRecalled) event).item(), event);
            case CALL_MADE -> ofItems(((CallMade) event).items(), event);
            case HOLD_SET -> ofItems(((HoldSet) event).items(), event);
            case HOLD_RELEASED -> released((HoldReleased) event, all);
            case PLAN_OFFERED -> ofItems(((PlanOffered) event).items(), event);
            case PLAN_DECLINED -> answered(((PlanDeclined) event).offerId(), event, all);
            case PLAN_AGREED -> answered(((PlanAgreed) event).offerId(), event, all);
            case CONTACT_CORRECTED, INSOLVENCY_OPENED, INSOLVENCY_CLOSED -> receiver.moveAll(new OfEvent(event));
        }
    }

    private void accepted(ActionAccepted action) {
        LetterState letter = letters.get(action.letterId());
        letters.put(action.letterId(), letter == null ? LetterState.accepted(action) : letter.with(action));
        receiver.move(action.key().item(), new OfAction(action, action));
    }

    private void ofLetter(OfLetter event) {
        LetterState letter = letters.get(event.letterId());
        if (letter != null) {
            letters.put(event.letterId(), after(letter, event));
            letter.actions().forEach(action -> receiver.move(action.key().item(), new OfAction(action, event)));
        }
    }

    private static LetterState after(LetterState letter, OfLetter event) {
        return switch (event.kind()) {
            case LETTER_SENDING -> letter.sending(((LetterSending) event).attempt());
            case LETTER_SENT -> letter.sent(((LetterSent) event).attempt(), day(event.date()));
            case LETTER_ACKNOWLEDGED -> letter.acknowledged(day(((LetterAcknowledged) event).date()));
            case LETTER_FAILED -> letter.failed(((LetterFailed) event).attempt(), ((LetterFailed) event).last());
            default -> letter.withdrawn();
        };
    }

    private void ofItem(ItemReference item, DunningEvent event) {
        receiver.move(item, new OfEvent(event));
    }

    private void ofItems(List<ItemReference> items, DunningEvent event) {
        OfEvent move = new OfEvent(event);
        if (items.isEmpty()) {
            receiver.moveAll(move);
        }
        items.forEach(item -> receiver.move(item, move));
    }

    private void released(HoldReleased event, List<DunningEvent> all) {
        for (DunningEvent other : all) {
            if (other instanceof HoldSet hold && hold.holdId().equals(event.holdId())) {
                ofItems(hold.items(), event);
            }
        }
    }

    private void answered(String offerId, DunningEvent answer, List<DunningEvent> all) {
        for (DunningEvent other : all) {
            if (other instanceof PlanOffered offer && offer.offerId().equals(offerId)) {
                ofItems(offer.items(), answer);
            }
        }
    }

    static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }
}
