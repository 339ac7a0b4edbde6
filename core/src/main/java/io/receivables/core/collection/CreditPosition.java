package io.receivables.core.collection;

import io.receivables.core.Money;

/**
 * A customer's exposure against the limit of a currency at the end of a day.
 *
 * @param customerId whose
 * @param limit the limit that applied
 * @param exposure open debit items less open credits, as the ledger had them; negative where credits are more
 */
public record CreditPosition(String customerId, Money limit, Money exposure) {
    /** What the customer may still owe; negative by what they owe above the limit. */
    public Money available() {
        return limit.minus(exposure);
    }

    /** Whether more is owed than the limit allows. */
    public boolean isBreached() {
        return available().isNegative();
    }
}
