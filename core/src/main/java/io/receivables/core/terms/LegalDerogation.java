package io.receivables.core.terms;

import java.util.List;
import java.util.Objects;

/**
 * What a law allows beyond its limits, under a condition that only the contract can show.
 *
 * @param limits the limits that then hold, any one of them; none where the parties are free
 * @param condition the condition in words: "expressly agreed and not grossly unfair to the creditor"
 */
public record LegalDerogation(List<LegalLimit> limits, LegalText condition) {
    public LegalDerogation {
        limits = List.copyOf(limits);
        Objects.requireNonNull(condition, "condition");
    }
}
