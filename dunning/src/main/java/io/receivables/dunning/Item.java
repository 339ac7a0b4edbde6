package io.receivables.dunning;

import io.receivables.core.collection.ItemReference;
import io.receivables.core.collection.PlanState;
import io.receivables.core.collection.PromiseState;
import io.receivables.core.ledger.LedgerColumns;
import io.receivables.dunning.cases.CaseState;
import io.receivables.dunning.cases.Cases;
import io.receivables.dunning.policy.DunningStep;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One open item while a run looks at it: what is known about it, and what was decided. Days are epoch days. */
final class Item {
    /** In place of the day on which an answer changes: not by the passing of time. */
    static final int NEVER = Integer.MAX_VALUE;

    final int place;
    final int row;
    /** Index into the ledger's currencies. */
    final int currency;

    final int dueDay;
    final long open;
    final long disputed;
    final CaseState state;

    private final LedgerColumns columns;
    private @Nullable ItemReference reference;

    @Nullable PromiseState promise;

    @Nullable PlanState plan;
    /** How much of the customer's credit stands against this item. */
    long credit;

    /** What decided; unset until something did. */
    @Nullable Rule rule;
    /** The day on which the answer changes by itself. */
    int changesOn = NEVER;
    /** The step that is taken, or that would be next. */
    @Nullable DunningStep step;
    /** The step's code within the key of the action; that of the step but for those beside the ladder. */
    String code = "";
    /** The amount that a minimum was held against. */
    long weighed;
    /** The day of a part payment that restarts the ladder. */
    int restartDay = CaseState.NEVER;

    Item(int place, int row, int currency, int dueDay, long open, long disputed, Cases cases, LedgerColumns columns) {
        this.place = place;
        this.row = row;
        this.currency = currency;
        this.dueDay = dueDay;
        this.open = open;
        this.disputed = disputed;
        this.columns = columns;
        this.state = cases.isEmpty() ? CaseState.INITIAL : cases.state(reference());
    }

    /** What names the item; made when it is first asked for, since most items of a run never need it. */
    ItemReference reference() {
        ItemReference known = reference;
        if (known == null) {
            known = ItemReference.of(columns.id(row), columns.accounts().instalment(place));
            reference = known;
        }
        return known;
    }

    private boolean isRestarted() {
        return restartDay != CaseState.NEVER;
    }

    /** The level reached in the present cycle. */
    int level() {
        return isRestarted() ? 0 : state.level();
    }

    /** The cycle of the ladder. */
    int cycle() {
        return isRestarted() ? state.cycle() + 1 : state.cycle();
    }

    /** The day from which the ladder counts. */
    int ladderDay() {
        if (isRestarted()) {
            return restartDay;
        }
        return state.anchorDay() == CaseState.NEVER ? dueDay : state.anchorDay();
    }

    /** What the customer may be asked for, before credit. */
    long undisputed() {
        return open - disputed;
    }

    /** What the customer is asked for. */
    long claimed() {
        return undisputed() - credit;
    }

    Rule rule() {
        return Objects.requireNonNull(rule, "not decided yet");
    }

    boolean isUndecided() {
        return rule == null;
    }

    void decide(Rule rule, int changesOn) {
        this.rule = rule;
        this.changesOn = Math.min(this.changesOn, changesOn);
    }

    void decide(Rule rule) {
        decide(rule, NEVER);
    }

    /** The answer may change earlier than thought so far. */
    void changesBy(int day) {
        changesOn = Math.min(changesOn, day);
    }
}
