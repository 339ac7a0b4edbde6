package io.receivables.dunning;

import io.receivables.core.collection.ItemReference;
import java.util.Arrays;
import java.util.List;

/**
 * Why something is done about an item on a date, or nothing. Each answer decides about the one customer concerned, in the
 * same way as the run, and about nobody else.
 */
public final class Reasons {
    private final Planner planner;

    Reasons(Planner planner) {
        this.planner = planner;
    }

    /**
     * Why something is done about a document, or nothing: an explanation for each of its instalments.
     *
     * @throws IllegalArgumentException if the ledger has no invoice or debit note of that id
     */
    public List<Explanation> of(String documentId) {
        return new Explainer(planner).document(documentId);
    }

    /** The explanations of some items, in the order given. */
    public List<Explanation> of(ItemReference... items) {
        return Arrays.stream(items)
                .flatMap(item -> of(item.documentId()).stream()
                        .filter(each -> item.instalment() == ItemReference.ALL_INSTALMENTS
                                || each.item().equals(item)))
                .toList();
    }

    /**
     * The explanations of all open items of a customer, oldest due date first.
     *
     * @throws IllegalArgumentException if the ledger has no customer of that id
     */
    public List<Explanation> ofCustomer(String customerId) {
        return new Explainer(planner).customer(customerId);
    }
}
