package io.receivables.dashboard;

import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A text in both languages of the page. */
record Twin(String english, String french) {
    static final Twin NOTHING = same("");

    /** A text that is the same in both languages, such as a name. */
    static Twin same(String text) {
        return new Twin(text, text);
    }

    /** A text made in each language. */
    static Twin of(Function<Locale, String> text) {
        return new Twin(text.apply(Locale.ENGLISH), text.apply(Locale.FRENCH));
    }

    boolean isSame() {
        return english.equals(french);
    }

    Twin plus(Twin other) {
        return new Twin(english + other.english, french + other.french);
    }

    Twin map(UnaryOperator<String> change) {
        return new Twin(change.apply(english), change.apply(french));
    }

    String in(Locale language) {
        return language.equals(Locale.FRENCH) ? french : english;
    }
}
