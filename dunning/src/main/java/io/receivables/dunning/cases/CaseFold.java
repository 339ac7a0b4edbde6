package io.receivables.dunning.cases;

import io.receivables.core.collection.ItemReference;
import io.receivables.dunning.cases.CaseMove.OfEvent;
import io.receivables.dunning.cases.DunningEvent.ActionAccepted;
import io.receivables.dunning.cases.DunningEvent.HoldReleased;
import io.receivables.dunning.cases.DunningEvent.HoldSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        EventMoves moves = new EventMoves(letters, new Customer(customerId, all));
        for (DunningEvent event : all.subList(from, all.size())) {
            moves.tell(event, all);
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

    /** Moves the cases of a customer, and keeps what is of the customer as a whole. */
    private final class Customer implements EventMoves.Receiver {
        private final String customerId;
        private final List<DunningEvent> events;

        Customer(String customerId, List<DunningEvent> events) {
            this.customerId = customerId;
            this.events = events;
        }

        @Override
        public void move(ItemReference item, CaseMove move) {
            if (item.instalment() == ItemReference.ALL_INSTALMENTS) {
                documents.compute(item.documentId(), (id, state) -> evolved(state, move));
            } else {
                states.compute(item, (key, state) -> evolved(state, move));
            }
        }

        private CaseState evolved(@Nullable CaseState state, CaseMove move) {
            return CaseMachine.evolve(state == null ? CaseState.INITIAL : state, move);
        }

        @Override
        public void moveAll(OfEvent move) {
            switch (move.trigger()) {
                case HOLD_SET ->
                    customer(customerId, state -> state.holds(CaseEffects.held(state.holds(), (HoldSet) move.event())));
                case HOLD_RELEASED ->
                    customer(
                            customerId,
                            state -> state.holds(CaseEffects.released(state.holds(), (HoldReleased) move.event())));
                case INSOLVENCY_OPENED -> customer(customerId, state -> state.insolvent(true));
                case INSOLVENCY_CLOSED -> customer(customerId, state -> state.insolvent(false));
                case CONTACT_CORRECTED -> actedOn(move);
                default -> {
                    // of the customer's cases, none is known by name, and no state depends on it
                }
            }
        }

        /** Moves the items that actions were about. */
        private void actedOn(OfEvent move) {
            events.stream()
                    .filter(ActionAccepted.class::isInstance)
                    .map(event -> ((ActionAccepted) event).key().item())
                    .distinct()
                    .forEach(item -> move(item, move));
        }
    }

    private void customer(String customerId, UnaryOperator<CustomerState> change) {
        customers.compute(customerId, (key, state) -> change.apply(state == null ? CustomerState.INITIAL : state));
    }
}
