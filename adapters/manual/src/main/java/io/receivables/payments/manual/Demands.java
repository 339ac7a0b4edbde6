package io.receivables.payments.manual;

import io.receivables.payments.spi.CallContext;
import io.receivables.payments.spi.Capabilities;
import io.receivables.payments.spi.CollectCommand;
import io.receivables.payments.spi.Reason;
import io.receivables.payments.spi.Reason.Category;
import io.receivables.payments.spi.Retry;
import java.util.Optional;

/** What a payer may be asked for by a rail without an interface. */
record Demands(Capabilities capabilities, ReferenceForm references) {
    /** Why the payer is not asked; empty where nothing stands against it. */
    Optional<Reason> against(CollectCommand command, CallContext call) {
        if (!capabilities.idempotency().allows(call.key())) {
            return refused(
                    Category.FORMAT,
                    "key does not fit: use letters, digits and hyphens, at most "
                            + capabilities.idempotency().longest());
        }
        if (!capabilities.allow(command.amount())) {
            return refused(
                    Category.LIMIT,
                    "amount " + command.amount() + " is outside of what the configuration allows: "
                            + capabilities.limits());
        }
        if (command.expiresAt().isPresent()) {
            return refused(Category.LIMIT, "expiry is given: such a payment does not end by itself, leave it out");
        }
        return references
                .wrong(ReferenceForm.of(command, call.key()))
                .flatMap(wrong -> refused(Category.FORMAT, wrong));
    }

    private static Optional<Reason> refused(Category category, String text) {
        return Optional.of(Reason.of(category, Retry.of(Retry.Kind.AFTER_DATA), text));
    }
}
