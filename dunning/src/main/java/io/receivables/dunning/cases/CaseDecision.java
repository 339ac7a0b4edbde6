package io.receivables.dunning.cases;

import io.receivables.core.Problem;

/** What came of a move. The row says by which rule. */
public sealed interface CaseDecision {
    /** The kinds of decision, for exhaustive switches. */
    enum Kind {
        MOVED,
        STAYED,
        REFUSED
    }

    Kind kind();

    /** The row of the table that held. */
    CaseRow row();

    /** The state afterwards. */
    CaseState state();

    /** The case is at another stage. */
    record Moved(CaseRow row, CaseState state) implements CaseDecision {
        @Override
        public Kind kind() {
            return Kind.MOVED;
        }
    }

    /** The case is at the same stage; what stands beside the stage may have changed. */
    record Stayed(CaseRow row, CaseState state) implements CaseDecision {
        @Override
        public Kind kind() {
            return Kind.STAYED;
        }
    }

    /** The move is not allowed here: the state is as before. */
    record Refused(CaseRow row, CaseState state, Problem problem) implements CaseDecision {
        @Override
        public Kind kind() {
            return Kind.REFUSED;
        }
    }
}
