package io.receivables.core.draft;

import static io.receivables.core.draft.Drafts.money;
import static io.receivables.core.draft.Drafts.orElse;
import static io.receivables.core.draft.Drafts.required;

import io.receivables.core.Allocation;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An allocation as it came from outside. {@link #toAllocation()} works exactly when there are no violations.
 *
 * @param id the identifier, unique among allocations
 * @param source {@code payment} or {@code credit-note}
 * @param sourceId the payment's or credit note's id
 * @param documentId the invoice or debit note that it settles
 * @param instalment the instalment's number from 1; when missing or 0 the instalments in the order in which they fall due
 * @param date the effective date
 * @param currency the ISO 4217 code of the amount
 * @param amount the amount in major units, more than zero
 * @param recordedOn the day on which it became known; the date when missing
 */
@FittingAmount
public record AllocationDraft(
        @Required(message = "{io.receivables.core.draft.id.missing}") @Identifier @Nullable String id,

        @Required(message = "{io.receivables.core.draft.source.missing}")
        @OneOf(
                value = {"payment", "credit-note"},
                message = "{io.receivables.core.draft.source.unknown}")
        @Nullable String source,

        @Required(message = "{io.receivables.core.draft.sourceId.missing}") @Identifier @Nullable String sourceId,

        @Required(message = "{io.receivables.core.draft.documentId.missing}") @Identifier @Nullable String documentId,

        @Min(value = 0, message = "{io.receivables.core.draft.instalment.negative}") @Nullable Integer instalment,

        @Required(message = "{io.receivables.core.draft.date.missing}") @BusinessDate @Nullable LocalDate date,

        @Required(message = "{io.receivables.core.draft.currency.missing}") @CurrencyCode @Nullable String currency,

        @Required(message = "{io.receivables.core.draft.amount.missing}")
        @DecimalMin(value = "0", inclusive = false, message = "{io.receivables.core.draft.amount.notPositive}") @Nullable BigDecimal amount,

        @BusinessDate @Nullable LocalDate recordedOn)
        implements AmountDraft {

    /**
     * The allocation.
     *
     * @throws NullPointerException if a component is missing that the allocation needs
     * @throws IllegalArgumentException if a component has a value that the allocation cannot have
     */
    public Allocation toAllocation() {
        LocalDate allocated = required(date, "date");
        return new Allocation(
                required(id, "id"),
                Allocation.Source.ofCode(required(source, "source")),
                required(sourceId, "sourceId"),
                required(documentId, "documentId"),
                orElse(instalment, Allocation.EARLIEST_DUE_FIRST),
                allocated,
                money(amount, currency),
                orElse(recordedOn, allocated));
    }
}
