package io.receivables.core.terms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * When an instalment falls due: steps from a start. Without steps it is due on the start itself.
 *
 * @param steps the steps, applied from left to right
 * @param start where they start
 */
public record DueRule(List<DueStep> steps, Start start) {
    /** Where the steps of a rule start. */
    public enum Start {
        /** At the base date of the terms. */
        BASE_DATE,
        /** At the due date of the instalment before; for the first one at the base date. */
        PREVIOUS_DUE
    }

    /**
     * One step taken.
     *
     * @param step the step
     * @param from the date before it
     * @param to the date after it
     */
    public record Taken(DueStep step, LocalDate from, LocalDate to) {}

    public DueRule {
        steps = List.copyOf(steps);
    }

    /** Steps from the base date. */
    public static DueRule of(DueStep... steps) {
        return new DueRule(List.of(steps), Start.BASE_DATE);
    }

    /** The same steps from the due date of the instalment before. */
    public DueRule afterPrevious() {
        return new DueRule(steps, Start.PREVIOUS_DUE);
    }

    /** This rule with a further step. */
    public DueRule then(DueStep step) {
        List<DueStep> more = new ArrayList<>(steps);
        more.add(step);
        return new DueRule(more, start);
    }

    /** The date to which the steps lead. */
    public LocalDate from(LocalDate date, BusinessCalendar calendar) {
        LocalDate running = date;
        for (int i = 0; i < steps.size(); i++) {
            running = steps.get(i).from(running, calendar);
        }
        return running;
    }

    /** The steps with the date before and after each. */
    public List<Taken> explain(LocalDate date, BusinessCalendar calendar) {
        List<Taken> taken = new ArrayList<>();
        LocalDate running = date;
        for (DueStep step : steps) {
            LocalDate next = step.from(running, calendar);
            taken.add(new Taken(step, running, next));
            running = next;
        }
        return List.copyOf(taken);
    }

    @Override
    public String toString() {
        return TermsPrinter.ENGLISH.rule(this);
    }
}
