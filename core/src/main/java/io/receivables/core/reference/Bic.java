package io.receivables.core.reference;

import io.receivables.core.Problem;
import io.receivables.core.internal.Checks;
import java.util.Objects;
import java.util.Optional;

/**
 * A business identifier code (ISO 9362) by its shape: four letters or digits, the country, two letters or digits and, for a branch,
 * three more.
 *
 * @param value the electronic form, of 8 or 11 characters in capital letters
 */
public record Bic(String value) {
    private static final String SHAPE = "[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?";

    /**
     * A BIC; spaces do not count, and letters may be lower-case.
     *
     * @throws IllegalArgumentException if it does not have the shape
     */
    public Bic {
        Objects.requireNonNull(value, "value");
        Optional<Problem> problem = check(value);
        Checks.that(problem.isEmpty(), () -> problem.orElseThrow().toString());
        value = Characters.compact(value);
    }

    /**
     * The BIC of a text that holds nothing else.
     *
     * @throws IllegalArgumentException if it does not have the shape
     */
    public static Bic parse(String text) {
        return new Bic(text);
    }

    /** What is wrong with a text as a BIC; empty if it has the shape of one. */
    public static Optional<Problem> check(String text) {
        return Characters.compact(text).matches(SHAPE)
                ? Optional.empty()
                : Optional.of(Problem.of(ReferenceProblem.BIC, Problem.VALUE, Characters.shown(text)));
    }
}
