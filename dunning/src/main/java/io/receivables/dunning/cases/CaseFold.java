package io.receivables.dunning.cases;

import io.receivables.core.collection.ItemReference;
import io.receivables.dunning.cases.CaseState.SalesReply;
import io.receivables.dunning.cases.CaseState.Taken;
import io.receivables.dunning.cases.DunningEvent.ActionAccepted;
import io.receivables.dunning.cases.DunningEvent.ActionPostponed;
import io.receivables.dunning.cases.DunningEvent.ActionSkipped;
import io.receivables.dunning.cases.DunningEvent.ContactCorrected;
import io.receivables.dunning.cases.DunningEvent.DebitRejected;
import io.receivables.dunning.cases.DunningEvent.FileRecalled;
import io.receivables.dunning.cases.DunningEvent.HoldReleased;
import io.receivables.dunning.cases.DunningEvent.HoldSet;
import io.receivables.dunning.cases.DunningEvent.LadderRestarted;
import io.receivables.dunning.cases.DunningEvent.LetterAcknowledged;
import io.receivables.dunning.cases.DunningEvent.LetterFailed;
import io.receivables.dunning.cases.DunningEvent.LetterSending;
import io.receivables.dunning.cases.DunningEvent.LetterSent;
import io.receivables.dunning.cases.DunningEvent.LetterWithdrawn;
import io.receivables.dunning.cases.DunningEvent.PlanDeclined;
import io.receivables.dunning.cases.DunningEvent.PlanOffered;
import io.receivables.dunning.cases.DunningEvent.SalesAnswered;
import io.receivables.dunning.cases.DunningEvent.SalesAsked;
import io.receivables.dunning.policy.StepKind;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Brings the states of items, customers and letters on by the events of one customer after the other. */
final class CaseFold {
    private final Map<ItemReference, CaseState> states;
    private final Map<String, CaseState> documents;
    private final Map<String, CustomerState> customers;
    private final Map<String, LetterState> letters;

    CaseFold(
            Map<ItemReference, CaseState> states,
            Map<String, CaseState> documents,
            Map<String, CustomerState> customers,
            Map<String, LetterState> letters) {
        this.states = new HashMap<>(states);
        this.documents = new HashMap<>(documents);
        this.customers = new HashMap<>(customers);
        this.letters = new HashMap<>(letters);
    }

    Map<ItemReference, CaseState> states() {
        return states;
    }

    /** The states of whole documents. */
    Map<String, CaseState> documents() {
        return documents;
    }

    Map<String, CustomerState> customers() {
        return customers;
    }

    Map<String, LetterState> letters() {
        return letters;
    }

    /**
     * Brings a customer on by further events.
     *
     * @param all the customer's events, the further ones last
     * @param from the index of the first further one
     */
    void fold(String customerId, List<DunningEvent> all, int from) {
        for (DunningEvent event : all.subList(from, all.size())) {
            apply(event, all);
        }
        int lastLetterDay = lastLetterDay(all);
        customer(customerId, state -> state.after(all.size(), lastLetterDay));
    }

    private int lastLetterDay(List<DunningEvent> all) {
        int last = CaseState.NEVER;
        for (DunningEvent event : all) {
            if (event instanceof ActionAccepted action && action.step().reachesCustomer()) {
                LetterState letter = Objects.requireNonNull(letters.get(action.letterId()));
                last = Math.max(last, letter.sentDay());
            }
        }
        return last;
    }

    private void apply(DunningEvent event, List<DunningEvent> all) {
        switch (event.kind()) {
            case ACTION_ACCEPTED -> accepted((ActionAccepted) event);
            case ACTION_SKIPPED -> skipped((ActionSkipped) event);
            case ACTION_POSTPONED -> postponed((ActionPostponed) event);
            case LETTER_SENDING -> sending((LetterSending) event);
            case LETTER_SENT -> sent((LetterSent) event);
            case LETTER_FAILED -> failed((LetterFailed) event);
            case LETTER_WITHDRAWN -> withdrawn((LetterWithdrawn) event);
            case LETTER_ACKNOWLEDGED -> acknowledged((LetterAcknowledged) event);
            case SALES_ASKED -> asked((SalesAsked) event);
            case SALES_ANSWERED -> answered((SalesAnswered) event);
            case CONTACT_CORRECTED -> corrected((ContactCorrected) event, all);
            case HOLD_SET -> held((HoldSet) event);
            case HOLD_RELEASED -> released((HoldReleased) event, all);
            case INSOLVENCY_OPENED -> customer(event.customerId(), state -> state.insolvent(true));
            case INSOLVENCY_CLOSED -> customer(event.customerId(), state -> state.insolvent(false));
            case DEBIT_REJECTED -> rejected((DebitRejected) event);
            case LADDER_RESTARTED -> restarted((LadderRestarted) event);
            case FILE_RECALLED -> recalled((FileRecalled) event);
            case PLAN_OFFERED -> offered((PlanOffered) event);
            case PLAN_DECLINED -> declined((PlanDeclined) event, all);
            case CALL_MADE, RECOVERED -> {
                // told by the customer's events; no state depends on it
            }
        }
    }

