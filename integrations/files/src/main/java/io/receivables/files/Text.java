package io.receivables.files;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** What is done with text everywhere: trimming, comparing headers, and showing what others wrote without its tricks. */
final class Text {
    private static final int LONGEST_SHOWN = 80;
    private static final int LONGEST_COMPARED = 60;

    private Text() {}

    /** Whether a character is a blank at the edge of a cell: white space, no-break spaces, a stray byte order mark. */
    static boolean isBlank(char c) {
        return c <= ' ' ? c == ' ' || (c >= '\t' && c <= '\r') : c >= '\u00A0' && isRareBlank(c);
    }

    private static boolean isRareBlank(char c) {
        return Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u200B';
    }

    static String trim(CharSequence text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.subSequence(start, end).toString();
    }

    /** A header in the form in which headers are compared. */
    static String header(String text) {
        return trim(text).toLowerCase(Locale.ROOT);
    }

    /** A value as it is quoted in a problem: shortened, and with escapes for whatever would not show as it is. */
    static String shown(String value) {
        return shown(value, LONGEST_SHOWN);
    }

    static String shown(String value, int longest) {
        StringBuilder shown = new StringBuilder(Math.min(value.length(), longest) + 1);
        for (int i = 0; i < value.length(); i++) {
            if (shown.length() >= longest) {
                return shown.append('…').toString();
            }
            char c = value.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < value.length()
                    && Character.isLowSurrogate(value.charAt(i + 1));
            if (pair) {
                shown.append(c).append(value.charAt(++i));
            } else if (isInvisible(c) || Character.isSurrogate(c)) {
                shown.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
            } else {
                shown.append(c);
            }
        }
        return shown.toString();
    }

    /** Control and format characters (which reverse or hide text), and separators of lines. */
    static boolean isInvisible(char c) {
        if (c < '\u00AD') {
            return c < ' ' || (c >= '\u007F' && c <= '\u009F');
        }
        int type = Character.getType(c);
        return type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.CONTROL;
    }

    /** The candidate that a mistyped word most likely meant; empty if there is none. */
    static String nearest(String word, Collection<String> candidates) {
        String plain = plain(word);
        return candidates.stream()
                .min(Comparator.comparingInt(candidate -> distance(plain, plain(candidate))))
                .map(candidate -> shown(candidate))
                .orElse("");
    }

    private static String plain(String word) {
        String letters = header(word).replaceAll("[\\s_.-]+", "");
        return letters.substring(0, Math.min(letters.length(), LONGEST_COMPARED));
    }

    /** The number of letters to insert, leave out or change; a word within the other counts as near. */
    private static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        boolean within = !a.isEmpty() && !b.isEmpty() && (a.contains(b) || b.contains(a));
        return within ? above[b.length()] / 2 : above[b.length()];
    }
}
