/**
 * Which provider to offer for an amount: by transfer, cheque, direct debit or network, for this customer and at this time.
 * Start at {@link io.receivables.payments.desk.choice.ProviderChoice}.
 */
@NullMarked
package io.receivables.payments.desk.choice;

import org.jspecify.annotations.NullMarked;
