package io.receivables.core.interest;

import io.receivables.core.Problem;

/** Thrown where one sum was asked for and cannot be charged; statements over a ledger report the problem instead. */
public final class InterestException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    InterestException(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    /** What is missing, with the series or regime and the date. */
    public Problem problem() {
        return problem;
    }
}
