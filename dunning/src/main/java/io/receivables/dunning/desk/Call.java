package io.receivables.dunning.desk;

import io.receivables.core.Money;
import io.receivables.dunning.cases.CallOutcome;
import io.receivables.dunning.internal.Checks;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call to a customer and what came of it, as told by who called. Immutable. */
public final class Call {
    private final String id;
    private final LocalDate date;
    private final CallOutcome outcome;
    private final String note;
    private final @Nullable Money amount;
    private final @Nullable LocalDate payBy;
    private final @Nullable String documentId;

    private Call(
            String id,
            LocalDate date,
            CallOutcome outcome,
            String note,
            @Nullable Money amount,
            @Nullable LocalDate payBy,
            @Nullable String documentId) {
        this.id = Checks.id(id, "call id");
        this.date = Objects.requireNonNull(date, "date");
        this.outcome = outcome;
        this.note = Objects.requireNonNull(note, "note");
        this.amount = amount;
        this.payBy = payBy;
        this.documentId = documentId;
    }

    /** Spoken to, nothing agreed. */
    public static Call reached(String id, LocalDate date) {
        return new Call(id, date, CallOutcome.REACHED, "", null, null, null);
    }

    /** The customer said what they will pay, and by when. */
    public static Call promised(String id, LocalDate date, Money amount, LocalDate payBy) {
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(payBy, "payBy");
        return new Call(id, date, CallOutcome.PROMISED, "", amount, payBy, null);
    }

    /** The customer contests all that is open on a document. */
    public static Call disputed(String id, LocalDate date, String documentId) {
        Checks.id(documentId, "document id");
        return new Call(id, date, CallOutcome.DISPUTED, "", null, null, documentId);
    }

    /** The customer contests a part of a document. */
    public static Call disputed(String id, LocalDate date, String documentId, Money amount) {
        Checks.id(documentId, "document id");
        Objects.requireNonNull(amount, "amount");
        return new Call(id, date, CallOutcome.DISPUTED, "", amount, null, documentId);
    }

    /** Nobody answered. */
    public static Call noAnswer(String id, LocalDate date) {
        return new Call(id, date, CallOutcome.NO_ANSWER, "", null, null, null);
    }

    /** The number is not the customer's. */
    public static Call wrongNumber(String id, LocalDate date) {
        return new Call(id, date, CallOutcome.WRONG_NUMBER, "", null, null, null);
    }

    /** This call, with what was said. */
    public Call noting(String note) {
        return new Call(id, date, outcome, note, amount, payBy, documentId);
    }

    public String id() {
        return id;
    }

    public LocalDate date() {
        return date;
    }

    public CallOutcome outcome() {
        return outcome;
    }

    public String note() {
        return note;
    }

    /** What was promised, or the part that is contested. */
    public Optional<Money> amount() {
        return Optional.ofNullable(amount);
    }

    /** The last day on which a promise can be kept. */
    public Optional<LocalDate> payBy() {
        return Optional.ofNullable(payBy);
    }

    /** What is contested. */
    public Optional<String> documentId() {
        return Optional.ofNullable(documentId);
    }

    @Override
    public String toString() {
        return "Call[" + id + " " + date + ", " + outcome.code() + "]";
    }
}
