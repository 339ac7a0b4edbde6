package io.receivables.core;

import java.util.List;
import java.util.Objects;

/**
 * A value together with all that was wrong with the data that it was made from. Good rows survive; every bad one is among
 * the problems.
 *
 * @param value what could be made
 * @param problems errors (left out) and warnings (taken over), in the order in which they were met
 */
public record Loaded<T>(T value, List<Problem> problems) {
    public Loaded {
        Objects.requireNonNull(value, "value");
        problems = List.copyOf(problems);
    }

    /** The problems that kept something out. */
    public List<Problem> errors() {
        return problems.stream().filter(Problem::isError).toList();
    }

    /** The problems that only deserve a look. */
    public List<Problem> warnings() {
        return problems.stream().filter(problem -> !problem.isError()).toList();
    }
}
