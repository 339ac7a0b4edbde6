package io.receivables.payments.desk;

import io.receivables.core.Money;
import io.receivables.payments.spi.Operation;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something to be done about a payment that was asked for: to cancel it, to have the payer reminded, to give money back.
 *
 * @param key names it at the provider: the same for every try
 * @param operation what is to be done
 * @param note for the payer to read; may be empty
 * @param refunded how much is given back; null unless that is what is done
 */
public record Errand(
        String key,
        Operation operation,
        String note,
        @Nullable Money refunded) {
    public Errand {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(note, "note");
    }

    /** How much is given back. */
    public Optional<Money> amount() {
        return Optional.ofNullable(refunded);
    }
}
