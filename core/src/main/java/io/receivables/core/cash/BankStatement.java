package io.receivables.core.cash;

import java.util.List;
import java.util.Objects;

/**
 * What a bank said of an account in one statement, report or notification.
 *
 * @param header of what account, and in which message
 * @param balances the balances stated, in the order in which they came
 * @param lines the bookings, sums divided where their parts are stated, in the order in which they came
 * @param check whether opening balance and lines give the closing balance
 */
public record BankStatement(
        StatementHeader header, List<BankBalance> balances, List<BankLine> lines, BalanceCheck check) {
    public BankStatement {
        Objects.requireNonNull(header, "header");
        balances = List.copyOf(balances);
        lines = List.copyOf(lines);
        Objects.requireNonNull(check, "check");
    }
}
