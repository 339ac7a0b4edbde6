package io.receivables.testkit;

import java.time.LocalDate;

/**
 * One thing that is to happen in a generated history. It names what it happens to by a number, which stands for the first
 * to the last of what there is on its day; where there is nothing, it does not happen. So every combination of numbers
 * makes a consistent history, and leaving a movement out leaves the others valid: failing examples can shrink.
 *
 * @param day the day on which it happens, where what it happens to does not tell
 * @param first picks what it happens to
 * @param second picks the other side, or the instalment
 * @param percent how much of what is open or left
 * @param recorded days after its date on which it became known
 * @param text reference or reason; empty for none
 */
record Movement(Kind kind, LocalDate day, int first, int second, int percent, int recorded, String text) {
    /** Failing examples shrink towards the first. */
    enum Kind {
        /** A payment of a document, in part, in full or more than that. */
        PAYMENT,
        /** A payment of one instalment by number. */
        INSTALMENT_PAYMENT,
        /** A payment that names no document. */
        PAYMENT_ON_ACCOUNT,
        /** A payment dated before the document that it is for. */
        ADVANCE_PAYMENT,
        /** A payment that bounces on the day on which it comes in. */
        BOUNCED_PAYMENT,
        /** What is left of a payment or credit note, applied to a document. */
        ALLOCATION,
        REFUND,
        WRITE_OFF,
        /** A write-off dated before the document that it is of. */
        EARLY_WRITE_OFF,
        PAYMENT_REVERSAL,
        ALLOCATION_REVERSAL,
        DISPUTE,
        PARTIAL_DISPUTE,
        DISPUTE_RESOLUTION
    }
}
