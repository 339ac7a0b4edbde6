package io.receivables.dunning.cases;

import java.util.Locale;

/** The two languages of texts about cases. */
final class CaseText {
    private CaseText() {}

    static Locale language(Locale locale) {
        return locale.getLanguage().equals(Locale.FRENCH.getLanguage()) ? Locale.FRENCH : Locale.ENGLISH;
    }
}
