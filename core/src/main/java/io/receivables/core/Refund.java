package io.receivables.core;

import io.receivables.core.internal.Checks;
import java.time.LocalDate;
import java.util.Objects;

/**
 * Credit given back to the customer: money paid out of unapplied cash, or a credit note settled other than by applying it
 * to an open item.
 *
 * @param id the identifier, unique among refunds
 * @param source whether unapplied cash of a payment or a credit note is given back
 * @param sourceId the payment's or credit note's id
 * @param date the effective date
 * @param amount more than zero
 * @param recordedOn the day on which it became known
 */
public record Refund(
        String id, Allocation.Source source, String sourceId, LocalDate date, Money amount, LocalDate recordedOn)
        implements Fact {
    public Refund {
        Checks.id(id, "refund id");
        Objects.requireNonNull(source, "source");
        Checks.id(sourceId, "source id of refund", id);
        Checks.date(date, "date of refund", id);
        Checks.that(amount.isPositive(), () -> "amount " + amount + " of refund " + id + " is not above zero");
        Checks.date(recordedOn, "recordedOn of refund", id);
    }

    public static Refund ofPayment(String id, String paymentId, LocalDate date, Money amount) {
        return new Refund(id, Allocation.Source.PAYMENT, paymentId, date, amount, date);
    }

    public static Refund ofCreditNote(String id, String creditNoteId, LocalDate date, Money amount) {
        return new Refund(id, Allocation.Source.CREDIT_NOTE, creditNoteId, date, amount, date);
    }

    public Refund recordedOn(LocalDate recordedOn) {
        return new Refund(id, source, sourceId, date, amount, recordedOn);
    }

    @Override
    public FactKind kind() {
        return FactKind.REFUND;
    }
}
