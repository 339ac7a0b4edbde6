package io.receivables.dunning.desk;

import io.receivables.core.Problem;
import io.receivables.dunning.cases.DunningEvent;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a customer's file says to something that is told: the events to append, or why not. */
final class Ruling {
    private final List<? extends DunningEvent> events;
    private final @Nullable Problem problem;

    private Ruling(List<? extends DunningEvent> events, @Nullable Problem problem) {
        this.events = List.copyOf(events);
        this.problem = problem;
    }

    static Ruling of(DunningEvent... events) {
        return of(List.of(events));
    }

    static Ruling of(List<? extends DunningEvent> events) {
        return new Ruling(events, null);
    }

    /** Whatever the journal has already. */
    static Ruling refused(DeskProblem code, Object... namesAndValues) {
        return new Ruling(List.of(), Problem.of(code, namesAndValues));
    }

    /** This, unless something stands against it and the journal does not have the events already. */
    Ruling unless(boolean objection, DeskProblem code, Object... namesAndValues) {
        return objection && problem == null ? new Ruling(events, Problem.of(code, namesAndValues)) : this;
    }

    List<? extends DunningEvent> events() {
        return events;
    }

    Optional<Problem> problem() {
        return Optional.ofNullable(problem);
    }

    /** Whether there is nothing to append. */
    boolean isKnownIn(CustomerFile file) {
        boolean isRefusal = problem != null && events.isEmpty();
        return !isRefusal
                && events.stream().allMatch(event -> file.recorded(event).isPresent());
    }
}
