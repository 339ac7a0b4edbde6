package io.receivables.payments.desk;

import io.receivables.payments.spi.Observation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where payments are kept for good: their events, when each is to be looked at again, what was observed that is nobody's so
 * far, and how far each provider's history was read.
 *
 * <p>An implementation is safe for use by several threads and several processes. What a method has answered is seen by every
 * later call of anybody, and entries are numbered in the order in which they become visible: whoever has read up to a number
 * never misses one below it.
 */
public interface PaymentJournal {
    /** What came of an attempt to append. */
    enum Outcome {
        /** The events are in the journal, for good. */
        APPENDED,
        /** The payment has another version than the one expected; nothing was appended. */
        CONFLICT,
        /** The key or reference of an event is another payment's of the same provider; nothing was appended. */
        NAME_TAKEN
    }

    /**
     * A payment that is due to be looked at.
     *
     * @param at since when
     */
    record Due(String paymentId, Instant at) {}

    /**
     * An observation that says of money.
     *
     * @param position its number in the journal, rising from 1
     * @param version which event of its payment it is, from 1
     */
    record Entry(long position, String paymentId, int version) {}

    /**
     * Something authoritative that was observed of a payment that nobody here asked for, or that was not known yet.
     *
     * @param provider whose it is
     */
    record Unclaimed(String provider, Observation observation) {}

    /**
     * Appends events of one payment, all or none. With a payment's first event the payment is due from that event's time
     * on. From then on it is found by the {@linkplain PaymentNames names} of its events.
     *
     * @param expectedVersion the number of the payment's events when the decision was made
     * @throws IllegalArgumentException if the first event of a payment is not its request
     */
    Outcome append(String paymentId, int expectedVersion, List<? extends PaymentEvent> events);

    /** The events of a payment, in order; none for one that nobody asked for. Their number is its version. */
    List<PaymentEvent> events(String paymentId);

    /** Whose a provider's key or reference is. */
    Optional<String> paymentOf(String provider, String name);

    /** The payments that ask for an instalment or more of a document, by id. */
    List<String> paymentsFor(String documentId);

    /** Payments by id, in order, after one; from the beginning after an empty text. */
    List<String> payments(String after, int most);

    /** The entries after a position, in order. */
    List<Entry> moneySince(long position, int most);

    /** Payments that are due at a time or were before, the longest due first. */
    List<Due> due(Instant now, int most);

    /**
     * Moves the time at which a payment is due, unless somebody else moved it.
     *
     * @param from as it was seen
     * @param to the new time; empty for not at all
     * @return whether it was moved
     */
    boolean move(Due from, Optional<Instant> to);

    /** Makes a payment due at a time, or not at all, whatever was planned. One that nobody asked for is never due. */
    void plan(String paymentId, Optional<Instant> at);

    /** When a payment is due; empty for not at all. */
    Optional<Instant> dueAt(String paymentId);

    /** Keeps what is nobody's so far; what is kept already (same provider, reference and event) is kept once. */
    void keep(Unclaimed unclaimed);

    /** Drops what found its payment. */
    void drop(Unclaimed claimed);

    /** What is kept of a provider's reference. */
    List<Unclaimed> unclaimed(String provider, String providerRef);

    /** The longest kept of all, for people to look at. */
    List<Unclaimed> unclaimed(int most);

    /** How far a provider's history was read; empty for not at all. */
    String cursor(String provider);

    /** Notes how far a provider's history was read. */
    void cursor(String provider, String cursor);
}
