package io.receivables.dunning.desk;

import io.receivables.core.Money;
import io.receivables.core.collection.CollectionLog;
import io.receivables.core.collection.ItemReference;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.OpenItem;
import io.receivables.dunning.DunningOptions;
import io.receivables.dunning.DunningRun;
import io.receivables.dunning.Explanation;
import io.receivables.dunning.Reasons;
import io.receivables.dunning.Rule;
import io.receivables.dunning.cases.CaseState;
import io.receivables.dunning.cases.Cases;
import io.receivables.dunning.cases.DunningEvent.ActionAccepted;
import io.receivables.dunning.cases.LetterState;
import io.receivables.dunning.policy.StepKind;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether what letters ask for may still be asked for. The rules of the run are asked once more, about the facts of the
 * day of sending: what would keep an item from being proposed keeps its letter from being sent.
 */
final class Objections {
    private final Ledger ledger;
    private final Cases cases;
    private final PolicyIndex policies;
    private final DunningOptions options;
    private final Reasons reasons;

    Objections(CollectionLog log, Cases cases, PolicyIndex policies, DunningOptions options) {
        this.ledger = log.ledger();
        this.cases = cases;
        this.policies = policies;
        this.options = options;
        this.reasons = DunningRun.reasons(log, cases, policies.policies(), options);
    }

    /** Whether a letter waits for the next business day of its policy. */
    boolean isDayOff(LetterState letter) {
        return policies.calendar(letter)
                .map(options.calendars()::get)
                .filter(calendar -> !calendar.isBusinessDay(options.date()))
                .isPresent();
    }

    /** Why a letter is not to be sent any more; empty when nothing stands against it. */
    Optional<String> to(LetterState letter) {
        return letter.actions().stream().flatMap(action -> to(action).stream()).findFirst();
    }

    private Optional<String> to(ActionAccepted action) {
        ItemReference item = action.key().item();
        Optional<OpenItem> state = state(item);
        if (state.isEmpty()) {
            return Optional.of(item + " is not in the ledger");
        }
        if (action.step() == StepKind.COURTESY
                && options.date().isAfter(state.get().dueDate())) {
            return Optional.of("it is too late for a courtesy notice: " + item + " was due on "
                    + state.get().dueDate());
        }
        if (isOvertaken(action)) {
            return Optional.of("another step of " + item + " was taken since or is under way");
        }
        Explanation now = reasons.of(item).get(0);
        if (now.rule().compareTo(Rule.ACTION_PENDING) < 0) {
            return Optional.of(now.lines(Locale.ENGLISH).get(1) + " (" + item + ")");
        }
        Money left = now.claimed();
        return left.compareTo(action.claimed()) < 0
                ? Optional.of("only " + left + " of the " + action.claimed() + " of " + item + " may be asked for")
                : Optional.empty();
    }

    /** A letter that came back is not sent again once a later step is out: nobody is reminded after a formal notice. */
    private boolean isOvertaken(ActionAccepted action) {
        CaseState state = cases.state(action.key().item());
        boolean isPassed =
                action.step().isOnLadder() && state.cycle() == action.key().cycle() && state.level() > action.level();
        return isPassed
                || state.pending().filter(key -> !key.equals(action.key())).isPresent();
    }

    /** An item at the end of the day; empty when the ledger has none of that name. */
    Optional<OpenItem> state(ItemReference item) {
        return ledger.items(item.documentId(), options.date()).stream()
                .filter(each -> each.instalment() == item.instalment())
                .findFirst();
    }
}
