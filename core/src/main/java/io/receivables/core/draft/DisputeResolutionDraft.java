package io.receivables.core.draft;

import static io.receivables.core.draft.Drafts.orElse;
import static io.receivables.core.draft.Drafts.orEmpty;
import static io.receivables.core.draft.Drafts.required;

import io.receivables.core.DisputeResolution;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The end of a dispute as it came from outside. {@link #toDisputeResolution()} works exactly when there are no violations.
 *
 * @param id the identifier, unique among dispute resolutions
 * @param disputeId the dispute that ends
 * @param date the effective date
 * @param outcome what was found; nothing when missing
 * @param recordedOn the day on which it became known; the date when missing
 */
public record DisputeResolutionDraft(
        @Required(message = "{io.receivables.core.draft.id.missing}") @Identifier @Nullable String id,

        @Required(message = "{io.receivables.core.draft.disputeId.missing}") @Identifier @Nullable String disputeId,

        @Required(message = "{io.receivables.core.draft.date.missing}") @BusinessDate @Nullable LocalDate date,

        @Nullable String outcome,
        @BusinessDate @Nullable LocalDate recordedOn) {

    /**
     * The dispute resolution.
     *
     * @throws NullPointerException if a component is missing that the dispute resolution needs
     * @throws IllegalArgumentException if a component has a value that the dispute resolution cannot have
     */
    public DisputeResolution toDisputeResolution() {
        LocalDate resolved = required(date, "date");
        return new DisputeResolution(
                required(id, "id"),
                required(disputeId, "disputeId"),
                resolved,
                orEmpty(outcome),
                orElse(recordedOn, resolved));
    }
}
