package io.receivables.core.ledger;

import io.receivables.core.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * One row of the ledger as it stood at the end of a day: an instalment of a document, or a payment with its unapplied
 * cash.
 *
 * @param id the document's or payment's id
 * @param instalment the instalment's number from 1; 1 for a payment
 * @param kind what it is; it gives the sign, amounts are sizes
 * @param customerId who owes, or whom the credit belongs to
 * @param issueDate the day from which it counts
 * @param postingDate the day it was posted
 * @param dueDate the last day on which payment is in time; the payment date for a payment
 * @param amount the original size
 * @param open what was still open
 * @param disputed how much of {@code open} was contested
 * @param settlements the settlements up to that day, in order of their dates
 */
public record OpenItem(
        String id,
        int instalment,
        ItemKind kind,
        String customerId,
        LocalDate issueDate,
        LocalDate postingDate,
        LocalDate dueDate,
        Money amount,
        Money open,
        Money disputed,
        List<Settlement> settlements) {
    public OpenItem {
        settlements = List.copyOf(settlements);
    }

    /** What is open with the sign of the kind: positive for what is owed, negative for a credit. */
    public Money signedOpen() {
        return kind.isDebit() ? open : open.negated();
    }
}
