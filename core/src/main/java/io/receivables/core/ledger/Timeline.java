package io.receivables.core.ledger;

import io.receivables.core.Fact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What takes effect when. Days are epoch days. */
final class Timeline {
    /** Facts by the day that they state. */
    static final Comparator<Fact> BY_DATE =
            Comparator.comparing(Fact::date).thenComparing(Fact::recordedOn).thenComparing(Fact::id);

    private static final Comparator<Event> IN_ORDER = Comparator.comparingInt(Event::day)
            .thenComparing(Event::step)
            .thenComparing(Event::recordedOn)
            .thenComparing(Event::owner)
            .thenComparingInt(Event::turn)
            .thenComparing(Event::id);

    private final List<Event> events = new ArrayList<>();

    /** The order in which things of one day happen. */
    enum Step {
        REVERSAL,
        ALLOCATION,
        REFUND,
        WRITE_OFF,
        DISPUTE
    }

    /**
     * Something that takes effect on a day. Within a day and step the earlier recorded one comes first, then the one of
     * the smaller owner, turn and id; never the one given first.
     *
     * @param owner the source of an allocation, else the fact itself
     * @param turn a payment's turn among the documents that it names, else 0
     */
    record Event(int day, Step step, LocalDate recordedOn, String owner, int turn, String id, Runnable effect) {}

    void add(Event event) {
        events.add(event);
    }

    void add(int day, Step step, Fact fact, Runnable effect) {
        add(new Event(day, step, fact.recordedOn(), fact.id(), 0, fact.id(), effect));
    }

    /** Lets everything take effect, day by day. */
    void replay() {
        events.sort(IN_ORDER);
        events.forEach(event -> event.effect.run());
    }

    static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }

    static int latest(int day, int... others) {
        int latest = day;
        for (int other : others) {
            latest = Math.max(latest, other);
        }
        return latest;
    }
}
