package io.receivables.dunning.letters;

import io.receivables.core.Money;
import java.util.Objects;

/**
 * What a letter asks for in one currency, for a code to pay it with.
 *
 * @param letter which letter it is
 * @param amount what is claimed with interest, fixed sums and fees; above zero
 * @param reference what the customer is to state; empty for nothing
 */
public record LetterPayment(LetterSubject letter, Money amount, String reference) {
    public LetterPayment {
        Objects.requireNonNull(letter, "letter");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(reference, "reference");
    }
}
