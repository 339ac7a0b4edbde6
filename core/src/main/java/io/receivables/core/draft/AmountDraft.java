package io.receivables.core.draft;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A draft with one amount in one currency. */
public sealed interface AmountDraft permits PaymentDraft, AllocationDraft, RefundDraft, WriteOffDraft, DisputeDraft {
    /** The amount in major units: {@code 1200.00}. */
    @Nullable BigDecimal amount();

    /** The ISO 4217 code. */
    @Nullable String currency();
}
