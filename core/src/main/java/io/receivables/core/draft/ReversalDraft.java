package io.receivables.core.draft;

import static io.receivables.core.draft.Drafts.orElse;
import static io.receivables.core.draft.Drafts.orEmpty;
import static io.receivables.core.draft.Drafts.required;

import io.receivables.core.Reversal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A reversal as it came from outside. {@link #toReversal()} works exactly when there are no violations.
 *
 * @param id the identifier, unique among reversals
 * @param target {@code payment} or {@code allocation}
 * @param targetId the payment's or allocation's id
 * @param date the effective date
 * @param reason why; nothing when missing
 * @param recordedOn the day on which it became known; the date when missing
 */
public record ReversalDraft(
        @Required(message = "{io.receivables.core.draft.id.missing}") @Identifier @Nullable String id,

        @Required(message = "{io.receivables.core.draft.target.missing}")
        @OneOf(
                value = {"payment", "allocation"},
                message = "{io.receivables.core.draft.target.unknown}")
        @Nullable String target,

        @Required(message = "{io.receivables.core.draft.targetId.missing}") @Identifier @Nullable String targetId,

        @Required(message = "{io.receivables.core.draft.date.missing}") @BusinessDate @Nullable LocalDate date,

        @Nullable String reason,
        @BusinessDate @Nullable LocalDate recordedOn) {

    /**
     * The reversal.
     *
     * @throws NullPointerException if a component is missing that the reversal needs
     * @throws IllegalArgumentException if a component has a value that the reversal cannot have
     */
    public Reversal toReversal() {
        LocalDate reversed = required(date, "date");
        return new Reversal(
                required(id, "id"),
                Reversal.Target.ofCode(required(target, "target")),
                required(targetId, "targetId"),
                reversed,
                orEmpty(reason),
                orElse(recordedOn, reversed));
    }
}
