package io.receivables.core.draft;

import static io.receivables.core.draft.Drafts.money;
import static io.receivables.core.draft.Drafts.orElse;
import static io.receivables.core.draft.Drafts.orEmpty;
import static io.receivables.core.draft.Drafts.required;

import io.receivables.core.Dispute;
import jakarta.validation.constraints.DecimalMin;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A dispute as it came from outside. {@link #toDispute()} works exactly when there are no violations.
 *
 * @param id the identifier, unique among disputes
 * @param documentId the invoice or debit note
 * @param date the day it was opened
 * @param currency the ISO 4217 code of the amount; missing when there is no amount
 * @param amount the contested part in major units, more than zero; all that is open when missing
 * @param reason why; nothing when missing
 * @param recordedOn the day on which it became known; the date when missing
 */
@FittingAmount(optional = true)
public record DisputeDraft(
        @Required(message = "{io.receivables.core.draft.id.missing}") @Identifier @Nullable String id,

        @Required(message = "{io.receivables.core.draft.documentId.missing}") @Identifier @Nullable String documentId,

        @Required(message = "{io.receivables.core.draft.date.missing}") @BusinessDate @Nullable LocalDate date,

        @CurrencyCode @Nullable String currency,

        @DecimalMin(value = "0", inclusive = false, message = "{io.receivables.core.draft.amount.notPositive}") @Nullable BigDecimal amount,

        @Nullable String reason,
        @BusinessDate @Nullable LocalDate recordedOn)
        implements AmountDraft {

    /**
     * The dispute.
     *
     * @throws NullPointerException if a component is missing that the dispute needs
     * @throws IllegalArgumentException if a component has a value that the dispute cannot have
     */
    public Dispute toDispute() {
        LocalDate opened = required(date, "date");
        Dispute dispute = Dispute.of(required(id, "id"), required(documentId, "documentId"), opened)
                .because(orEmpty(reason))
                .recordedOn(orElse(recordedOn, opened));
        if (amount == null && currency == null) {
            return dispute;
        }
        return dispute.over(money(amount, currency));
    }
}
