package io.receivables.dunning.desk;

import io.receivables.core.Customer;
import io.receivables.core.collection.ReminderSent.Channel;
import io.receivables.core.ledger.OpenItem;
import io.receivables.dunning.cases.DunningEvent.ActionAccepted;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * A letter that is about to go out: what was accepted, and the items as they stand on the day of sending.
 *
 * @param letterId its id, by which the desk is told that it arrived
 * @param key what a sender recognises a repetition by, and by which the desk is told that it came back: the letter's id,
 *     and from its first return on how often it came back, since it is then to be sent anew
 * @param customer to whom
 * @param date the day of sending
 * @param channel how
 * @param language {@code en} or {@code fr}
 * @param salesRepresentative who is told that it goes out; empty for nobody
 * @param attempt the number of this attempt, from 1
 * @param items what it is about, one or more, in the order of acceptance
 */
public record OutgoingLetter(
        String letterId,
        String key,
        Customer customer,
        LocalDate date,
        Channel channel,
        String language,
        String salesRepresentative,
        int attempt,
        List<Item> items) {
    public OutgoingLetter {
        items = List.copyOf(items);
    }

    /**
     * One item of a letter.
     *
     * @param action what was accepted about it
     * @param state how it stands on the day of sending; at least what is claimed is open and not contested
     */
    public record Item(ActionAccepted action, OpenItem state) {}

    /** The action whose words the letter uses: the one of the highest step. */
    public ActionAccepted leading() {
        return items.stream()
                .map(Item::action)
                .max(Comparator.comparing(ActionAccepted::step).thenComparingInt(ActionAccepted::level))
                .orElseThrow();
    }

    /** What somebody added to the letter's own words; empty for nothing. */
    public String note() {
        return items.get(0).action().note();
    }
}
