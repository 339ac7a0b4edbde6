package io.receivables.dunning.cases;

import io.receivables.core.Problem;
import io.receivables.dunning.cases.CaseDecision.Moved;
import io.receivables.dunning.cases.CaseDecision.Refused;
import io.receivables.dunning.cases.CaseDecision.Stayed;
import java.util.Objects;

/** Moves cases by the rows of {@link CaseTable#standard()}; it depends on nothing but its arguments. */
public final class CaseMachine {
    private CaseMachine() {}

    /** What comes of a move, and by which row. */
    public static CaseDecision decide(CaseState state, CaseMove move) {
        CaseRow row = CaseTable.standard().row(state, move);
        return switch (row.next()) {
            case IGNORED -> new Stayed(row, state);
            case REFUSED -> new Refused(row, state, problem(row, move));
            case REMEMBERED -> remembered(row, state, move);
            default -> moved(row, state, move);
        };
    }

    /** The state after a move. */
    public static CaseState evolve(CaseState state, CaseMove move) {
        return decide(state, move).state();
    }

    private static CaseDecision moved(CaseRow row, CaseState state, CaseMove move) {
        CaseState next = state.with(fields -> {
            row.rule().apply(fields, move);
            fields.go(row.next());
        });
        return next.stage() == state.stage() ? new Stayed(row, next) : new Moved(row, next);
    }

    private static CaseDecision remembered(CaseRow row, CaseState state, CaseMove move) {
        CaseState standing = state.with(fields -> fields.go(CaseNext.REOPENS));
        CaseDecision decision = decide(standing, move);
        if (decision instanceof Refused refused) {
            return new Refused(refused.row(), state, refused.problem());
        }
        return new Stayed(row, decision.state().with(fields -> fields.close(state.stage())));
    }

    private static Problem problem(CaseRow row, CaseMove move) {
        return Problem.of(
                Objects.requireNonNull(row.rule().problem().orElse(null)),
                "trigger",
                row.trigger().code(),
                "stage",
                row.from().code(),
                "date",
                move.date());
    }
}
