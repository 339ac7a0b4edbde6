package io.receivables.core;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/**
 * A kind of {@link Problem} with a stable id such as {@code RCV-LEDGER-003}. Modules define theirs as enums and bring the
 * messages, English and French, as a resource bundle keyed by id in which <code>{name}</code> stands for an attribute; an
 * attribute value that is itself a word (a kind of fact) is translated by the key <code>name.value</code>.
 */
public interface ProblemCode {
    /** The stable id, unique among all modules. */
    String id();

    Severity severity();

    /** The messages of this code's module in one of the two languages: {@link Locale#ENGLISH}, {@link Locale#FRENCH}. */
    ResourceBundle messages(Locale language);

    /** The message in French where the locale's language is French, in English otherwise. */
    default String message(Map<String, String> attributes, Locale locale) {
        Locale language = locale.getLanguage().equals("fr") ? Locale.FRENCH : Locale.ENGLISH;
        return fill(messages(language), id(), attributes);
    }

    /**
     * The text that a bundle holds under a key, with attributes in place of <code>{name}</code> as told above; a name that
     * is no attribute stays as it is.
     */
    static String fill(ResourceBundle messages, String key, Map<String, String> attributes) {
        String text = messages.getString(key);
        StringBuilder filled = new StringBuilder(text.length() + 40);
        int position = 0;
        // one pass: a value that looks like a placeholder is never expanded
        while (position < text.length()) {
            int open = text.indexOf('{', position);
            int close = open < 0 ? -1 : text.indexOf('}', open);
            if (close < 0) {
                break;
            }
            String name = text.substring(open + 1, close);
            filled.append(text, position, open);
            String value = attributes.getOrDefault(name, text.substring(open, close + 1));
            String named = name + "." + value;
            filled.append(messages.containsKey(named) ? messages.getString(named) : value);
            position = close + 1;
        }
        return filled.append(text, position, text.length()).toString();
    }
}
