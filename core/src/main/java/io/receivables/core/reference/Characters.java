package io.receivables.core.reference;

import java.util.Locale;

/**
 * Texts as people and banks write them, character by character. Letters and digits are those of ASCII: what another script
 * calls a digit is none in a reference, and upper-casing by Unicode would turn an undotted i into an I.
 */
final class Characters {
    private static final int LONGEST_SHOWN = 60;
    private static final int ALPHABET_START = 10;
    private static final int MODULUS = 97;

    private Characters() {}

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    static boolean isUpper(int c) {
        return c >= 'A' && c <= 'Z';
    }

    static boolean isLetterOrDigit(int c) {
        return isDigit(c) || isUpper(c);
    }

    /** A space as it is typed, or as word processors put it between the groups of a number. */
    static boolean isSpace(char c) {
        return c == ' ' || c == '\u00a0' || c == '\u2007' || c == '\u2009' || c == '\u202f';
    }

    static char upper(char c) {
        return c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c;
    }

    /** Without spaces and the characters of a decoration, in upper case. */
    static String compact(String text, String decoration) {
        StringBuilder compact = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isSpace(c) && decoration.indexOf(c) < 0) {
                compact.append(upper(c));
            }
        }
        return compact.toString();
    }

    static String compact(String text) {
        return compact(text, "");
    }

    /** In groups of a number of characters; the first group takes what is over where groups are counted from the right. */
    static String grouped(String compact, int first, int size) {
        StringBuilder grouped = new StringBuilder(compact);
        int start = first == 0 ? size : first;
        for (int at = start, added = 0; at < compact.length(); at += size, added++) {
            grouped.insert(at + added, ' ');
        }
        return grouped.toString();
    }

    /** The remainder modulo 97 of letters and digits, A being 10 and Z 35 (ISO 7064). */
    static int mod97(String lettersAndDigits) {
        int remainder = 0;
        for (int i = 0; i < lettersAndDigits.length(); i++) {
            char c = lettersAndDigits.charAt(i);
            remainder = isDigit(c)
                    ? (remainder * 10 + (c - '0')) % MODULUS
                    : (remainder * 100 + (c - 'A' + ALPHABET_START)) % MODULUS;
        }
        return remainder;
    }

    static String twoDigits(int number) {
        return String.format(Locale.ROOT, "%02d", number);
    }

    /** A text in a message: hostile ones may be long. */
    static String shown(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }

    /** A character in a message: by its number where it cannot be seen or looks like another one. */
    static String shown(int character) {
        return character > ' ' && character <= '~'
                ? Character.toString(character)
                : String.format(Locale.ROOT, "U+%04X", character);
    }
}
