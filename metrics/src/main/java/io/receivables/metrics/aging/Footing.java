package io.receivables.metrics.aging;

import io.receivables.core.Money;
import java.util.List;

/**
 * The proof that an aged balance is complete: per currency, the buckets less the unapplied credits equal the control
 * total, which the ledger computes from what was issued and what settled it, without looking at single items.
 *
 * @param lines one per currency
 */
public record Footing(List<Line> lines) {
    public Footing {
        lines = List.copyOf(lines);
    }

    /** Whether every currency foots. */
    public boolean holds() {
        return lines.stream().allMatch(line -> line.difference().isZero());
    }

    /**
     * The proof for one currency.
     *
     * @param buckets the sum of the buckets
     * @param unappliedCredits the credits that no bucket nets, as a size
     * @param control the control total
     */
    public record Line(Money buckets, Money unappliedCredits, Money control) {
        /** Buckets less unapplied credits. */
        public Money net() {
            return buckets.minus(unappliedCredits);
        }

        /** Net less control; zero when it foots. */
        public Money difference() {
            return net().minus(control);
        }
    }
}
