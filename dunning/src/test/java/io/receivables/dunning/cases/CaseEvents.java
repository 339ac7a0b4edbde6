package io.receivables.dunning.cases;

import io.receivables.core.Money;
import io.receivables.core.collection.ItemReference;
import io.receivables.core.collection.ReminderSent.Channel;
import io.receivables.dunning.cases.DunningEvent.ActionAccepted;
import io.receivables.dunning.cases.DunningEvent.ActionSkipped;
import io.receivables.dunning.cases.DunningEvent.LetterAcknowledged;
import io.receivables.dunning.cases.DunningEvent.LetterFailed;
import io.receivables.dunning.cases.DunningEvent.LetterSending;
import io.receivables.dunning.cases.DunningEvent.LetterSent;
import io.receivables.dunning.policy.StepKind;
import java.time.LocalDate;

/** Events of one customer, C-1, by the few things that tests vary. */
final class CaseEvents {
    static final String CUSTOMER = "C-1";
    static final ItemReference F1 = ItemReference.of("F-1", 1);
    static final ItemReference F2 = ItemReference.of("F-2", 1);

    private CaseEvents() {}

    static LocalDate may(int day) {
        return LocalDate.of(2026, 5, day);
    }

    static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }

    static ActionKey key(ItemReference item, String step) {
        return new ActionKey(item, step, 0);
    }

    /** A step of a level in a letter of its own, accepted on a day of May. */
    static ActionAccepted accepted(ItemReference item, StepKind kind, int level, String letter, int day) {
        String step = kind.isOnLadder() ? "level-" + level : kind.code() + "-5";
        return accepted(key(item, step), kind, level, letter, day);
    }

    static ActionAccepted accepted(ActionKey key, StepKind kind, int level, String letter, int day) {
        return new ActionAccepted(
                key,
                CUSTOMER,
                may(day),
                letter,
                "courteous",
                kind,
                level,
                Channel.EMAIL,
                kind.code(),
                Money.of("100.00", "EUR"),
                Money.of("0.00", "EUR"));
    }

    static LetterSending sending(String letter, int day, int attempt) {
        return new LetterSending(letter, CUSTOMER, may(day), attempt);
    }

    static LetterSent sent(String letter, int day, int attempt) {
        return new LetterSent(letter, CUSTOMER, may(day), attempt, "");
    }

    static LetterSent sent(String letter, int day) {
        return sent(letter, day, 1);
    }

    static LetterAcknowledged acknowledged(String letter, int day) {
        return new LetterAcknowledged(letter, CUSTOMER, may(day), "delivered");
    }

    static LetterFailed failed(String letter, int day, int attempt, boolean last) {
        return new LetterFailed(letter, CUSTOMER, may(day), attempt, "no such mailbox", last);
    }

    static ActionSkipped skipped(ItemReference item, StepKind kind, int level, int day) {
        return new ActionSkipped(key(item, "level-" + level), CUSTOMER, may(day), kind, level, "not this month");
    }
}
