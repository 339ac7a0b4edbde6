package io.receivables.core;

import io.receivables.core.internal.Checks;
import java.time.LocalDate;
import java.util.Objects;

/**
 * Ends a dispute: from its date on nothing is contested by it. What was agreed (a credit note, a payment) is a fact of
 * its own.
 *
 * @param id the identifier, unique among dispute resolutions
 * @param disputeId the dispute that ends
 * @param date the effective date
 * @param outcome what was found; empty when not stated
 * @param recordedOn the day on which it became known
 */
public record DisputeResolution(String id, String disputeId, LocalDate date, String outcome, LocalDate recordedOn)
        implements Fact {
    public DisputeResolution {
        Checks.id(id, "dispute resolution id");
        Checks.id(disputeId, "dispute id of resolution", id);
        Checks.date(date, "date of dispute resolution", id);
        Objects.requireNonNull(outcome, "outcome");
        Checks.date(recordedOn, "recordedOn of dispute resolution", id);
    }

    public static DisputeResolution of(String id, String disputeId, LocalDate resolvedOn) {
        return new DisputeResolution(id, disputeId, resolvedOn, "", resolvedOn);
    }

    public DisputeResolution withOutcome(String outcome) {
        return new DisputeResolution(id, disputeId, date, outcome, recordedOn);
    }

    public DisputeResolution recordedOn(LocalDate recordedOn) {
        return new DisputeResolution(id, disputeId, date, outcome, recordedOn);
    }

    @Override
    public FactKind kind() {
        return FactKind.DISPUTE_RESOLUTION;
    }
}
