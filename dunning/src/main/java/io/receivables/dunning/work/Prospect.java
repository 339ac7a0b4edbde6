package io.receivables.dunning.work;

import io.receivables.core.Customer;
import io.receivables.core.Money;
import io.receivables.core.ledger.OpenItem;
import io.receivables.dunning.cases.CaseState;
import io.receivables.dunning.cases.DunningEvent;
import java.time.LocalDate;
import java.util.List;

/**
 * An item as an {@link Estimator} sees it.
 *
 * @param customer who owes
 * @param item the item as it stood at the end of the list's day, with what settled it so far
 * @param collectable what may be collected of it
 * @param date the list's day
 * @param state where its case stands
 * @param history what dunning did with the customer and was told about them, in order
 */
public record Prospect(
        Customer customer,
        OpenItem item,
        Money collectable,
        LocalDate date,
        CaseState state,
        List<DunningEvent> history) {
    /** Days since the due date; negative before it. */
    public int daysPastDue() {
        return Math.toIntExact(date.toEpochDay() - item.dueDate().toEpochDay());
    }
}
