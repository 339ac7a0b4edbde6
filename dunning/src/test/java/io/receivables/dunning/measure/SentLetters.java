package io.receivables.dunning.measure;

import io.receivables.core.Money;
import io.receivables.core.collection.ItemReference;
import io.receivables.core.collection.ReminderSent.Channel;
import io.receivables.dunning.cases.ActionKey;
import io.receivables.dunning.cases.Cases;
import io.receivables.dunning.cases.DunningEvent;
import io.receivables.dunning.cases.DunningEvent.ActionAccepted;
import io.receivables.dunning.cases.DunningEvent.LetterAcknowledged;
import io.receivables.dunning.cases.DunningEvent.LetterFailed;
import io.receivables.dunning.cases.DunningEvent.LetterSending;
import io.receivables.dunning.cases.DunningEvent.LetterSent;
import io.receivables.dunning.policy.StepKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Letters written down by hand: reminders about first instalments, of one item for each call of {@link #about}. */
final class SentLetters {
    private final List<DunningEvent> events = new ArrayList<>();
    private String letterId = "";
    private String customerId = "";
    private LocalDate date = LocalDate.EPOCH;
    private Channel channel = Channel.EMAIL;

    /** Begins a letter, accepted on a day. */
    SentLetters letter(String letterId, String customerId, LocalDate date, Channel channel) {
        this.letterId = letterId;
        this.customerId = customerId;
        this.date = date;
        this.channel = channel;
        return this;
    }

    SentLetters about(String documentId, int level, Money claimed) {
        return about(ItemReference.of(documentId, 1), level, claimed);
    }

    SentLetters about(ItemReference item, int level, Money claimed) {
        StepKind kind = level == 0 ? StepKind.COURTESY : StepKind.REMINDER;
        ActionKey key = new ActionKey(item, level == 0 ? "courtesy-3" : "level-" + level, 0);
        String template = level == 0 ? "courtesy" : "reminder-" + level;
        Money fee = Money.zero(claimed.currency());
        events.add(new ActionAccepted(
                key, customerId, date, letterId, "usual", kind, level, channel, template, claimed, fee));
        return this;
    }

    /** The letter goes out on the day on which it was accepted. */
    SentLetters sent() {
        return sentOn(date);
    }

    SentLetters sentOn(LocalDate day) {
        events.add(new LetterSending(letterId, customerId, day, 1));
        events.add(new LetterSent(letterId, customerId, day, 1, ""));
        return this;
    }

    SentLetters cameBackOn(LocalDate day) {
        events.add(new LetterFailed(letterId, customerId, day, 1, "moved away", true));
        return this;
    }

    SentLetters reachedOn(LocalDate day) {
        events.add(new LetterAcknowledged(letterId, customerId, day, "delivered"));
        return this;
    }

    Cases cases() {
        return Cases.of(events);
    }
}
