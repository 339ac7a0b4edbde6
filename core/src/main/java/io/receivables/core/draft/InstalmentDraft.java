package io.receivables.core.draft;

import jakarta.validation.constraints.DecimalMin;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An instalment of a {@link DocumentDraft}, in the document's currency.
 *
 * @param dueDate the last day on which payment is in time
 * @param amount the amount due that day in major units, zero or more
 */
public record InstalmentDraft(
        @Required(message = "{io.receivables.core.draft.dueDate.missing}") @BusinessDate @Nullable LocalDate dueDate,

        @Required(message = "{io.receivables.core.draft.amount.missing}")
        @DecimalMin(value = "0", message = "{io.receivables.core.draft.amount.negative}") @Nullable BigDecimal amount) {}
