package io.receivables.dunning.jdbc;

import io.receivables.core.Instalment;
import io.receivables.core.collection.ItemReference;
import io.receivables.dunning.cases.DunningEvent;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a database can keep and give back unchanged; anything else is refused instead of being cut or replaced. */
final class Keepable {
    /** The greatest number of characters of what people write; the column is as wide. */
    static final int LONGEST_WORDS = 10_000;

    private static final int LONGEST_ID = 200;
    private static final char NUL = '\0';
    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;

    private final DunningEvent event;

    private Keepable(DunningEvent event) {
        this.event = event;
    }

    static void check(DunningEvent event, EventRow row) {
        Keepable check = new Keepable(event);
        check.text("customer_id", row.customerId(), LONGEST_ID);
        check.date("event_date", row.date());
        for (Column column : Column.values()) {
            check.value(column, row.value(column));
        }
        for (ItemReference item : row.items()) {
            check.text("document_id of an item", item.documentId(), LONGEST_ID);
        }
        for (Instalment instalment : row.instalments()) {
            check.date("due_date of an instalment", instalment.dueDate());
        }
    }

    private void value(Column column, @Nullable Object value) {
        if (value instanceof String text) {
            text(column.toString(), text, column == Column.WORDS ? LONGEST_WORDS : LONGEST_ID);
        } else if (value instanceof LocalDate date) {
            date(column.toString(), date);
        }
    }

    /** Whether a text may be the id of something that was kept. */
    static boolean isId(String text) {
        return text.length() <= LONGEST_ID && text.indexOf(NUL) < 0 && isWellFormed(text);
    }

    private void text(String name, String text, int longest) {
        that(text.length() <= longest, name, "has " + text.length() + " characters: at most " + longest + " are kept");
        that(text.indexOf(NUL) < 0, name, "has a NUL character, which databases do not keep: leave it out");
        that(isWellFormed(text), name, "has half of a surrogate pair, which is no character: leave it out");
    }

    private static boolean isWellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isHighSurrogate(text.charAt(i))
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private void date(String name, LocalDate date) {
        that(
                date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR,
                name,
                date + " is outside the years " + FIRST_YEAR + " to " + LAST_YEAR + ": give a date that means one");
    }

    private void that(boolean holds, String name, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "event of kind " + event.kind().code() + " of " + event.date() + ": " + name + " " + otherwise);
        }
    }
}
