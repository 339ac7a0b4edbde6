package io.receivables.statements;

import io.receivables.core.cash.BankLine;
import io.receivables.core.cash.BankStatement;
import io.receivables.core.cash.OrderStatus;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that a file says.
 *
 * @param statements what it says of accounts, in the order of the file
 * @param orders what it says of orders, in the order of the file
 */
public record StatementFile(List<BankStatement> statements, List<OrderStatus> orders) {
    public StatementFile {
        statements = List.copyOf(statements);
        orders = List.copyOf(orders);
    }

    /** The lines of all statements. */
    public Stream<BankLine> lines() {
        return statements.stream().flatMap(statement -> statement.lines().stream());
    }
}
