package io.receivables.files;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Amounts as people write them, read exactly. */
final class Amounts {
    private static final int LONGEST = 60;
    private static final int GROUP = 3;

    private Amounts() {}

    /**
     * The number, or null if the text is not a plain decimal: an optional sign, digits (perhaps in groups of three, all
     * with the same separator), and perhaps the decimal sign with digits after it.
     */
    static @Nullable BigDecimal parse(String text, char decimal) {
        int length = text.length();
        if (length > LONGEST) {
            return null;
        }
        StringBuilder plain = new StringBuilder(length);
        int at = 0;
        if (length > 0 && (text.charAt(0) == '-' || text.charAt(0) == '+')) {
            plain.append(text.charAt(at++));
        }
        at = integerPart(text, at, decimal, plain);
        if (at < length && at >= 0 && text.charAt(at) == decimal) {
            plain.append('.');
            int end = digits(text, at + 1, plain);
            at = end > at + 1 ? end : -1;
        }
        return at == length && endsInDigit(plain) ? new BigDecimal(plain.toString()) : null;
    }

    /** Appends the digits before the decimal sign; the position after them, or -1 if their groups are not in order. */
    private static int integerPart(String text, int start, char decimal, StringBuilder plain) {
        int at = digits(text, start, plain);
        if (at == text.length() || at == start || !isSeparator(text.charAt(at), decimal)) {
            return at;
        }
        // "0,123" is not the number 123 in groups: nobody writes it so, and the comma may well be a decimal sign
        boolean inOrder = at - start <= GROUP && text.charAt(start) != '0';
        char separator = text.charAt(at);
        while (inOrder && at < text.length() && text.charAt(at) == separator) {
            int end = digits(text, at + 1, plain);
            inOrder = end - at - 1 == GROUP;
            at = end;
        }
        return inOrder ? at : -1;
    }

    private static int digits(String text, int start, StringBuilder plain) {
        int at = start;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            plain.append(text.charAt(at++));
        }
        return at;
    }

    private static boolean isSeparator(char c, char decimal) {
        return switch (c) {
            case ' ', '\u00A0', '\u202F', '\u2009', '\'', '\u2019' -> true;
            case '.', ',' -> c != decimal;
            default -> false;
        };
    }

    private static boolean endsInDigit(StringBuilder plain) {
        return !plain.isEmpty() && Character.isDigit(plain.charAt(plain.length() - 1));
    }
}
