package io.receivables.core.cash;

import io.receivables.core.Fact;
import io.receivables.core.Money;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of the lines of some statements. Every line has one outcome; the principals of all outcomes add up to those of
 * all lines.
 *
 * @param outcomes what became of each line, in the order in which they were taken
 * @param charges what the bank took within or beside payments, and in lines of its own
 * @param booked what is to be remembered: {@link CashBook#with} it
 */
public record CashRun(List<LineOutcome> outcomes, List<BankCharge> charges, List<BookedLine> booked) {
    public CashRun {
        outcomes = List.copyOf(outcomes);
        charges = List.copyOf(charges);
        booked = List.copyOf(booked);
    }

    /** What the ledger takes: payments, allocations and reversals. */
    public List<Fact> facts() {
        return outcomes.stream().flatMap(outcome -> outcome.facts().stream()).toList();
    }

    /** The outcomes of one result. */
    public List<LineOutcome> of(LineOutcome.Result result) {
        return outcomes.stream().filter(outcome -> outcome.result() == result).toList();
    }

    /**
     * What lines of a result add up to, by currency code: principals, positive for what came in.
     *
     * @throws ArithmeticException if a sum leaves what a {@code long} of minor units holds
     */
    public Map<String, Money> total(LineOutcome.Result result) {
        Map<String, Money> totals = new TreeMap<>();
        for (LineOutcome outcome : of(result)) {
            Money principal = outcome.line().principal();
            totals.merge(principal.currency().getCurrencyCode(), principal, Money::plus);
        }
        return totals;
    }
}
