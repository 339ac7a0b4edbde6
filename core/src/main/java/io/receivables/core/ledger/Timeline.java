package io.receivables.core.ledger;

import io.receivables.core.Fact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** What takes effect when. Days are epoch days. */
final class Timeline {
    /** Facts by the day that they state. */
    static final Comparator<Fact> BY_DATE =
            Comparator.comparing(Fact::date).thenComparing(Fact::recordedOn).thenComparing(Fact::id);

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
     * @param turn 1 for the allocations that a payment makes of the documents that it names, else 0
     */
    record Event(int day, Step step, int recordedDay, String owner, int turn, String id, Runnable effect)
            implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            // by hand: a chain of comparators takes most of the time of a large ledger
            if (day != other.day) {
                return Integer.compare(day, other.day);
            }
            if (step != other.step) {
                return step.compareTo(other.step);
            }
            if (recordedDay != other.recordedDay) {
                return Integer.compare(recordedDay, other.recordedDay);
            }
            int byOwner = owner.compareTo(other.owner);
            if (byOwner != 0) {
                return byOwner;
            }
            return turn != other.turn ? Integer.compare(turn, other.turn) : id.compareTo(other.id);
        }
    }

    void add(Event event) {
        events.add(event);
    }

    void add(int day, Step step, Fact fact, Runnable effect) {
        add(new Event(day, step, day(fact.recordedOn()), fact.id(), 0, fact.id(), effect));
    }

    /** Lets everything take effect, day by day, and forgets it. */
    void replay() {
        Collections.sort(events);
        events.forEach(event -> event.effect.run());
        events.clear();
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
