package io.receivables.dunning.journal;

import io.receivables.core.Instalment;
import io.receivables.core.Money;
import io.receivables.core.collection.ItemReference;
import io.receivables.core.collection.ReminderSent.Channel;
import io.receivables.dunning.cases.ActionKey;
import io.receivables.dunning.cases.CallOutcome;
import io.receivables.dunning.cases.DunningEvent;
import io.receivables.dunning.cases.DunningEvent.ActionAccepted;
import io.receivables.dunning.cases.DunningEvent.ActionPostponed;
import io.receivables.dunning.cases.DunningEvent.ActionSkipped;
import io.receivables.dunning.cases.DunningEvent.CallMade;
import io.receivables.dunning.cases.DunningEvent.ContactCorrected;
import io.receivables.dunning.cases.DunningEvent.DebitRejected;
import io.receivables.dunning.cases.DunningEvent.FileRecalled;
import io.receivables.dunning.cases.DunningEvent.HoldReleased;
import io.receivables.dunning.cases.DunningEvent.HoldSet;
import io.receivables.dunning.cases.DunningEvent.InsolvencyClosed;
import io.receivables.dunning.cases.DunningEvent.InsolvencyOpened;
import io.receivables.dunning.cases.DunningEvent.LadderRestarted;
import io.receivables.dunning.cases.DunningEvent.LetterAcknowledged;
import io.receivables.dunning.cases.DunningEvent.LetterFailed;
import io.receivables.dunning.cases.DunningEvent.LetterSending;
import io.receivables.dunning.cases.DunningEvent.LetterSent;
import io.receivables.dunning.cases.DunningEvent.LetterWithdrawn;
import io.receivables.dunning.cases.DunningEvent.PlanAgreed;
import io.receivables.dunning.cases.DunningEvent.PlanDeclined;
import io.receivables.dunning.cases.DunningEvent.PlanOffered;
import io.receivables.dunning.cases.DunningEvent.Recovered;
import io.receivables.dunning.cases.DunningEvent.SalesAnswered;
import io.receivables.dunning.cases.DunningEvent.SalesAsked;
import io.receivables.dunning.cases.HoldReason;
import io.receivables.dunning.policy.StepKind;
import java.time.LocalDate;
import java.util.List;

/** Events to fill journals with. */
public final class EventSamples {
    public static final LocalDate DAY = LocalDate.parse("2026-05-04");

    private EventSamples() {}

    /** An event of each kind, made of an id, a text and a number. */
    public static List<DunningEvent> ofEachKind(String customerId, String id, String text, int number) {
        ItemReference item = ItemReference.of(id, number);
        ActionKey key = new ActionKey(item, "level-" + number, number);
        LocalDate day = DAY.plusDays(number);
        Money amount = Money.of(number + ".01", "CAD");
        List<ItemReference> items = List.of(item, ItemReference.of(id), ItemReference.of(id, number + 1));
        List<Instalment> instalments =
                List.of(Instalment.of(day, amount), Instalment.of(day.plusDays(1), Money.of("7", "JPY")));
        return List.of(
                new ActionAccepted(
                        key,
                        customerId,
                        day,
                        id,
                        id,
                        StepKind.FORMAL_NOTICE,
                        number,
                        Channel.REGISTERED_LETTER,
                        id,
                        amount,
                        Money.of("40.00", "EUR"),
                        text),
                new ActionSkipped(key, customerId, day, StepKind.COURTESY, number, text),
                new ActionPostponed(key, customerId, day, day.plusDays(9), text, number),
                new LetterSending(id, customerId, day, number),
                new LetterSent(id, customerId, day, number, text),
                new LetterFailed(id, customerId, day, number, text, number % 2 == 0),
                new LetterWithdrawn(id, customerId, day, text),
                new LetterAcknowledged(id, customerId, day, id),
                new SalesAsked(key, customerId, day, text),
                new SalesAnswered(key, customerId, day, number % 2 == 1, text, number),
                new CallMade(id, customerId, day, items, CallOutcome.NO_ANSWER, text),
                new ContactCorrected(customerId, day, number),
                new HoldSet(id, customerId, day, items, day.plusDays(3), HoldReason.PAYMENT_IN_TRANSIT, text),
                new HoldSet(id + "2", customerId, day, List.of(), day, HoldReason.MANUAL, ""),
                new HoldReleased(id, customerId, day),
                new InsolvencyOpened(customerId, day, text, number),
                new InsolvencyClosed(customerId, day, text, number),
                new DebitRejected(id, customerId, day, item, text),
                new Recovered(id, customerId, day, item, amount.negated()),
                new LadderRestarted(customerId, day, item, number),
                new FileRecalled(customerId, day, item, text, number),
                new PlanOffered(id, customerId, day, items, instalments, day.plusDays(2)),
                new PlanDeclined(id, customerId, day),
                new PlanAgreed(id, customerId, day));
    }

    /** An action in a letter. */
    public static ActionAccepted accepted(String customerId, String letterId, String documentId) {
        return new ActionAccepted(
                new ActionKey(ItemReference.of(documentId, 1), "level-1", 0),
                customerId,
                DAY,
                letterId,
                "standard",
                StepKind.REMINDER,
                1,
                Channel.EMAIL,
                "reminder-courteous",
                Money.of("100.00", "CAD"),
                Money.of("0.00", "CAD"));
    }

    /** A call of an id. */
    public static CallMade call(String customerId, String callId) {
        return new CallMade(callId, customerId, DAY, List.of(), CallOutcome.REACHED, "");
    }
}
