/**
 * Money on bank accounts: what a bank says of it ({@link io.receivables.core.cash.BankStatement}, {@link
 * io.receivables.core.cash.BankLine}), and what it settles.
 */
@NullMarked
package io.receivables.core.cash;

import org.jspecify.annotations.NullMarked;
