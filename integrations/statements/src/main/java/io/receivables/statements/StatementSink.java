package io.receivables.statements;

import io.receivables.core.Problem;
import io.receivables.core.cash.BalanceCheck;
import io.receivables.core.cash.BankBalance;
import io.receivables.core.cash.BankLine;
import io.receivables.core.cash.OrderStatus;
import io.receivables.core.cash.StatementHeader;
import java.util.List;

/**
 * Takes what is read, as it is read. For each statement it is told the {@link #begin begin}, the {@link #line lines} and the
 * {@link #end end}; problems come when they are met, those of a statement before its end.
 */
public interface StatementSink {
    /** A statement begins. */
    default void begin(StatementHeader header) {}

    /** A booking, or a part of one, of the statement that began last. */
    void line(BankLine line);

    /** A statement ends: what balances it has, and whether they agree with its booked lines. */
    default void end(StatementHeader header, List<BankBalance> balances, BalanceCheck check) {}

    /** What became of an order: a file of these has no lines. */
    default void orderStatus(OrderStatus status) {}

    /** Something is wrong: an error left something out, a warning only deserves a look. */
    void problem(Problem problem);
}
