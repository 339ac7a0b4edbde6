package io.receivables.core.draft;

import static io.receivables.core.draft.Drafts.money;
import static io.receivables.core.draft.Drafts.orElse;
import static io.receivables.core.draft.Drafts.required;

import io.receivables.core.Allocation;
import io.receivables.core.Refund;
import jakarta.validation.constraints.DecimalMin;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A refund as it came from outside. {@link #toRefund()} works exactly when there are no violations.
 *
 * @param id the identifier, unique among refunds
 * @param source {@code payment} or {@code credit-note}
 * @param sourceId the payment's or credit note's id
 * @param date the effective date
 * @param currency the ISO 4217 code of the amount
 * @param amount the amount in major units, more than zero
 * @param recordedOn the day on which it became known; the date when missing
 */
@FittingAmount
public record RefundDraft(
        @Required(message = "{io.receivables.core.draft.id.missing}") @Identifier @Nullable String id,

        @Required(message = "{io.receivables.core.draft.source.missing}")
        @OneOf(
                value = {"payment", "credit-note"},
                message = "{io.receivables.core.draft.source.unknown}")
        @Nullable String source,

        @Required(message = "{io.receivables.core.draft.sourceId.missing}") @Identifier @Nullable String sourceId,

        @Required(message = "{io.receivables.core.draft.date.missing}") @BusinessDate @Nullable LocalDate date,

        @Required(message = "{io.receivables.core.draft.currency.missing}") @CurrencyCode @Nullable String currency,

        @Required(message = "{io.receivables.core.draft.amount.missing}")
        @DecimalMin(value = "0", inclusive = false, message = "{io.receivables.core.draft.amount.notPositive}") @Nullable BigDecimal amount,

        @BusinessDate @Nullable LocalDate recordedOn)
        implements AmountDraft {

    /**
     * The refund.
     *
     * @throws NullPointerException if a component is missing that the refund needs
     * @throws IllegalArgumentException if a component has a value that the refund cannot have
     */
    public Refund toRefund() {
        LocalDate refunded = required(date, "date");
        return new Refund(
                required(id, "id"),
                Allocation.Source.ofCode(required(source, "source")),
                required(sourceId, "sourceId"),
                refunded,
                money(amount, currency),
                orElse(recordedOn, refunded));
    }
}
