package io.receivables.core;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An invoice, debit note or credit note. Amounts are sizes (zero or more); the kind gives the sign: invoices and debit
 * notes raise what the customer owes, credit notes lower it. Documents share one space of identifiers.
 */
public sealed interface Document extends Fact permits Invoice, DebitNote, CreditNote {

    /**
     * A document of a kind, dated and due on a day.
     *
     * @param gross the tax-inclusive total, zero or more
     * @throws IllegalArgumentException if the kind is no document, an identifier is blank, a date is no business date or
     *     the amount is negative
     */
    static Document of(FactKind kind, String id, String customerId, LocalDate issueDate, Money gross) {
        return switch (kind) {
            case INVOICE -> Invoice.of(id, customerId, issueDate, gross);
            case DEBIT_NOTE -> DebitNote.of(id, customerId, issueDate, gross);
            case CREDIT_NOTE -> CreditNote.of(id, customerId, issueDate, gross);
            default ->
                throw new IllegalArgumentException("fact kind \"" + kind.code()
                        + "\" is no document: use " + FactKind.INVOICE.code() + ", " + FactKind.DEBIT_NOTE.code()
                        + " or "
                        + FactKind.CREDIT_NOTE.code());
        };
    }

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

    /** This document, due in one amount on a day. */
    Document dueOn(LocalDate dueDate);

    /**
     * This document, payable in instalments.
     *
     * @throws IllegalArgumentException if they do not add up to the gross amount
     */
    Document payableIn(List<Instalment> instalments);

    /** This document, posted to the accounts on a day other than its issue date. */
    Document postedOn(LocalDate postingDate);

    /** This document, with the day of the delivery that it charges for. */
    Document deliveredOn(LocalDate deliveryDate);

    /**
     * This document, with the tax that its gross amount includes.
     *
     * @throws IllegalArgumentException if it is negative, above the gross amount or in another currency
     */
    Document withTax(Money tax);

    /** This document, with a reference as written on it. */
    Document withReference(String reference);

    /** This document, with its payment terms as written on it; when it is due stays as it is. */
    Document withTerms(String terms);

    /**
     * This document, due as its terms say, and with their text. State the dates from which they count before: {@code
     * invoice.deliveredOn(day).withTerms(terms)}.
     *
     * @throws IllegalArgumentException if the terms count from a date that this document does not have, or are no whole of
     *     its amount
     */
    Document withTerms(Terms terms);

    /** This document, known since a day other than its issue date. */
    Document recordedOn(LocalDate recordedOn);
}
