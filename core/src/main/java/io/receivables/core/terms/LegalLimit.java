package io.receivables.core.terms;

import java.time.LocalDate;
import java.util.Objects;

/**
 * The latest day on which a law lets a payment fall due.
 *
 * @param from the date from which it counts
 * @param within the rule of the latest day
 * @param text the limit in words: "60 days after the invoice date"
 */
public record LegalLimit(BaseDate from, DueRule within, LegalText text) {
    public LegalLimit {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(within, "within");
        Objects.requireNonNull(text, "text");
    }

    public static LegalLimit of(BaseDate from, DueRule within, String english, String french) {
        return new LegalLimit(from, within, new LegalText(english, french));
    }

    /**
     * The latest day for a document of these dates. A limit is a matter of calendar days: it is not extended to a business
     * day.
     *
     * @throws IllegalArgumentException if the date from which it counts is not given
     */
    public LocalDate latest(BaseDates dates) {
        return within.from(dates.get(from), BusinessCalendar.weekdays());
    }
}
