package io.receivables.statements;

import io.receivables.core.Problem;
import io.receivables.core.cash.BalanceCheck;
import io.receivables.core.cash.BankBalance;
import io.receivables.core.cash.BankLine;
import io.receivables.core.cash.StatementHeader;
import java.util.ArrayList;
import java.util.List;

/** A program for a JVM with a small heap: reads a statement larger than it, and prints what became of it. */
final class SmallHeap {
    private SmallHeap() {}

    /** Takes the size of the statement in megabytes, and whether to keep all lines. */
    public static void main(String[] args) {
        // a piece of ten entries has about 6,000 bytes
        StatementStream statement = new StatementStream(Long.parseLong(args[0]) * 1_000_000 / 6_000);
        boolean keep = Boolean.parseBoolean(args[1]);
        List<BankLine> kept = new ArrayList<>();
        long[] lines = new long[1];
        try {
            StatementReader.standard().read(statement, new StatementSink() {
                @Override
                public void line(BankLine line) {
                    lines[0]++;
                    if (keep) {
                        kept.add(line);
                    }
                }

                @Override
                public void end(StatementHeader header, List<BankBalance> balances, BalanceCheck check) {
                    System.out.println(lines[0] + " lines, balances " + (check.holds() ? "hold" : "disagree") + ", "
                            + statement.bytes() / 1_000_000 + " MB");
                }

                @Override
                public void problem(Problem problem) {
                    System.out.println(problem);
                }
            });
        } catch (OutOfMemoryError e) {
            int count = kept.size();
            kept.clear();
            System.out.println("out of memory after " + count + " lines");
        }
    }
}
