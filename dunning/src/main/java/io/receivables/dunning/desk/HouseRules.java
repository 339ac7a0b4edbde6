package io.receivables.dunning.desk;

import io.receivables.dunning.cases.ActionKey;
import io.receivables.dunning.cases.DunningEvent;
import io.receivables.dunning.cases.DunningEvent.ActionPostponed;
import io.receivables.dunning.cases.DunningEvent.ActionSkipped;
import io.receivables.dunning.cases.DunningEvent.FileRecalled;
import io.receivables.dunning.cases.DunningEvent.HoldReleased;
import io.receivables.dunning.cases.DunningEvent.HoldSet;
import io.receivables.dunning.cases.DunningEvent.PlanDeclined;
import io.receivables.dunning.cases.DunningEvent.PlanOffered;
import io.receivables.dunning.cases.DunningEvent.Recurring;
import io.receivables.dunning.cases.LetterState;
import io.receivables.dunning.cases.LetterState.Status;
import io.receivables.dunning.cases.Stage;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Whether an event that a host tells fits what the journal says. */
final class HouseRules {
    private static final Set<Status> UNDER_WAY = EnumSet.of(Status.ACCEPTED, Status.SENDING, Status.FAILED);

    private final CustomerFile file;

    private HouseRules(CustomerFile file) {
        this.file = file;
    }

    static Ruling on(DunningEvent told, CustomerFile file) {
        DunningEvent event = told instanceof Recurring recurring ? Recurrence.of(recurring, file) : told;
        Optional<DunningEvent> recorded = file.recorded(event);
        if (recorded.isPresent() && !recorded.get().equals(event)) {
            return Ruling.refused(DeskProblem.CONFLICTING_EVENT, "id", event.id(), "customer", event.customerId());
        }
        return new HouseRules(file).on(event);
    }

    private Ruling on(DunningEvent event) {
        return switch (event.kind()) {
            case ACTION_SKIPPED -> decided(event, ((ActionSkipped) event).key());
            case ACTION_POSTPONED -> postponed((ActionPostponed) event);
            case HOLD_SET -> held((HoldSet) event);
            case HOLD_RELEASED -> released((HoldReleased) event);
            case INSOLVENCY_CLOSED ->
                Ruling.of(event).unless(!isInsolvent(), DeskProblem.NOT_INSOLVENT, "customer", event.customerId());
            case FILE_RECALLED -> recalled((FileRecalled) event);
            case PLAN_OFFERED -> offered((PlanOffered) event);
            case PLAN_DECLINED -> Offers.declined(file, (PlanDeclined) event);
            case SALES_ASKED, SALES_ANSWERED, CONTACT_CORRECTED, INSOLVENCY_OPENED, DEBIT_REJECTED, RECOVERED ->
                Ruling.of(event);
            case ACTION_ACCEPTED,
                    LETTER_SENDING,
                    LETTER_SENT,
                    LETTER_FAILED,
                    LETTER_WITHDRAWN,
                    LETTER_ACKNOWLEDGED,
                    CALL_MADE,
                    LADDER_RESTARTED,
                    PLAN_AGREED ->
                throw new IllegalArgumentException("the desk writes events of kind "
                        + event.kind().code()
                        + " itself: accept a plan, dispatch, or tell what became of a letter, a call or an offer");
        };
    }

    private Ruling postponed(ActionPostponed event) {
        return endsInTime(decided(event, event.key()), event, event.until());
    }

    private Ruling held(HoldSet event) {
        return endsInTime(Ruling.of(event), event, event.until());
    }

    private Ruling offered(PlanOffered event) {
        // made in order to be checked: what could never be agreed to is not offered
        Offers.plan(event, event.date());
        return endsInTime(Ruling.of(event), event, event.validUntil());
    }

    private static Ruling endsInTime(Ruling ruling, DunningEvent event, LocalDate until) {
        return ruling.unless(
                until.isBefore(event.date()),
                DeskProblem.ENDS_BEFORE_IT_BEGINS,
                "id",
                event.id(),
                "until",
                until,
                "date",
                event.date());
    }

    /** An action that is decided about by itself, outside of a plan. */
    private Ruling decided(DunningEvent event, ActionKey key) {
        Optional<LetterState> letter = file.letters().stream()
                .filter(each -> UNDER_WAY.contains(each.status()))
                .filter(each ->
                        each.actions().stream().anyMatch(action -> action.key().equals(key)))
                .findFirst();
        return Ruling.of(event)
                .unless(
                        letter.isPresent(),
                        DeskProblem.ACTION_UNDER_WAY,
                        "id",
                        key,
                        "letter",
                        letter.map(LetterState::letterId).orElse(""));
    }

    private Ruling released(HoldReleased event) {
        boolean exists = file.all(HoldSet.class).anyMatch(hold -> hold.holdId().equals(event.holdId()));
        return Ruling.of(event)
                .unless(!exists, DeskProblem.UNKNOWN_HOLD, "id", event.holdId(), "customer", event.customerId());
    }

    private boolean isInsolvent() {
        return file.cases().customer(file.customerId()).insolvent();
    }

    private Ruling recalled(FileRecalled event) {
        boolean isHandedOver = file.cases().state(event.item()).stage() == Stage.HANDED_OVER;
        return Ruling.of(event).unless(!isHandedOver, DeskProblem.NOT_HANDED_OVER, "id", event.item());
    }
}
