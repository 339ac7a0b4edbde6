package io.receivables.core.collection;

import java.time.LocalDate;

/**
 * Something that happened while money was being collected and is never changed afterwards. It moves no money: what it came
 * to is decided by the ledger. Like a {@link io.receivables.core.Fact} it has an effective date and the date on which it
 * became known.
 */
public sealed interface CollectionFact
        permits PromiseToPay, PaymentPlan, CreditLimit, CreditHold, ReminderSent, Cancellation {
    CollectionFactKind kind();

    /** The identifier, unique among the facts of its kind. */
    String id();

    /** The effective date: the fact counts from this day on, the day included. */
    LocalDate date();

    /** The day on which the fact became known; the effective date unless stated otherwise. */
    LocalDate recordedOn();
}
