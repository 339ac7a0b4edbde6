package io.receivables.einvoice;

import io.receivables.core.Problem;
import java.io.IOException;

/** A document that is not read any further. An {@link IOException} because it also passes through the parser. */
final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    RefusedException(Problem problem) {
        super(problem.code().id());
        this.problem = problem;
    }

    static RefusedException tooLarge(String what, long most) {
        return new RefusedException(Problem.of(EInvoiceProblem.TOO_LARGE, "what", what, "most", most));
    }

    Problem problem() {
        return problem;
    }
}
