package io.receivables.core.cash;

import io.receivables.core.Fact;
import io.receivables.core.Problem;
import io.receivables.core.internal.Checks;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of a bank line, and why.
 *
 * @param line the line
 * @param occurrence which one of equal bookings in its statement it is, from 1
 * @param result what became of it
 * @param paymentId the payment that was booked for it, that it took back, or that it says again; empty for none
 * @param facts what was booked: a payment and its allocations, or a reversal
 * @param candidates the items that it names, the strongest evidence first
 * @param why why it was not applied, or not in full; null where there is nothing to say
 */
public record LineOutcome(
        BankLine line,
        int occurrence,
        Result result,
        String paymentId,
        List<Fact> facts,
        List<Candidate> candidates,
        @Nullable Problem why) {
    /** What becomes of a line. {@link #code()} is the pinned text. */
    public enum Result {
        /** A payment that settles items. */
        APPLIED("applied"),
        /** A payment that stays a customer's unapplied cash. */
        UNAPPLIED("unapplied"),
        /** Money of which nobody knows who paid it. It is not booked, and taken up again when the line comes again. */
        UNIDENTIFIED("unidentified"),
        /** A payment came back and was reversed. */
        RETURNED("returned"),
        /** Something came back, and a person must say what. It is not booked, and taken up again when the line comes again. */
        RETURN_OPEN("return-open"),
        /** The same booking was taken before. */
        DUPLICATE("duplicate"),
        /** It is not booked at the bank yet. */
        NOT_BOOKED("not-booked"),
        /** No customer's money: charges, interest, what we paid. */
        NO_RECEIPT("no-receipt");

        private final String code;

        Result(String code) {
            this.code = code;
        }

        /** Whether the line is done with, so that it is known when it comes again. */
        boolean isTaken() {
            return this == APPLIED || this == UNAPPLIED || this == RETURNED || this == NO_RECEIPT;
        }

        public String code() {
            return code;
        }
    }

    public LineOutcome {
        Objects.requireNonNull(line, "line");
        Objects.requireNonNull(result, "result");
        Objects.requireNonNull(paymentId, "paymentId");
        facts = List.copyOf(facts);
        candidates = List.copyOf(candidates);
    }

    /** Why it was not applied, or not in full. */
    public Optional<Problem> reason() {
        return Optional.ofNullable(why);
    }

    /**
     * What to add to the {@link CashBook} when a person decides what the line is: the payment that was booked for it, or that
     * it takes back. Until then, the line is taken up again whenever it comes.
     */
    public BookedLine bookedAs(String paymentId) {
        return BookedLine.of(line, occurrence, Checks.id(paymentId, "payment id"));
    }
}
