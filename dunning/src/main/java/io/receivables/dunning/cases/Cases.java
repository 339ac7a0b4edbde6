package io.receivables.dunning.cases;

import io.receivables.core.collection.ItemReference;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * All cases as they stand after the events of a journal; immutable. What no event is about stands at its beginning. An
 * event told twice counts once.
 */
public final class Cases {
    private static final Cases NONE = new Cases(Map.of(), Map.of(), Map.of(), Map.of(), null);

    private final Map<String, List<DunningEvent>> events;
    private final Map<ItemReference, CaseState> states;
    private final Map<String, CustomerState> customers;
    private final Map<String, LetterState> letters;
    private final @Nullable LocalDate lastRun;

    private Cases(
            Map<String, List<DunningEvent>> events,
            Map<ItemReference, CaseState> states,
            Map<String, CustomerState> customers,
            Map<String, LetterState> letters,
            @Nullable LocalDate lastRun) {
        this.events = events;
        this.states = states;
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

    /** These cases after further events. */
    public Cases with(Iterable<? extends DunningEvent> further) {
        throw new UnsupportedOperationException();
    }

    /** These cases after a run of a date, even if nothing came of it. */
    public Cases ranOn(LocalDate date) {
        boolean later = lastRun == null || date.isAfter(lastRun);
        return new Cases(events, states, customers, letters, later ? date : lastRun);
    }

    /** The date of the latest run. */
    public Optional<LocalDate> lastRun() {
        return Optional.ofNullable(lastRun);
    }

    /** The state of an item; {@link CaseState#INITIAL} where nothing happened. */
    public CaseState state(ItemReference item) {
        return states.getOrDefault(item, CaseState.INITIAL);
    }

    /** The state of a customer; {@link CustomerState#INITIAL} where nothing happened. */
    public CustomerState customer(String customerId) {
        return customers.getOrDefault(customerId, CustomerState.INITIAL);
    }

    /** A letter by its id. */
    public Optional<LetterState> letter(String letterId) {
        return Optional.ofNullable(letters.get(letterId));
    }

    /** The events of a customer, in order. */
    public List<DunningEvent> events(String customerId) {
        return events.getOrDefault(customerId, List.of());
    }

    /** Gives every item of which anything happened. */
    public void forEach(BiConsumer<ItemReference, CaseState> consumer) {
        states.forEach(consumer);
    }
}
