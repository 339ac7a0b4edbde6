/**
 * Money on bank accounts, and what it settles.
 *
 * <ul>
 *   <li>What a bank says: {@link io.receivables.core.cash.BankStatement}s of {@link io.receivables.core.cash.BankLine}s, with {@link
 *       io.receivables.core.cash.Remittance}, {@link io.receivables.core.cash.BankReference}s and {@link
 *       io.receivables.core.cash.LineReturn}. Whatever reads files makes them: {@code receivables-statements}, or a host's own code.
 *   <li>What it settles: {@link io.receivables.core.cash.CashApplication} makes payments, allocations and reversals of them, each
 *       booking once by its {@link io.receivables.core.cash.LineKey}; a {@link io.receivables.core.cash.LineMatcher} says what a
 *       line pays, and every line has a {@link io.receivables.core.cash.LineOutcome} with its reason.
 *   <li>What came back, why, and what to do: {@link io.receivables.core.cash.ReturnReason}.
 * </ul>
 */
@NullMarked
package io.receivables.core.cash;

import org.jspecify.annotations.NullMarked;
