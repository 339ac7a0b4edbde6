package io.receivables.files;

import io.receivables.core.Problem;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Thrown when a mapping document cannot be used, or a file as a whole: a mapped header that is not in it, no header at
 * all. What is wrong with single rows is collected instead.
 */
public final class CsvException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    CsvException(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    /** What is wrong, with the message in English and French. */
    public Problem problem() {
        return problem;
    }

    CsvException in(String file) {
        return new CsvException(problem.at(Problem.FILE, file));
    }

    /** The same problem with a key that was stated within another one. */
    CsvException under(String prefix) {
        Map<String, String> attributes = new LinkedHashMap<>(problem.attributes());
        attributes.computeIfPresent("key", (name, key) -> key.startsWith(prefix) ? key : prefix + key);
        return new CsvException(new Problem(problem.code(), attributes));
    }
}
