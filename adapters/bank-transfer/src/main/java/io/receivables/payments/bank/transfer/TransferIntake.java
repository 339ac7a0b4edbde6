package io.receivables.payments.bank.transfer;

import io.receivables.core.cash.BankLine;
import io.receivables.core.cash.BankStatement;
import java.util.List;

/**
 * What became of the lines of some statements. Each line is in one of the three.
 *
 * @param others the statements without the lines of transfers that were asked for: for {@link
 *     io.receivables.core.cash.CashApplication}
 * @param taken the lines that were written into the register
 * @param again the lines that say again what the register has: the same booking in another message, the whole of parts, or
 *     the parts of a whole
 */
public record TransferIntake(List<BankStatement> others, List<BankLine> taken, List<BankLine> again) {
    public TransferIntake {
        others = List.copyOf(others);
        taken = List.copyOf(taken);
        again = List.copyOf(again);
    }

    /** How many lines of each; no accounts. */
    @Override
    public String toString() {
        int left =
                others.stream().mapToInt(statement -> statement.lines().size()).sum();
        return "TransferIntake[others " + left + ", taken " + taken.size() + ", again " + again.size() + "]";
    }
}
