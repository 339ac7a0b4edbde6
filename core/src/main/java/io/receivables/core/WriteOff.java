package io.receivables.core;

import io.receivables.core.internal.Checks;
import java.time.LocalDate;
import java.util.Objects;

/**
 * The part of an open item that will not be collected: it leaves the receivables and becomes a loss.
 *
 * @param id the identifier, unique among write-offs
 * @param documentId the invoice or debit note
 * @param instalment the instalment's number from 1, or {@link Allocation#EARLIEST_DUE_FIRST}
 * @param date the effective date
 * @param amount more than zero
 * @param reason why; empty when not stated
 * @param recordedOn the day on which it became known
 */
public record WriteOff(
        String id, String documentId, int instalment, LocalDate date, Money amount, String reason, LocalDate recordedOn)
        implements Fact {
    public WriteOff {
        Checks.id(id, "write-off id");
        Checks.id(documentId, "document id of write-off", id);
        Checks.that(instalment >= 0, () -> "instalment " + instalment + " of write-off " + id + " is negative");
        Checks.date(date, "date of write-off", id);
        Checks.that(amount.isPositive(), () -> "amount " + amount + " of write-off " + id + " is not above zero");
        Objects.requireNonNull(reason, "reason");
        Checks.date(recordedOn, "recordedOn of write-off", id);
    }

    public static WriteOff of(String id, String documentId, LocalDate date, Money amount) {
        return new WriteOff(id, documentId, Allocation.EARLIEST_DUE_FIRST, date, amount, "", date);
    }

    public WriteOff ofInstalment(int instalment) {
        return new WriteOff(id, documentId, instalment, date, amount, reason, recordedOn);
    }

    public WriteOff because(String reason) {
        return new WriteOff(id, documentId, instalment, date, amount, reason, recordedOn);
    }

    public WriteOff recordedOn(LocalDate recordedOn) {
        return new WriteOff(id, documentId, instalment, date, amount, reason, recordedOn);
    }

    @Override
    public FactKind kind() {
        return FactKind.WRITE_OFF;
    }
}
