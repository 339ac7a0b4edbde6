package io.receivables.core;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An invoice, debit note or credit note. Amounts are sizes (zero or more); the kind gives the sign: invoices and debit
 * notes raise what the customer owes, credit notes lower it. Documents share one space of identifiers.
 */
public sealed interface Document extends Fact permits Invoice, DebitNote, CreditNote {
    String customerId();

    /** The document's date; it counts from this day on. Same as {@link #date()}. */
    LocalDate issueDate();

    /** The day it was posted to the accounts; the issue date unless stated otherwise. */
    LocalDate postingDate();

    Optional<LocalDate> deliveryDate();

    /** Tax-inclusive total; {@link #net()} plus {@link #tax()}, and the sum of the instalments. */
    Money gross();

    Money tax();

    Money net();

    /** One or more, by due date as agreed; their number is their position from 1. */
    List<Instalment> instalments();

    /** The customer's or our reference, as written on the document. */
    Optional<String> reference();

    /** The payment terms as written on the document. */
    Optional<String> terms();

    /** Whether it raises what the customer owes (invoice, debit note) or lowers it (credit note). */
    boolean isDebit();
}
