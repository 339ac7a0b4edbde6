package io.receivables.core.cash;

import io.receivables.core.ledger.OpenItem;
import java.util.Objects;

/**
 * An open item that a bank line may be for.
 *
 * @param item the item, as open as it was when the line's turn came
 * @param evidence by what the line names it
 * @param found what of the line names it, as it is compared: letters and digits alone, in upper case
 */
public record Candidate(OpenItem item, Evidence evidence, String found) {
    public Candidate {
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(evidence, "evidence");
        Objects.requireNonNull(found, "found");
    }
}
