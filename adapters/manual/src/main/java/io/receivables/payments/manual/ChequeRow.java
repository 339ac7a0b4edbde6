package io.receivables.payments.manual;

import java.util.Objects;
import java.util.Set;

/**
 * One row of the table of moves.
 *
 * @param from where the cheque stands
 * @param trigger what happens
 * @param when how the cheque must be dated for the row to hold; always where it is empty
 * @param next where the cheque stands then; {@code from} where the rule refuses, or nothing changes
 * @param rule why
 */
public record ChequeRow(
        ChequeState from, ChequeTrigger trigger, Set<ChequeDating> when, ChequeState next, ChequeRule rule) {
    public ChequeRow {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(trigger, "trigger");
        when = Set.copyOf(when);
        Objects.requireNonNull(next, "next");
        Objects.requireNonNull(rule, "rule");
    }

    boolean holds(ChequeDating dating) {
        return when.isEmpty() || when.contains(dating);
    }
}
