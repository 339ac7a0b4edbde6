package io.receivables.dunning.letters;

import io.receivables.core.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** Templates were refused, for all of {@link #problems()}. */
public final class InvalidTemplateException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 5;

    private final transient List<Problem> problems;

    InvalidTemplateException(List<Problem> problems) {
        super(problems.size() + " mistakes in templates: "
                + problems.stream().limit(SHOWN).map(Problem::toString).collect(Collectors.joining("; "))
                + (problems.size() > SHOWN ? "; …" : ""));
        this.problems = List.copyOf(problems);
    }

    /** All that is wrong; none after serialization. */
    public List<Problem> problems() {
        return problems == null ? List.of() : problems;
    }
}
