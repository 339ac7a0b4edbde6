package io.receivables.metrics.internal;

import io.receivables.core.ledger.Accounts;
import io.receivables.core.ledger.LedgerColumns;

/**
 * Places of one account that stand together.
 *
 * @param ledger what they are places of
 * @param account the account's number in {@link #accounts()}
 * @param currency the number of the account's currency in {@link Columns#currencies()}
 * @param from the first place
 * @param to the place after the last one
 */
public record Run(LedgerColumns ledger, int account, int currency, int from, int to) {
    public Accounts accounts() {
        return ledger.accounts();
    }

    /** The id of the account's customer. */
    String customerId() {
        return ledger.customers().get(accounts().customer(account)).id();
    }
}