    // ---- actions

    private void accepted(ActionAccepted action) {
        letters.compute(
                action.letterId(), (id, letter) -> letter == null ? LetterState.accepted(action) : letter.with(action));
        item(action.key().item(), state -> {
            state.pending = action;
            state.failures = 0;
            if (!action.step().isOnLadder()) {
                state.markDone(action.key());
            }
        });
    }

    private void skipped(ActionSkipped skip) {
        item(skip.key().item(), state -> {
            if (skip.step().isOnLadder()) {
                state.level = Math.max(state.level, skip.level());
            } else {
                state.markDone(skip.key());
            }
            state.lastActionDay = day(skip.date());
            state.postponedUntil = CaseState.NEVER;
            state.taken = null;
        });
    }

    private void postponed(ActionPostponed event) {
        item(event.key().item(), state -> state.postponedUntil = day(event.until()));
    }

    // ---- letters

    private void sending(LetterSending event) {
        letters.computeIfPresent(event.letterId(), (id, letter) -> letter.sending(event.attempt()));
    }

    private void sent(LetterSent event) {
        letters.computeIfPresent(event.letterId(), (id, letter) -> {
            letter.actions().forEach(action -> taken(action, event.date()));
            return letter.sent(event.attempt(), day(event.date()));
        });
    }

    private void acknowledged(LetterAcknowledged event) {
        letters.computeIfPresent(event.letterId(), (id, letter) -> {
            if (!letter.isOut()) {
                letter.actions().forEach(action -> taken(action, event.date()));
            }
            return letter.acknowledged(day(event.date()));
        });
    }

    private void taken(ActionAccepted action, LocalDate date) {
        item(action.key().item(), state -> {
            if (action.equals(state.pending)) {
                state.taken = new Taken(action, state.stage, state.level, state.lastActionDay);
                state.stage = after(state.stage, action.step());
                if (action.step().isOnLadder()) {
                    state.level = Math.max(state.level, action.level());
                }
                state.pending = null;
                state.failures = 0;
                state.postponedUntil = CaseState.NEVER;
                state.lastActionDay = day(date);
            } else if (state.taken != null && state.taken.action().equals(action)) {
                state.lastActionDay = day(date);
            }
        });
    }

    private static Stage after(Stage stage, StepKind step) {
        return switch (step) {
            case COURTESY -> stage == Stage.CURRENT ? Stage.NOTIFIED : stage;
            case REMINDER, NEGOTIATION, CREDIT_STOP, WRITE_OFF_PROPOSAL ->
                stage == Stage.CURRENT || stage == Stage.NOTIFIED ? Stage.REMINDED : stage;
            case FORMAL_NOTICE -> Stage.FORMAL_NOTICE;
            case HAND_OVER -> Stage.HANDED_OVER;
            case RETURN_CONTACT -> stage;
        };
    }

    private void failed(LetterFailed event) {
        letters.computeIfPresent(event.letterId(), (id, letter) -> {
            if (event.attempt() < letter.attempts()) {
                return letter; // of an attempt that another one followed
            }
            letter.actions().forEach(action -> notTaken(action, event.last()));
            return letter.failed(event.attempt(), event.last());
        });
    }

    private void notTaken(ActionAccepted action, boolean last) {
        item(action.key().item(), state -> {
            if (state.taken != null && state.taken.action().equals(action)) {
                state.stage = state.taken.stage();
                state.level = state.taken.level();
                state.lastActionDay = state.taken.lastActionDay();
                state.taken = null;
                state.pending = action;
            }
            if (!action.equals(state.pending)) {
                return;
            }
            if (last) {
                state.pending = null;
                state.unmarkDone(action.key());
                state.undeliverable = true;
            } else {
                state.failures++;
            }
        });
    }

