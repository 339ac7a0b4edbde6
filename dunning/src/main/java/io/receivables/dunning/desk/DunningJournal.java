package io.receivables.dunning.desk;

import io.receivables.dunning.cases.Cases;
import io.receivables.dunning.cases.DunningEvent;
import java.time.LocalDate;
import java.util.List;

/**
 * Where events of dunning are kept for good: appended by customer, never changed. Whoever appends says at which version
 * of the customer they decided; if somebody else was faster, nothing is appended. So of two runners that propose the same
 * action one takes it, and the other learns that things have changed.
 *
 * <p>An implementation is safe for use by several threads and several processes.
 */
public interface DunningJournal {
    /** What came of an attempt to append. */
    enum Outcome {
        /** The events are in the journal, for good. */
        APPENDED,
        /** All of the events were there already; nothing was appended. */
        KNOWN,
        /** The customer has another version than the one expected; nothing was appended. */
        CONFLICT
    }

    /**
     * Appends events of one customer, all or none. Events whose {@link DunningEvent#id()} the customer has already are
     * left out, whatever version is expected; the others raise the version by one each.
     *
     * @param customerId whose they all are
     * @param expectedVersion the number of the customer's events when the decision was made
     * @throws IllegalArgumentException if an event is another customer's
     */
    Outcome append(String customerId, long expectedVersion, List<DunningEvent> events);

    /** The number of events of a customer. */
    long version(String customerId);

    /** The events of a customer, in order. */
    List<DunningEvent> events(String customerId);

    /** Everything so far: all customers' events, and the date of the latest run. */
    Cases cases();

    /**
     * Notes that a run of a date was accepted.
     *
     * @throws IllegalArgumentException if a later run was accepted already
     */
    void ranOn(LocalDate date);
}
