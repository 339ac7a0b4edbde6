package io.receivables.core.draft;

import static io.receivables.core.draft.Drafts.money;
import static io.receivables.core.draft.Drafts.orElse;
import static io.receivables.core.draft.Drafts.orEmpty;
import static io.receivables.core.draft.Drafts.required;

import io.receivables.core.Allocation;
import io.receivables.core.WriteOff;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A write-off as it came from outside. {@link #toWriteOff()} works exactly when there are no violations.
 *
 * @param id the identifier, unique among write-offs
 * @param documentId the invoice or debit note
 * @param instalment the instalment's number from 1; when missing or 0 the instalments in the order in which they fall due
 * @param date the effective date
 * @param currency the ISO 4217 code of the amount
 * @param amount the amount in major units, more than zero
 * @param reason why; nothing when missing
 * @param recordedOn the day on which it became known; the date when missing
 */
@FittingAmount
public record WriteOffDraft(
        @Required(message = "{io.receivables.core.draft.id.missing}") @Identifier @Nullable String id,

        @Required(message = "{io.receivables.core.draft.documentId.missing}") @Identifier @Nullable String documentId,

        @Min(value = 0, message = "{io.receivables.core.draft.instalment.negative}") @Nullable Integer instalment,

        @Required(message = "{io.receivables.core.draft.date.missing}") @BusinessDate @Nullable LocalDate date,

        @Required(message = "{io.receivables.core.draft.currency.missing}") @CurrencyCode @Nullable String currency,

        @Required(message = "{io.receivables.core.draft.amount.missing}")
        @DecimalMin(value = "0", inclusive = false, message = "{io.receivables.core.draft.amount.notPositive}") @Nullable BigDecimal amount,

        @Nullable String reason,
        @BusinessDate @Nullable LocalDate recordedOn)
        implements AmountDraft {

    /**
     * The write-off.
     *
     * @throws NullPointerException if a component is missing that the write-off needs
     * @throws IllegalArgumentException if a component has a value that the write-off cannot have
     */
    public WriteOff toWriteOff() {
        LocalDate writtenOff = required(date, "date");
        return new WriteOff(
                required(id, "id"),
                required(documentId, "documentId"),
                orElse(instalment, Allocation.EARLIEST_DUE_FIRST),
                writtenOff,
                money(amount, currency),
                orEmpty(reason),
                orElse(recordedOn, writtenOff));
    }
}
