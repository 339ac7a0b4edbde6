package io.receivables.core.terms;

import java.util.Locale;
import java.util.Objects;

/** What a law says in a few words, in two languages. */
public record LegalText(String english, String french) {
    public LegalText {
        Objects.requireNonNull(english, "English text");
        Objects.requireNonNull(french, "French text");
    }

    /** The French text where the locale's language is French, the English one otherwise. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("fr") ? french : english;
    }
}