    private void withdrawn(LetterWithdrawn event) {
        letters.computeIfPresent(event.letterId(), (id, letter) -> {
            letter.actions()
                    .forEach(action -> item(action.key().item(), state -> {
                        if (action.equals(state.pending)) {
                            state.pending = null;
                            state.failures = 0;
                            state.unmarkDone(action.key());
                        }
                    }));
            return letter.withdrawn();
        });
    }

    // ---- people

    private void asked(SalesAsked event) {
        item(event.key().item(), state -> {
            if (!state.sales.containsKey(event.key())) {
                state.sales = CaseState.plus(state.sales, event.key(), SalesReply.ASKED);
            }
        });
    }

    private void answered(SalesAnswered event) {
        SalesReply reply = event.agreed() ? SalesReply.AGREED : SalesReply.REFUSED;
        item(event.key().item(), state -> state.sales = CaseState.plus(state.sales, event.key(), reply));
    }

    private void corrected(ContactCorrected event, List<DunningEvent> all) {
        items(all)
                .forEach(item -> item(item, state -> {
                    state.undeliverable = false;
                    state.failures = 0;
                }));
    }

    /** The items that actions of a customer were about. */
    private static Set<ItemReference> items(List<DunningEvent> all) {
        Set<ItemReference> items = new LinkedHashSet<>();
        for (DunningEvent event : all) {
            if (event instanceof ActionAccepted action) {
                items.add(action.key().item());
            }
        }
        return items;
    }

    // ---- suspensions

    private void held(HoldSet event) {
        Hold hold = new Hold(event.holdId(), event.date(), event.until(), event.reason(), event.note());
        if (event.items().isEmpty()) {
            customer(event.customerId(), state -> state.holds(CaseState.plus(state.holds(), hold)));
        }
        event.items().forEach(item -> item(item, state -> state.holds = CaseState.plus(state.holds, hold)));
    }

    private void released(HoldReleased event, List<DunningEvent> all) {
        UnaryOperator<List<Hold>> release = holds -> holds.stream()
                .map(hold -> hold.id().equals(event.holdId()) ? hold.releasedOn(event.date()) : hold)
                .toList();
        customer(event.customerId(), state -> state.holds(release.apply(state.holds())));
        for (DunningEvent other : all) {
            if (other instanceof HoldSet hold && hold.holdId().equals(event.holdId())) {
                hold.items().forEach(item -> item(item, state -> state.holds = release.apply(state.holds)));
            }
        }
    }

    private void offered(PlanOffered event) {
        event.items()
                .forEach(item -> item(
                        item,
                        state ->
                                state.offers = CaseState.plus(state.offers, event.offerId(), day(event.validUntil()))));
    }

    private void declined(PlanDeclined event, List<DunningEvent> all) {
        for (DunningEvent other : all) {
            if (other instanceof PlanOffered offer && offer.offerId().equals(event.offerId())) {
                offer.items()
                        .forEach(item ->
                                item(item, state -> state.offers = CaseState.minus(state.offers, event.offerId())));
            }
        }
    }

    // ---- money, and what follows from it

    private void rejected(DebitRejected event) {
        item(
                event.item(),
                state -> state.rejectedDebits =
                        CaseState.plus(state.rejectedDebits, event.debitId(), day(event.date())));
    }

    private void restarted(LadderRestarted event) {
        item(event.item(), state -> {
            if (event.cycle() > state.cycle) {
                state.stage = Stage.CURRENT;
                state.level = 0;
                state.cycle = event.cycle();
                state.anchorDay = day(event.date());
                state.taken = null;
            }
        });
    }

    private void recalled(FileRecalled event) {
        item(event.item(), state -> {
            if (state.stage == Stage.HANDED_OVER) {
                state.stage = Stage.FORMAL_NOTICE;
                state.taken = null;
            }
        });
    }

    // ---- the maps

    private void item(ItemReference item, Consumer<CaseState.Fields> change) {
        if (item.instalment() == ItemReference.ALL_INSTALMENTS) {
            documents.compute(item.documentId(), (id, state) -> changed(state, change));
        } else {
            states.compute(item, (key, state) -> changed(state, change));
        }
    }

    private static CaseState changed(@Nullable CaseState state, Consumer<CaseState.Fields> change) {
        return (state == null ? CaseState.INITIAL : state).with(change);
    }

    private void customer(String customerId, UnaryOperator<CustomerState> change) {
        customers.compute(customerId, (key, state) -> change.apply(state == null ? CustomerState.INITIAL : state));
    }

    private static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }
}
