package io.receivables.core.discount;

import io.receivables.core.Money;
import java.util.Currency;
import java.util.List;

/**
 * What a discount would have cost and brought.
 *
 * @param options the discount and the window
 * @param lines the customers who bought in the window, in the order of the ledger, one line for each currency
 */
public record ProgrammeResult(ProgrammeOptions options, List<ProgrammeLine> lines) {
    public ProgrammeResult {
        lines = List.copyOf(lines);
    }

    /** The sum of the lines of a currency. */
    public ProgrammeFigures in(String currencyCode) {
        Currency currency = Money.currency(currencyCode);
        return lines.stream()
                .map(ProgrammeLine::figures)
                .filter(figures -> figures.sales().currency().equals(currency))
                .reduce(ProgrammeFigures.none(currency), ProgrammeFigures::plus);
    }
}
