package io.receivables.dunning.cases;

import io.receivables.core.collection.ItemReference;
import io.receivables.dunning.cases.CaseMove.OfEvent;
import io.receivables.dunning.cases.DunningEvent.ActionAccepted;
import io.receivables.dunning.cases.DunningEvent.HoldReleased;
import io.receivables.dunning.cases.DunningEvent.HoldSet;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Brings the states of items, customers and letters on by the events of one customer after the other. */
final class CaseFold {
    private final SharedMap.Editor<ItemReference, CaseState> states;
    private final SharedMap.Editor<String, CaseState> documents;
    private final SharedMap.Editor<String, CustomerState> customers;
    private final SharedMap.Editor<String, LetterState> letters;

    CaseFold(
            SharedMap<ItemReference, CaseState> states,
            SharedMap<String, CaseState> documents,
            SharedMap<String, CustomerState> customers,
            SharedMap<String, LetterState> letters) {
        this.states = states.edit();
        this.documents = documents.edit();
        this.customers = customers.edit();
        this.letters = letters.edit();
    }

    SharedMap<ItemReference, CaseState> states() {
        return states.done();
    }

    /** The states of whole documents. */
    SharedMap<String, CaseState> documents() {
        return documents.done();
    }

    SharedMap<String, CustomerState> customers() {
        return customers.done();
    }

    SharedMap<String, LetterState> letters() {
        return letters.done();
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
                documents.put(item.documentId(), evolved(documents.get(item.documentId()), move));
            } else {
                states.put(item, evolved(states.get(item), move));
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
        CustomerState state = customers.get(customerId);
        customers.put(customerId, change.apply(state == null ? CustomerState.INITIAL : state));
    }
}
