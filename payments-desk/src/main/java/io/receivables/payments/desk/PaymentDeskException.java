package io.receivables.payments.desk;

import io.receivables.core.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** What was asked of the desk cannot be done, and nothing of it was done. */
public final class PaymentDeskException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    PaymentDeskException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    static PaymentDeskException of(PaymentDeskProblem problem, Object... namesAndValues) {
        return new PaymentDeskException(List.of(Problem.of(problem, namesAndValues)));
    }

    /** All that is wrong. */
    public List<Problem> problems() {
        return problems;
    }
}
