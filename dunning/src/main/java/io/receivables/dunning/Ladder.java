package io.receivables.dunning;

import io.receivables.core.terms.BusinessCalendar;
import io.receivables.dunning.cases.CaseState;
import io.receivables.dunning.policy.CatchUp;
import io.receivables.dunning.policy.DunningPolicy;
import io.receivables.dunning.policy.DunningStep;
import io.receivables.dunning.policy.StepKind;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which step of a policy an item should take on a day: a pure question of days and levels. What is owed, and whether
 * anything stands against a step, is decided elsewhere.
 */
final class Ladder {
    private final List<DunningStep> courtesies;
    private final List<DunningStep> steps;
    private final boolean mostSevere;

    private final BusinessCalendar calendar;

    Ladder(DunningPolicy policy, BusinessCalendar calendar) {
        this.calendar = calendar;
        this.courtesies = policy.courtesies();
        this.steps = policy.ladder();
        this.mostSevere = policy.catchUp() == CatchUp.MOST_SEVERE;
    }

    /**
     * The step that is next, and when.
     *
     * @param step the step; null when there is none
     * @param rule {@link Rule#STEP_DUE}, or what is missing
     * @param day the day on which the answer changes by itself
     */
    record Next(@Nullable DunningStep step, Rule rule, int day) {}

    /** The courtesy notice for an item that is not past due. */
    Next courtesy(Item item, int day) {
        DunningStep reached = null;
        int changesOn = item.dueDay + 1;
        for (DunningStep courtesy : courtesies) {
            int from = sendingDay(courtesy, item.dueDay);
            if (from <= day) {
                reached = courtesy;
            } else {
                changesOn = Math.min(changesOn, from);
            }
        }
        boolean isDue = reached != null && !item.state.isDone(reached.code());
        return isDue ? new Next(reached, Rule.COURTESY_DUE, Item.NEVER) : new Next(null, Rule.NOT_DUE, changesOn);
    }

    /** A notice that would be moved past the due date by days off goes out before them. */
    private int sendingDay(DunningStep courtesy, int dueDay) {
        LocalDate planned = LocalDate.ofEpochDay(dueDay + courtesy.daysPastDue().orElse(0));
        LocalDate moved = calendar.isBusinessDay(planned) ? planned : calendar.next(planned);
        boolean isTooLate = moved.toEpochDay() > dueDay;
        return RunContext.epochDay(isTooLate ? calendar.previous(planned) : moved);
    }

    /**
     * The next step of an item that is past due.
     *
     * @param isWorth whether enough is claimed for a step; a step for which it is not gives way to a milder one that is due
     */
    Next step(Item item, int day, Predicate<DunningStep> isWorth) {
        Next found = null;
        for (DunningStep step : steps) {
            if (step.level() <= item.level()) {
                continue;
            }
            boolean waitsForPrevious = found != null && step.daysAfterPrevious().orElse(0) > 0;
            if (waitsForPrevious) {
                break;
            }
            Next next = next(step, item, day);
            boolean isDue = next.rule() == Rule.STEP_DUE;
            if (found == null || (isDue && isWorth.test(step))) {
                found = next;
            } else if (!isDue) {
                // what is due makes way for a more severe step on that one's day
                found = new Next(found.step(), found.rule(), next.day());
            }
            if (!isDue || !mostSevere || step.kind() == StepKind.FORMAL_NOTICE) {
                break;
            }
        }
        return found == null ? new Next(null, Rule.LADDER_DONE, Item.NEVER) : found;
    }

    private static Next next(DunningStep step, Item item, int day) {
        int byAge = item.ladderDay() + step.daysPastDue().orElse(0);
        int last = item.state.lastActionDay();
        // before the first step of all there is no previous one to wait for
        int byPrevious = last == CaseState.NEVER
                ? byAge
                : last + step.daysAfterPrevious().orElse(0);
        if (day < byAge) {
            return new Next(step, Rule.STEP_NOT_DUE, byAge);
        }
        return day < byPrevious
                ? new Next(step, Rule.AFTER_PREVIOUS_STEP, byPrevious)
                : new Next(step, Rule.STEP_DUE, Item.NEVER);
    }
}
