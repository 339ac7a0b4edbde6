package io.receivables.core.collection;

import io.receivables.core.internal.Checks;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A customer was asked to pay items.
 *
 * @param id the identifier, unique among reminders
 * @param customerId who was asked
 * @param date the day it was sent
 * @param level the step, from 1 for the first reminder; {@link #COURTESY} for a notice before anything is past due
 * @param channel how
 * @param items what was asked for, one or more
 * @param recordedOn the day on which it became known
 */
public record ReminderSent(
        String id,
        String customerId,
        LocalDate date,
        int level,
        Channel channel,
        List<ItemReference> items,
        LocalDate recordedOn)
        implements CollectionFact {
    /** The level of a notice that is sent before anything is past due. */
    public static final int COURTESY = 0;

    /** The highest level. */
    public static final int HIGHEST_LEVEL = 99;

    /** How a customer is reached. Others may be added: have a default branch. */
    public enum Channel {
        EMAIL("email"),
        LETTER("letter"),
        REGISTERED_LETTER("registered-letter"),
        PHONE("phone"),
        TEXT_MESSAGE("text-message"),
        PORTAL("portal"),
        VISIT("visit"),
        OTHER("other");

        private final String code;

        Channel(String code) {
            this.code = code;
        }

        /** The pinned text of this channel in files and stores. */
        public String code() {
            return code;
        }

        /**
         * The channel of a code.
         *
         * @throws IllegalArgumentException if there is none of that code
         */
        public static Channel ofCode(String code) {
            for (Channel channel : values()) {
                if (channel.code.equals(code)) {
                    return channel;
                }
            }
            throw new IllegalArgumentException("channel \"" + code + "\" is unknown");
        }
    }

    public ReminderSent {
        Checks.id(id, "reminder id");
        Checks.id(customerId, "customer id of reminder", id);
        Checks.date(date, "date of reminder", id);
        Checks.that(
                level >= COURTESY && level <= HIGHEST_LEVEL,
                () -> "level " + level + " of reminder " + id + " is not between " + COURTESY + " and "
                        + HIGHEST_LEVEL);
        Objects.requireNonNull(channel, "channel");
        items = List.copyOf(items);
        Checks.that(!items.isEmpty(), () -> "reminder " + id + " asks for no item: name what is to be paid");
        Checks.date(recordedOn, "recordedOn of reminder", id);
    }

    /** A reminder of whole documents. */
    public static ReminderSent of(
            String id, String customerId, LocalDate sentOn, int level, Channel channel, String... documentIds) {
        List<ItemReference> items =
                Arrays.stream(documentIds).map(ItemReference::of).toList();
        return new ReminderSent(id, customerId, sentOn, level, channel, items, sentOn);
    }

    /** This reminder, of given items. */
    public ReminderSent over(List<ItemReference> items) {
        return new ReminderSent(id, customerId, date, level, channel, items, recordedOn);
    }

    public ReminderSent recordedOn(LocalDate recordedOn) {
        return new ReminderSent(id, customerId, date, level, channel, items, recordedOn);
    }

    @Override
    public CollectionFactKind kind() {
        return CollectionFactKind.REMINDER_SENT;
    }
}
