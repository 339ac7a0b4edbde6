package io.receivables.dunning.simulation;

import io.receivables.core.collection.ItemReference;
import io.receivables.dunning.cases.ActionKey;
import io.receivables.dunning.cases.DunningEvent;
import io.receivables.dunning.cases.DunningEvent.ActionPostponed;
import io.receivables.dunning.cases.DunningEvent.ActionSkipped;
import io.receivables.dunning.policy.StepKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the people who approve letters decided not to send, or not yet. */
final class Decisions {
    private final Set<ActionKey> skipped = new HashSet<>();
    private final Map<ItemReference, Integer> waitsUntil = new HashMap<>();

    void tell(DunningEvent event) {
        if (event instanceof ActionSkipped skip) {
            skipped.add(skip.key());
            waitsUntil.remove(skip.key().item());
        } else if (event instanceof ActionPostponed postponed) {
            waitsUntil.put(
                    postponed.key().item(), Math.toIntExact(postponed.until().toEpochDay()));
        }
    }

    /** Something about an item went out, which ends what was to wait until then. */
    void wentOut(ItemReference item) {
        waitsUntil.remove(item);
    }

    /** Whether an action may reach a customer: a returned payment is spoken about whatever was to wait. */
    boolean allow(ActionKey key, StepKind step, int day) {
        boolean waits =
                step != StepKind.RETURN_CONTACT && day <= waitsUntil.getOrDefault(key.item(), Integer.MIN_VALUE);
        return !waits && !skipped.contains(key);
    }
}
