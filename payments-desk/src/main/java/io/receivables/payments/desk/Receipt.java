package io.receivables.payments.desk;

import io.receivables.payments.spi.Reception;
import java.util.List;
import java.util.Objects;

/**
 * What came of a message that came in. All that it said is safely kept when this is returned.
 *
 * @param kind whether it was taken
 * @param answer what to answer whoever sent it
 * @param payments the payments that it tells of, in the order in which it tells of them
 * @param unclaimed how much of it is about nothing that is known here
 */
public record Receipt(Reception.Kind kind, Reception.Answer answer, List<String> payments, int unclaimed) {
    public Receipt {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(answer, "answer");
        payments = List.copyOf(payments);
    }
}
