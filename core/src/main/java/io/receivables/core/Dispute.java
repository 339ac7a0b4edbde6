package io.receivables.core;

import io.receivables.core.internal.Checks;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The customer contests a debit document, wholly or in part, from a day on until a {@link DisputeResolution} ends it. A
 * dispute does not change what is open; it says how much of it is contested.
 */
public final class Dispute implements Fact {
    private final String id;
    private final String documentId;
    private final @Nullable Money amount;
    private final LocalDate date;
    private final String reason;
    private final LocalDate recordedOn;

    private Dispute(
            String id, String documentId, @Nullable Money amount, LocalDate date, String reason, LocalDate recordedOn) {
        this.id = Checks.id(id, "dispute id");
        this.documentId = Checks.id(documentId, "document id of dispute", id);
        Checks.that(
                amount == null || amount.isPositive(),
                () -> "amount " + amount + " of dispute " + id + " is not above zero");
        this.amount = amount;
        this.date = Checks.date(date, "date of dispute", id);
        this.reason = Objects.requireNonNull(reason, "reason");
        this.recordedOn = Checks.date(recordedOn, "recordedOn of dispute", id);
    }

    /** A dispute of all that is open on a document. */
    public static Dispute of(String id, String documentId, LocalDate openedOn) {
        return new Dispute(id, documentId, null, openedOn, "", openedOn);
    }

    /** This dispute, of a part of the document only. */
    public Dispute over(Money amount) {
        return new Dispute(id, documentId, Objects.requireNonNull(amount), date, reason, recordedOn);
    }

    public Dispute because(String reason) {
        return new Dispute(id, documentId, amount, date, reason, recordedOn);
    }

    public Dispute recordedOn(LocalDate recordedOn) {
        return new Dispute(id, documentId, amount, date, reason, recordedOn);
    }

    @Override
    public FactKind kind() {
        return FactKind.DISPUTE;
    }

    @Override
    public String id() {
        return id;
    }

    /** The invoice or debit note. */
    public String documentId() {
        return documentId;
    }

    /** The contested part; empty when all that is open is contested. */
    public Optional<Money> amount() {
        return Optional.ofNullable(amount);
    }

    /** The day it was opened. */
    @Override
    public LocalDate date() {
        return date;
    }

    /** Why; empty when not stated. */
    public String reason() {
        return reason;
    }

    @Override
    public LocalDate recordedOn() {
        return recordedOn;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Dispute that
                && id.equals(that.id)
                && documentId.equals(that.documentId)
                && Objects.equals(amount, that.amount)
                && date.equals(that.date)
                && reason.equals(that.reason)
                && recordedOn.equals(that.recordedOn);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, documentId, amount, date, reason, recordedOn);
    }

    @Override
    public String toString() {
        return "Dispute[id=" + id + ", documentId=" + documentId + ", amount=" + (amount == null ? "all" : amount)
                + ", date=" + date + ", reason=" + reason + ", recordedOn=" + recordedOn + "]";
    }
}
