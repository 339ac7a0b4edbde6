package io.receivables.dunning.cases;

import io.receivables.core.collection.ItemReference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * All cases as they stand after the events of a journal; immutable. What no event is about stands at its beginning. An
 * event told twice counts once.
 */
public final class Cases {
    private static final Cases NONE = new Cases(
            SharedMap.empty(), SharedMap.empty(), SharedMap.empty(), SharedMap.empty(), SharedMap.empty(), null);

    private final SharedMap<String, List<DunningEvent>> events;
    private final SharedMap<ItemReference, CaseState> states;
    private final SharedMap<String, CaseState> documents;
    private final SharedMap<String, CustomerState> customers;
    private final SharedMap<String, LetterState> letters;
    private final @Nullable LocalDate lastRun;

    private Cases(
            SharedMap<String, List<DunningEvent>> events,
            SharedMap<ItemReference, CaseState> states,
            SharedMap<String, CaseState> documents,
            SharedMap<String, CustomerState> customers,
            SharedMap<String, LetterState> letters,
            @Nullable LocalDate lastRun) {
        this.events = events;
        this.states = states;
        this.documents = documents;
        this.customers = customers;
        this.letters = letters;
        this.lastRun = lastRun;
    }

    /** No event at all. */
    public static Cases none() {
        return NONE;
    }

    /** The cases after events, which come in the order of the journal. */
    public static Cases of(Iterable<? extends DunningEvent> events) {
        return NONE.with(events);
    }

    /**
     * These cases after further events. What is of other customers is shared with these, not copied; the customer's own
     * events are gone through, so events are better added many at a time.
     */
    public Cases with(Iterable<? extends DunningEvent> further) {
        Map<String, List<DunningEvent>> byCustomer = new LinkedHashMap<>();
        further.forEach(event -> byCustomer
                .computeIfAbsent(event.customerId(), id -> new ArrayList<>())
                .add(event));
        SharedMap.Editor<String, List<DunningEvent>> all = events.edit();
        CaseFold fold = new CaseFold(states, documents, customers, letters);
        byCustomer.forEach((customer, added) -> {
            List<DunningEvent> before = events(customer);
            List<DunningEvent> after = withoutRepetitions(before, added);
            all.put(customer, after);
            fold.fold(customer, after, before.size());
        });
        return new Cases(all.done(), fold.states(), fold.documents(), fold.customers(), fold.letters(), lastRun);
    }

    private static List<DunningEvent> withoutRepetitions(List<DunningEvent> before, List<DunningEvent> added) {
        Set<String> ids = new HashSet<>();
        before.forEach(event -> ids.add(event.id()));
        List<DunningEvent> all = new ArrayList<>(before);
        added.stream().filter(event -> ids.add(event.id())).forEach(all::add);
        return List.copyOf(all);
    }

    /** Whether nothing has happened at all. */
    public boolean isEmpty() {
        return events.isEmpty();
    }

    /** These cases after a run of a date, even if nothing came of it. */
    public Cases ranOn(LocalDate date) {
        boolean later = lastRun == null || date.isAfter(lastRun);
        return new Cases(events, states, documents, customers, letters, later ? date : lastRun);
    }

    /** The date of the latest run. */
    public Optional<LocalDate> lastRun() {
        return Optional.ofNullable(lastRun);
    }

    /**
     * The state of an item as dunning's own events tell it; {@link CaseState#INITIAL} where nothing happened. A hold or an
     * offer of a whole document is that of each instalment. What is of the customer as a whole is in {@link #customer}.
     */
    public CaseState state(ItemReference item) {
        CaseState own = states.get(item, CaseState.INITIAL);
        CaseState whole = documents.get(item.documentId());
        return whole == null ? own : own.suspendedLike(whole);
    }

    /** The state of a customer; {@link CustomerState#INITIAL} where nothing happened. */
    public CustomerState customer(String customerId) {
        return customers.get(customerId, CustomerState.INITIAL);
    }

    /** A letter by its id. */
    public Optional<LetterState> letter(String letterId) {
        return Optional.ofNullable(letters.get(letterId));
    }

    /** The events of a customer, in order. */
    public List<DunningEvent> events(String customerId) {
        return events.get(customerId, List.of());
    }

    /**
     * Gives every item of which anything happened; where that was about a whole document, without an instalment. Its
     * state is {@link #state}.
     */
    public void forEach(BiConsumer<ItemReference, CaseState> consumer) {
        states.forEach((item, own) -> consumer.accept(item, state(item)));
        documents.forEach((document, state) -> consumer.accept(ItemReference.of(document), state));
    }
}
