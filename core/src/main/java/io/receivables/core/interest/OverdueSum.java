package io.receivables.core.interest;

import io.receivables.core.Money;
import io.receivables.core.internal.Checks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * One instalment of a document with what reduced it: the bare facts that interest is counted from, for those who have no
 * ledger.
 *
 * @param documentId the document's id
 * @param instalment the instalment's number from 1
 * @param customerId who owes
 * @param issueDate the day of the document, which decides on the version of a regime; interest runs from the day after at
 *     the earliest
 * @param dueDate the last day on which payment is in time
 * @param principal the original size, zero or more
 * @param reductions what reduced it, in order of their dates
 */
public record OverdueSum(
        String documentId,
        int instalment,
        String customerId,
        LocalDate issueDate,
        LocalDate dueDate,
        Money principal,
        List<Reduction> reductions) {
    /**
     * A payment, credit or write-off.
     *
     * @param date its day
     * @param amount what it took off; negative where an earlier one was undone
     */
    public record Reduction(LocalDate date, Money amount) {
        public Reduction {
            Checks.date(date, "date");
            Objects.requireNonNull(amount, "amount");
        }
    }

    public OverdueSum {
        Checks.id(documentId, "document");
        Checks.id(customerId, "customer");
        int number = instalment;
        Checks.that(number >= 1, () -> "instalment " + number + " of " + documentId + " is not 1 or more");
        Checks.date(issueDate, "issue date", documentId);
        Checks.date(dueDate, "due date", documentId);
        Money size = principal;
        Checks.that(!size.isNegative(), () -> "principal " + size + " of " + documentId + " is negative");
        for (Reduction reduction : reductions) {
            Checks.that(
                    reduction.amount().currency().equals(size.currency()),
                    () -> "reduction " + reduction.amount() + " of " + documentId + " is not in " + size.currency());
        }
        reductions = reductions.stream()
                .sorted(Comparator.comparing(Reduction::date))
                .toList();
    }

    /** A document in one sum of which nothing is paid, issued on its due date at the latest. */
    public static OverdueSum of(String documentId, String customerId, Money principal, LocalDate dueDate) {
        return new OverdueSum(documentId, 1, customerId, dueDate, dueDate, principal, List.of());
    }

    public OverdueSum issuedOn(LocalDate issueDate) {
        return new OverdueSum(documentId, instalment, customerId, issueDate, dueDate, principal, reductions);
    }

    /** This sum with a further payment, of zero or more. */
    public OverdueSum paid(LocalDate date, Money amount) {
        Checks.that(!amount.isNegative(), () -> "payment " + amount + " of " + documentId + " is negative");
        List<Reduction> all = new ArrayList<>(reductions);
        all.add(new Reduction(date, amount));
        return new OverdueSum(documentId, instalment, customerId, issueDate, dueDate, principal, all);
    }
}
