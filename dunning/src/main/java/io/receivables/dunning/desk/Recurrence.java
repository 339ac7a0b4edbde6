package io.receivables.dunning.desk;

import io.receivables.core.collection.ItemReference;
import io.receivables.dunning.cases.DunningEvent;
import io.receivables.dunning.cases.DunningEvent.ActionPostponed;
import io.receivables.dunning.cases.DunningEvent.FileRecalled;
import io.receivables.dunning.cases.DunningEvent.OfLetter;
import io.receivables.dunning.cases.DunningEvent.Recurring;
import io.receivables.dunning.cases.DunningEvent.SalesAnswered;
import io.receivables.dunning.cases.DunningEventKind;
import io.receivables.dunning.policy.StepKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Whether an event that nobody gave a name is told again or happened again. Told again, it says what the journal said last
 * about the same matter. What says something else is new, even if its day had the same before: sales may agree, refuse and
 * agree within one day.
 */
final class Recurrence {
    private static final Set<DunningEventKind> INSOLVENCY =
            EnumSet.of(DunningEventKind.INSOLVENCY_OPENED, DunningEventKind.INSOLVENCY_CLOSED);
    private static final Set<DunningEventKind> CONTACT =
            EnumSet.of(DunningEventKind.CONTACT_CORRECTED, DunningEventKind.LETTER_FAILED);
    private static final Set<DunningEventKind> DELIVERY =
            EnumSet.of(DunningEventKind.LETTER_SENT, DunningEventKind.LETTER_ACKNOWLEDGED);

    private final Recurring told;
    private final CustomerFile file;

    private Recurrence(Recurring told, CustomerFile file) {
        this.told = told;
        this.file = file;
    }

    /** The event of the journal that is told again; otherwise what is told, as the next of its day and content. */
    static Recurring of(Recurring told, CustomerFile file) {
        return new Recurrence(told, file).counted();
    }

    private Recurring counted() {
        List<Recurring> before = file.all(Recurring.class)
                .filter(other -> other.occurring(Recurring.FIRST)
                        .id()
                        .equals(told.occurring(Recurring.FIRST).id()))
                .toList();
        if (before.isEmpty()) {
            return told.occurring(Recurring.FIRST);
        }
        Recurring last = before.get(before.size() - 1);
        Recurring next = told.occurring(last.occurrence() + 1);
        boolean isSame = last.equals(told.occurring(last.occurrence()));
        return isSame && !isContradictedSince(last) ? last : next;
    }

    /** Whether the same matter stood otherwise later on the same day; what another day says was told in another order. */
    private boolean isContradictedSince(Recurring last) {
        List<DunningEvent> events = file.events();
        return events.subList(events.indexOf(last) + 1, events.size()).stream()
                .anyMatch(other -> other.date().equals(told.date()) && isOfSameMatter(other));
    }

    private boolean isOfSameMatter(DunningEvent other) {
        return switch (told.kind()) {
            case ACTION_POSTPONED ->
                other instanceof ActionPostponed postponed && postponed.key().equals(((ActionPostponed) told).key());
            case SALES_ANSWERED ->
                other instanceof SalesAnswered answer && answer.key().equals(((SalesAnswered) told).key());
            case CONTACT_CORRECTED -> CONTACT.contains(other.kind());
            case FILE_RECALLED -> DELIVERY.contains(other.kind()) && handsOver((OfLetter) other);
            default -> INSOLVENCY.contains(other.kind());
        };
    }

    private boolean handsOver(OfLetter delivery) {
        ItemReference item = ((FileRecalled) told).item();
        return file.cases().letter(delivery.letterId()).stream()
                .flatMap(letter -> letter.actions().stream())
                .anyMatch(action -> action.step() == StepKind.HAND_OVER
                        && action.key().item().equals(item));
    }
}
