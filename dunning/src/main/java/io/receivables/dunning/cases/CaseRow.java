package io.receivables.dunning.cases;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * One row of the table of moves.
 *
 * @param from the stage it is for
 * @param trigger what happens
 * @param guard when the row holds: for each question that it asks, one of the conditions; always where it is empty
 * @param next what follows
 * @param rule why
 */
public record CaseRow(Stage from, CaseTrigger trigger, Set<CaseCondition> guard, CaseNext next, CaseRule rule) {
    public CaseRow {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(trigger, "trigger");
        Set<CaseCondition> conditions = EnumSet.noneOf(CaseCondition.class);
        conditions.addAll(guard);
        guard = Collections.unmodifiableSet(conditions);
        Objects.requireNonNull(next, "next");
        Objects.requireNonNull(rule, "rule");
    }

    /** Whether the row holds where the questions have these answers. */
    boolean holds(Iterable<CaseCondition> answers) {
        for (CaseCondition answer : answers) {
            if (asks(answer.question()) && !guard.contains(answer)) {
                return false;
            }
        }
        return true;
    }

    private boolean asks(CaseQuestion question) {
        for (CaseCondition condition : guard) {
            if (condition.question() == question) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return from.code() + " x " + trigger.code() + " " + guard + " -> " + next + " (" + rule.id() + ")";
    }
}
