/**
 * Bank transfers. The payer is told where to pay and what to quote; the account's statements say what came. What was asked
 * for and what came is kept in a register.
 */
@NullMarked
package io.receivables.payments.bank.transfer;

import org.jspecify.annotations.NullMarked;
