package io.receivables.holidays;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;

/**
 * A holiday of one year.
 *
 * @param date the day on which it is kept: the substitute where it was moved from a weekend
 * @param english its name in English
 * @param french its name in French
 */
public record Holiday(LocalDate date, String english, String french) {
    public Holiday {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(english, "English name");
        Objects.requireNonNull(french, "French name");
    }

    /** The name in French where the locale's language is French, in English otherwise. */
    public String name(Locale locale) {
        return locale.getLanguage().equals("fr") ? french : english;
    }
}
