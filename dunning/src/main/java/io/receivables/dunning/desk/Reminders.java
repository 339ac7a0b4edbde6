package io.receivables.dunning.desk;

import io.receivables.core.collection.ItemReference;
import io.receivables.core.collection.ReminderSent;
import io.receivables.dunning.cases.Cases;
import io.receivables.dunning.cases.DunningEvent;
import io.receivables.dunning.cases.DunningEvent.ActionAccepted;
import io.receivables.dunning.cases.DunningEvent.LetterAcknowledged;
import io.receivables.dunning.cases.DunningEvent.LetterSent;
import io.receivables.dunning.cases.DunningEvent.OfLetter;
import io.receivables.dunning.cases.LetterState;
import io.receivables.dunning.cases.LetterState.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What customers were sent, as facts of a {@link io.receivables.core.collection.CollectionLog}: what metrics measure and
 * others read who do not know of dunning.
 */
public final class Reminders {
    private static final Set<Status> WENT_OUT = EnumSet.of(Status.SENT, Status.ACKNOWLEDGED);

    private Reminders() {}

    /**
     * The reminders among the events of a customer, in the order in which they were sent: one for each letter and level,
     * with the id {@code letter/level}. Letters that came back and were not sent again are left out, as are steps that only
     * the seller's own people hear of.
     */
    public static List<ReminderSent> of(Iterable<? extends DunningEvent> events) {
        Cases cases = Cases.of(events);
        Map<String, LocalDate> wentOut = new LinkedHashMap<>();
        for (DunningEvent event : events) {
            if (event instanceof LetterSent || event instanceof LetterAcknowledged) {
                wentOut.putIfAbsent(((OfLetter) event).letterId(), event.date());
            }
        }
        List<ReminderSent> reminders = new ArrayList<>();
        wentOut.forEach((letterId, date) -> cases.letter(letterId)
                .filter(letter -> WENT_OUT.contains(letter.status()))
                .ifPresent(letter -> reminders.addAll(of(letter, date))));
        return reminders;
    }

    private static List<ReminderSent> of(LetterState letter, LocalDate date) {
        Map<Integer, List<ActionAccepted>> byLevel = new TreeMap<>();
        letter.actions().stream()
                .filter(action -> action.step().reachesCustomer())
                .forEach(action -> byLevel.computeIfAbsent(action.level(), level -> new ArrayList<>())
                        .add(action));
        return byLevel.entrySet().stream()
                .map(level -> reminder(letter, date, level.getKey(), level.getValue()))
                .toList();
    }

    private static ReminderSent reminder(LetterState letter, LocalDate date, int level, List<ActionAccepted> actions) {
        List<ItemReference> items =
                actions.stream().map(action -> action.key().item()).toList();
        return new ReminderSent(
                letter.letterId() + "/" + level,
                letter.customerId(),
                date,
                level,
                actions.get(0).channel(),
                items,
                date);
    }
}
