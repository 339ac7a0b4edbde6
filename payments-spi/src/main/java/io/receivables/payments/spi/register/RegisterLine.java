package io.receivables.payments.spi.register;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * Fields as a line for a {@link RegisterFile}: with a tab after each, then a checksum (CRC-32, 8 hex digits) of what is before it. A
 * backslash stands before a backslash, and with {@code t}, {@code n} or {@code r} for a tab or the end of a line.
 */
public final class RegisterLine {
    private static final int CHECKSUM = 8;

    private RegisterLine() {}

    /** The line of fields. */
    public static String of(List<String> fields) {
        StringBuilder text = new StringBuilder();
        fields.forEach(field -> text.append(escaped(field)).append('\t'));
        return text + checksum(text.toString());
    }

    /**
     * The fields of a line, at least one.
     *
     * @throws IllegalArgumentException if its checksum does not fit
     */
    public static List<String> fields(String line) {
        int end = line.length() - CHECKSUM;
        if (end < 1 || !line.substring(end).equals(checksum(line.substring(0, end)))) {
            throw new IllegalArgumentException("its checksum does not fit");
        }
        return Arrays.stream(line.substring(0, end - 1).split("\t", -1))
                .map(RegisterLine::unescaped)
                .toList();
    }

    private static String escaped(String field) {
        return field.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static String unescaped(String field) {
        StringBuilder text = new StringBuilder(field.length());
        boolean isEscaped = false;
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (isEscaped) {
                text.append(meant(c));
                isEscaped = false;
            } else if (c == '\\') {
                isEscaped = true;
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    private static char meant(char escaped) {
        return switch (escaped) {
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'r' -> '\r';
            default -> escaped;
        };
    }

    private static String checksum(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "%08x", sum.getValue());
    }
}
