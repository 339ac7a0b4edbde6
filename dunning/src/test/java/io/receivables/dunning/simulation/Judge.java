package io.receivables.dunning.simulation;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;

/** Says what did not hold; it may be asked to look at some checks only, so that each can be seen to work by itself. */
final class Judge {
    private final Set<Check> checks;

    Judge(Set<Check> checks) {
        this.checks = EnumSet.copyOf(checks);
    }

    /** Fails under the name of a check unless something holds. */
    void that(Check check, boolean holds, Supplier<String> message) {
        if (!holds && checks.contains(check)) {
            throw new Violation(check, message.get());
        }
    }

    /** Something did not hold: an error, since a dispatch goes on after an exception of the sender. */
    static final class Violation extends AssertionError {
        private static final long serialVersionUID = 1;

        Violation(Check check, String message) {
            super(check + ": " + message);
        }
    }
}
