package io.receivables.core;

import java.time.LocalDate;

/**
 * Something that happened to a receivable and is never changed afterwards. Each fact has an effective date ({@link
 * #date()}) and the date on which it became known ({@link #recordedOn()}), so that both "as of D" and "as of D as known
 * on K" can be answered.
 */
public sealed interface Fact
        permits Document, Payment, Allocation, Refund, WriteOff, Reversal, Dispute, DisputeResolution {
    FactKind kind();

    /** The identifier, unique among documents, and otherwise among the facts of its kind. */
    String id();

    /** The effective date: the fact counts from this day on, the day included. */
    LocalDate date();

    /** The day on which the fact became known; the effective date unless stated otherwise. */
    LocalDate recordedOn();
}
