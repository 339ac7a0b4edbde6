package io.receivables.statements;

import java.io.IOException;

/** A file that is not read any further. An {@link IOException} because it also passes through the parser. */
final class RefusedFile extends IOException {
    private static final long serialVersionUID = 1L;

    private final StatementProblem code;
    private final transient Object[] namesAndValues;

    RefusedFile(StatementProblem code, Object... namesAndValues) {
        super(code.id());
        this.code = code;
        this.namesAndValues = namesAndValues;
    }

    static RefusedFile tooLarge(String field, long limit) {
        return new RefusedFile(StatementProblem.TOO_LARGE, "field", field, "limit", limit);
    }

    void report(Reading reading) {
        reading.problem(code, namesAndValues);
    }
}
