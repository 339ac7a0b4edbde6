package io.receivables.statements;

import io.receivables.core.Loaded;
import io.receivables.core.Problem;
import io.receivables.core.cash.BalanceCheck;
import io.receivables.core.cash.BankBalance;
import io.receivables.core.cash.BankLine;
import io.receivables.core.cash.BankStatement;
import io.receivables.core.cash.OrderStatus;
import io.receivables.core.cash.StatementHeader;
import java.util.ArrayList;
import java.util.List;

/** Keeps all that is read. */
final class StatementCollector implements StatementSink {
    private final List<BankStatement> statements = new ArrayList<>();
    private final List<OrderStatus> orders = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private List<BankLine> lines = new ArrayList<>();

    @Override
    public void begin(StatementHeader header) {
        lines = new ArrayList<>();
    }

    @Override
    public void line(BankLine line) {
        lines.add(line);
    }

    @Override
    public void end(StatementHeader header, List<BankBalance> balances, BalanceCheck check) {
        statements.add(new BankStatement(header, balances, lines, check));
    }

    @Override
    public void orderStatus(OrderStatus status) {
        orders.add(status);
    }

    @Override
    public void problem(Problem problem) {
        problems.add(problem);
    }

    Loaded<StatementFile> loaded() {
        return new Loaded<>(new StatementFile(statements, orders), problems);
    }
}
