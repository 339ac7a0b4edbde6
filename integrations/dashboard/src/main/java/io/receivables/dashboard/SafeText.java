package io.receivables.dashboard;

/** Text from data, made harmless to look at: what it could do to the reader's eye is replaced by U+FFFD. */
final class SafeText {
    private static final char REPLACEMENT = '\uFFFD';

    private SafeText() {}

    /**
     * The text without control characters, halves of surrogate pairs, and characters that turn the direction of what
     * follows. Tabs, carriage returns and Unicode's line breaks become spaces; a line feed stays.
     */
    static String of(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> safe.appendCodePoint(isSpace(c) ? ' ' : isHarmful(c) ? REPLACEMENT : c));
        return safe.toString();
    }

    private static boolean isSpace(int c) {
        return c == '\t' || c == '\r' || c == 0x2028 || c == 0x2029;
    }

    private static boolean isHarmful(int c) {
        boolean turnsDirection = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        boolean isNoCharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
        return turnsDirection
                || isNoCharacter
                || (Character.isISOControl(c) && c != '\n')
                || (c >= 0xD800 && c <= 0xDFFF);
    }
}
