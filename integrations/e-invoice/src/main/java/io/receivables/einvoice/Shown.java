package io.receivables.einvoice;

import java.util.Locale;

/** A value of a document as a problem quotes it: shortened, and with escapes for whatever would not show as it is. */
final class Shown {
    private static final int LONGEST = 80;

    private Shown() {}

    static String of(String value) {
        StringBuilder shown = new StringBuilder();
        value.codePoints().limit(LONGEST).forEach(point -> {
            if (isInvisible(point)) {
                shown.append(String.format(Locale.ROOT, "\\u%04X", point));
            } else {
                shown.appendCodePoint(point);
            }
        });
        return value.codePointCount(0, value.length()) > LONGEST
                ? shown.append('…').toString()
                : shown.toString();
    }

    private static boolean isInvisible(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
