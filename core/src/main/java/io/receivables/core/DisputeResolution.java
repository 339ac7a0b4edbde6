package io.receivables.core;

import io.receivables.core.internal.Checks;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Ends a dispute: from its date on nothing is contested by it. It may say in whose favour ({@link #finding()}). What was
 * agreed (a credit note, a payment) is a fact of its own; a finding changes no balance.
 */
public final class DisputeResolution implements Fact {
    private final String id;
    private final String disputeId;
    private final LocalDate date;
    private final @Nullable Finding finding;
    private final @Nullable Money conceded;
    private final String outcome;
    private final LocalDate recordedOn;

    /** In whose favour a dispute ended. */
    public enum Finding {
        /** The document was right: all that was contested is owed. */
        FOR_SELLER("for-seller"),
        /** The customer was right: nothing that was contested is owed. */
        FOR_CUSTOMER("for-customer"),
        /** Both in part: {@link DisputeResolution#conceded()} is what is not owed. */
        SPLIT("split"),
        /** The customer no longer contests; nothing was found. */
        WITHDRAWN("withdrawn");

        private final String code;

        Finding(String code) {
            this.code = code;
        }

        /** The pinned text of this finding in files and stores. */
        public String code() {
            return code;
        }

        /**
         * The finding of a code.
         *
         * @throws IllegalArgumentException if there is none of that code
         */
        public static Finding ofCode(String code) {
            for (Finding finding : values()) {
                if (finding.code.equals(code)) {
                    return finding;
                }
            }
            throw new IllegalArgumentException("finding \"" + code + "\" is unknown: use " + FOR_SELLER.code + ", "
                    + FOR_CUSTOMER.code + ", " + SPLIT.code + " or " + WITHDRAWN.code);
        }
    }

    /**
     * A resolution whose finding is not stated.
     *
     * @param id the identifier, unique among dispute resolutions
     * @param disputeId the dispute that ends
     * @param date the effective date
     * @param outcome what was found, in words; empty when not stated
     * @param recordedOn the day on which it became known
     */
    public DisputeResolution(String id, String disputeId, LocalDate date, String outcome, LocalDate recordedOn) {
        this(id, disputeId, date, null, null, outcome, recordedOn);
    }

    private DisputeResolution(
            String id,
            String disputeId,
            LocalDate date,
            @Nullable Finding finding,
            @Nullable Money conceded,
            String outcome,
            LocalDate recordedOn) {
        this.id = Checks.id(id, "dispute resolution id");
        this.disputeId = Checks.id(disputeId, "dispute id of resolution", id);
        this.date = Checks.date(date, "date of dispute resolution", id);
        Checks.that(
                conceded == null || conceded.isPositive(),
                () -> "amount " + conceded + " conceded by dispute resolution " + id
                        + " is not above zero: it is then found for the seller");
        this.finding = finding;
        this.conceded = conceded;
        this.outcome = Objects.requireNonNull(outcome, "outcome");
        this.recordedOn = Checks.date(recordedOn, "recordedOn of dispute resolution", id);
    }

    public static DisputeResolution of(String id, String disputeId, LocalDate resolvedOn) {
        return new DisputeResolution(id, disputeId, resolvedOn, "", resolvedOn);
    }

    /**
     * This resolution, in one party's favour or after the customer withdrew.
     *
     * @throws IllegalArgumentException for {@link Finding#SPLIT}, which needs an amount
     */
    public DisputeResolution found(Finding finding) {
        Checks.that(
                finding != Finding.SPLIT,
                () -> "finding split of dispute resolution " + id + " names no amount: use split(conceded)");
        return new DisputeResolution(id, disputeId, date, finding, null, outcome, recordedOn);
    }

    /** This resolution, with a part conceded to the customer and the rest owed. */
    public DisputeResolution split(Money conceded) {
        return new DisputeResolution(
                id, disputeId, date, Finding.SPLIT, Objects.requireNonNull(conceded, "conceded"), outcome, recordedOn);
    }

    public DisputeResolution withOutcome(String outcome) {
        return new DisputeResolution(id, disputeId, date, finding, conceded, outcome, recordedOn);
    }

    public DisputeResolution recordedOn(LocalDate recordedOn) {
        return new DisputeResolution(id, disputeId, date, finding, conceded, outcome, recordedOn);
    }

    @Override
    public FactKind kind() {
        return FactKind.DISPUTE_RESOLUTION;
    }

    @Override
    public String id() {
        return id;
    }

    /** The dispute that ends. */
    public String disputeId() {
        return disputeId;
    }

    @Override
    public LocalDate date() {
        return date;
    }

    /** In whose favour; empty when not stated. */
    public Optional<Finding> finding() {
        return Optional.ofNullable(finding);
    }

    /** What the customer need not pay; only of a {@link Finding#SPLIT}. */
    public Optional<Money> conceded() {
        return Optional.ofNullable(conceded);
    }

    /** What was found, in words; empty when not stated. */
    public String outcome() {
        return outcome;
    }

    @Override
    public LocalDate recordedOn() {
        return recordedOn;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DisputeResolution that
                && id.equals(that.id)
                && disputeId.equals(that.disputeId)
                && date.equals(that.date)
                && finding == that.finding
                && Objects.equals(conceded, that.conceded)
                && outcome.equals(that.outcome)
                && recordedOn.equals(that.recordedOn);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, disputeId, date, finding, conceded, outcome, recordedOn);
    }

    @Override
    public String toString() {
        return "DisputeResolution[id=" + id + ", disputeId=" + disputeId + ", date=" + date + ", finding="
                + (finding == null ? "not stated" : finding.code())
                + (conceded == null ? "" : ", conceded=" + conceded) + ", outcome=" + outcome + ", recordedOn="
                + recordedOn + "]";
    }
}
