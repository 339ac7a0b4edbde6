package io.receivables.core.terms;

import io.receivables.core.Problem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a text of payment terms was read as. Terms are only given where the whole text was understood; where usage reads it
 * in more than one way there is a warning, and the {@link #otherReadings()}.
 */
public final class TermsReading {
    private final String text;
    private final @Nullable PaymentTerms terms;
    private final List<EarlyPaymentDiscount> discounts;
    private final List<PaymentTerms> otherReadings;
    private final List<Problem> problems;

    TermsReading(
            String text,
            @Nullable PaymentTerms terms,
            List<EarlyPaymentDiscount> discounts,
            List<PaymentTerms> otherReadings,
            List<Problem> problems) {
        this.text = text;
        this.terms = terms;
        this.discounts = List.copyOf(discounts);
        this.otherReadings = List.copyOf(otherReadings);
        this.problems = List.copyOf(problems);
    }

    /** The text as given. */
    public String text() {
        return text;
    }

    /** The terms; empty when the text is not understood as a whole or does not say when the amount is due. */
    public Optional<PaymentTerms> terms() {
        return Optional.ofNullable(terms);
    }

    /**
     * The discounts for paying early, also where the text says nothing of the due date, as "escompte 2 % sous 8 jours". Of a
     * text that is not understood those of the lines for machines; others are none.
     */
    public List<EarlyPaymentDiscount> discounts() {
        return discounts;
    }

    /** The terms that others mean by the same text; none when usage agrees. */
    public List<PaymentTerms> otherReadings() {
        return otherReadings;
    }

    /** An error where there are no terms, and a warning for each other reading. */
    public List<Problem> problems() {
        return problems;
    }

    /**
     * The terms.
     *
     * @throws IllegalArgumentException if there are none; its message says what was understood and where it stopped
     */
    public PaymentTerms orElseThrow() {
        return terms().orElseThrow(() -> new IllegalArgumentException(problems.stream()
                .filter(Problem::isError)
                .findFirst()
                .orElseThrow()
                .toString()));
    }

    @Override
    public String toString() {
        return "\"" + text + "\": " + (terms == null ? problems : terms);
    }
}
