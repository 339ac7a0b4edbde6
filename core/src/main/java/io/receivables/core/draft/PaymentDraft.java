package io.receivables.core.draft;

import static io.receivables.core.draft.Drafts.money;
import static io.receivables.core.draft.Drafts.orElse;
import static io.receivables.core.draft.Drafts.orEmpty;
import static io.receivables.core.draft.Drafts.required;

import io.receivables.core.Payment;
import jakarta.validation.constraints.DecimalMin;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A payment as it came from outside. {@link #toPayment()} works exactly when there are no violations.
 *
 * @param id the identifier, unique among payments
 * @param customerId who paid
 * @param date the day the money counts from
 * @param currency the ISO 4217 code of the amount
 * @param amount the amount in major units, more than zero
 * @param reference what the payer stated; nothing when missing
 * @param recordedOn the day on which it became known; the date when missing
 */
@FittingAmount
public record PaymentDraft(
        @Required(message = "{io.receivables.core.draft.id.missing}") @Identifier @Nullable String id,

        @Required(message = "{io.receivables.core.draft.customerId.missing}") @Identifier @Nullable String customerId,

        @Required(message = "{io.receivables.core.draft.date.missing}") @BusinessDate @Nullable LocalDate date,

        @Required(message = "{io.receivables.core.draft.currency.missing}") @CurrencyCode @Nullable String currency,

        @Required(message = "{io.receivables.core.draft.amount.missing}")
        @DecimalMin(value = "0", inclusive = false, message = "{io.receivables.core.draft.amount.notPositive}") @Nullable BigDecimal amount,

        @Nullable String reference,
        @BusinessDate @Nullable LocalDate recordedOn)
        implements AmountDraft {

    /**
     * The payment.
     *
     * @throws NullPointerException if a component is missing that the payment needs
     * @throws IllegalArgumentException if a component has a value that the payment cannot have
     */
    public Payment toPayment() {
        LocalDate paid = required(date, "date");
        return new Payment(
                required(id, "id"),
                required(customerId, "customerId"),
                paid,
                money(amount, currency),
                orEmpty(reference),
                orElse(recordedOn, paid));
    }
}
