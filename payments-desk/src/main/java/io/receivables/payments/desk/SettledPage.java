package io.receivables.payments.desk;

import io.receivables.core.Fact;
import java.util.List;
import java.util.Objects;

/**
 * What became of money since a place in the journal, for a ledger. Read again from the same place it has the same facts
 * under the same ids.
 *
 * @param facts payments with their allocations, and reversals, in the order in which they became known
 * @param fees what was kept, apart from the payments
 * @param next where to go on; opaque, and good after a restart
 * @param isLast whether nothing more is there now
 */
public record SettledPage(List<Fact> facts, List<PaymentFee> fees, String next, boolean isLast) {
    public SettledPage {
        facts = List.copyOf(facts);
        fees = List.copyOf(fees);
        Objects.requireNonNull(next, "next");
    }
}
