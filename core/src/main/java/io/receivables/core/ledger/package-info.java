/**
 * The ledger: facts in, balances as of any date out.
 *
 * <p>{@link io.receivables.core.ledger.Ledger} is built from facts ({@link io.receivables.core.ledger.LedgerBuilder})
 * or from primitive arrays ({@link io.receivables.core.ledger.LedgerColumns}); either way engines compute on the columns,
 * and {@link io.receivables.core.ledger.OpenItem} shows one row as an object.
 *
 * <p>Passes over all rows go through {@link io.receivables.core.ledger.Accounts}, which is how the columns are kept, on the
 * threads of the caller's {@link io.receivables.core.ledger.Workers}.
 */
@NullMarked
package io.receivables.core.ledger;

import org.jspecify.annotations.NullMarked;
