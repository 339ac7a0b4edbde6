package io.receivables.dunning.desk;

import io.receivables.dunning.cases.Cases;
import io.receivables.dunning.cases.DunningEvent;
import io.receivables.dunning.cases.DunningEvent.LetterFailed;
import io.receivables.dunning.cases.DunningEvent.OfLetter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Where events of dunning are kept for good: appended by customer, never changed. Whoever appends says at which version
 * of the customer they decided; if somebody else was faster, nothing is appended. So of two runners that propose the same
 * action one takes it, and the other learns that things have changed.
 *
 * <p>An implementation is safe for use by several threads and several processes. What {@link #append} has answered is
 * seen by every later call of anybody.
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
     * Appends events of one customer, all or none. Events whose {@link DunningEvent#id()} the customer has already, or
     * that come twice, are left out, whatever version is expected; the others raise the version by one each.
     *
     * @param customerId whose they all are
     * @param expectedVersion the number of the customer's events when the decision was made
     * @throws IllegalArgumentException if an event is another customer's, or about a letter of another customer, or if
     *     the journal cannot keep it as it is
     */
    Outcome append(String customerId, long expectedVersion, List<? extends DunningEvent> events);

    /** The number of events of a customer. */
    long version(String customerId);

    /** The events of a customer, in order. Their number is the version that they were read at. */
    List<DunningEvent> events(String customerId);

    /** Whose letter it is; empty when no event tells of it. */
    Optional<String> customerOfLetter(String letterId);

    /**
     * The customers with a letter that is {@linkplain #isUnderWay under way} by the last event about it, by id. It is
     * what an outbox works on, so that it need not read the history of everybody.
     */
    List<String> customersWithLettersUnderWay();

    /** Everything so far: all customers' events, and the date of the latest run. */
    Cases cases();

    /**
     * Notes that a run of a date was accepted.
     *
     * @throws IllegalArgumentException if a later run was accepted already
     */
    void ranOn(LocalDate date);

    /** Whether something remains to be done about a letter after an event: it is to be sent, or how that ended is not known. */
    static boolean isUnderWay(OfLetter event) {
        return switch (event.kind()) {
            case LETTER_SENT, LETTER_WITHDRAWN, LETTER_ACKNOWLEDGED -> false;
            case LETTER_FAILED -> !((LetterFailed) event).last();
            default -> true;
        };
    }
}
