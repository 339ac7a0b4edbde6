package io.receivables.core;

import io.receivables.core.internal.Checks;
import java.time.LocalDate;
import java.util.Objects;

/**
 * The decision that a payment or a credit note settles (part of) a debit document: cash application.
 *
 * <p>It takes effect on its date, but never before both sides exist: an advance payment settles an invoice on the day
 * the invoice is issued, and is unapplied cash until then.
 *
 * @param id the identifier, unique among allocations
 * @param source whether a payment or a credit note is applied
 * @param sourceId the payment's or credit note's id
 * @param documentId the invoice or debit note that it settles
 * @param instalment the instalment's number from 1, or {@link #EARLIEST_DUE_FIRST}
 * @param date the effective date
 * @param amount more than zero
 * @param recordedOn the day on which it became known
 */
public record Allocation(
        String id,
        Source source,
        String sourceId,
        String documentId,
        int instalment,
        LocalDate date,
        Money amount,
        LocalDate recordedOn)
        implements Fact {

    /** In place of an instalment's number: the document's instalments in the order in which they fall due. */
    public static final int EARLIEST_DUE_FIRST = 0;

    /** What is applied. */
    public enum Source {
        PAYMENT("payment"),
        CREDIT_NOTE("credit-note");

        private final String code;

        Source(String code) {
            this.code = code;
        }

        /** The pinned text of this source in files and stores. */
        public String code() {
            return code;
        }

        /**
         * The source of a code.
         *
         * @throws IllegalArgumentException if there is none of that code
         */
        public static Source ofCode(String code) {
            for (Source source : values()) {
                if (source.code.equals(code)) {
                    return source;
                }
            }
            throw new IllegalArgumentException(
                    "source \"" + code + "\" is unknown: use " + PAYMENT.code + " or " + CREDIT_NOTE.code);
        }
    }

    public Allocation {
        Checks.id(id, "allocation id");
        Objects.requireNonNull(source, "source");
        Checks.id(sourceId, "source id of allocation", id);
        Checks.id(documentId, "document id of allocation", id);
        Checks.that(instalment >= 0, () -> "instalment " + instalment + " of allocation " + id + " is negative");
        Checks.date(date, "date of allocation", id);
        Checks.that(
                amount.isPositive(),
                () -> "amount " + amount + " of allocation " + id
                        + " is not above zero: to undo an allocation use a reversal");
        Checks.date(recordedOn, "recordedOn of allocation", id);
    }

    /** A payment applied to a document, its instalments in the order in which they fall due. */
    public static Allocation ofPayment(String id, String paymentId, String documentId, LocalDate date, Money amount) {
        return new Allocation(id, Source.PAYMENT, paymentId, documentId, EARLIEST_DUE_FIRST, date, amount, date);
    }

    /** A credit note applied to a document, its instalments in the order in which they fall due. */
    public static Allocation ofCreditNote(
            String id, String creditNoteId, String documentId, LocalDate date, Money amount) {
        return new Allocation(id, Source.CREDIT_NOTE, creditNoteId, documentId, EARLIEST_DUE_FIRST, date, amount, date);
    }

    /** This allocation, to one instalment of the document. */
    public Allocation toInstalment(int instalment) {
        return new Allocation(id, source, sourceId, documentId, instalment, date, amount, recordedOn);
    }

    public Allocation recordedOn(LocalDate recordedOn) {
        return new Allocation(id, source, sourceId, documentId, instalment, date, amount, recordedOn);
    }

    @Override
    public FactKind kind() {
        return FactKind.ALLOCATION;
    }
}
