package io.receivables.core.ledger;

import io.receivables.core.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** Thrown by {@link LedgerBuilder#build()} when facts do not fit together; {@link LedgerBuilder#load()} does not throw. */
public final class InvalidLedgerException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 5;

    private final transient List<Problem> problems;

    InvalidLedgerException(List<Problem> errors) {
        super(errors.size() + " of the facts do not fit: "
                + errors.stream().limit(SHOWN).map(Problem::toString).collect(Collectors.joining("; "))
                + (errors.size() > SHOWN ? "; …" : ""));
        this.problems = List.copyOf(errors);
    }

    /** All errors. */
    public List<Problem> problems() {
        return problems;
    }
}
