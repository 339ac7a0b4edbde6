package io.receivables.payments.desk.choice;

import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of this package. */
final class ChoiceMessages {
    private ChoiceMessages() {}

    /** In French where the locale's language is French, in English otherwise. */
    static ResourceBundle in(Locale locale) {
        Locale language = locale.getLanguage().equals("fr") ? Locale.FRENCH : Locale.ENGLISH;
        return ResourceBundle.getBundle("io.receivables.payments.desk.choice.ChoiceMessages", language);
    }
}
