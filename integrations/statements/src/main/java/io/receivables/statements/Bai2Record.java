package io.receivables.statements;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One record of a BAI2 file with what continues it. Its fields are read one after the other, the text at last. */
final class Bai2Record {
    final String code;
    final int line;
    /** How many records it counts for: itself and those that continue it. */
    int records = 1;

    private final List<String> segments = new ArrayList<>();
    private int size;
    private int segment;
    private int position;

    Bai2Record(String text, int line) {
        this.code = text.substring(0, 2);
        this.line = line;
        segments.add(rest(text));
        size = text.length();
    }

    /** Continues the record; false where it is longer than allowed and the piece is left out. */
    boolean add(String piece, int limit) {
        // an empty piece costs something too
        size = (int) Math.min(Integer.MAX_VALUE, (long) size + piece.length() + 8);
        if (size > limit) {
            return false;
        }
        boolean isRecord = piece.startsWith("88") && Bai2Lines.isRecord(piece);
        segments.add(isRecord ? rest(piece) : unended(piece));
        return true;
    }

    private static String rest(String text) {
        return text.length() <= 3 ? "" : unended(text.substring(3));
    }

    /** Without the slash that ends a record. */
    private static String unended(String text) {
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    /** The next field; null after the last one. */
    @Nullable String next() {
        while (segment < segments.size()) {
            String text = segments.get(segment);
            if (position <= text.length()) {
                int comma = text.indexOf(',', position);
                String field = comma < 0 ? text.substring(position) : text.substring(position, comma);
                position = comma < 0 ? text.length() + 1 : comma + 1;
                return field.strip();
            }
            segment++;
            position = 0;
        }
        return null;
    }

    /** Whether the next field is the first of a record that continues this one. */
    boolean isAtBreak() {
        return segment + 1 < segments.size() && position > segments.get(segment).length();
    }

    /** The next field, empty where there is none. */
    String nextOrEmpty() {
        String field = next();
        return field == null ? "" : field;
    }

    /** All that was not read yet: the pieces of a text, which may have commas. */
    List<String> text() {
        List<String> pieces = new ArrayList<>();
        while (segment < segments.size()) {
            String text = segments.get(segment);
            if (position <= text.length()) {
                pieces.add(text.substring(position).strip());
            }
            segment++;
            position = 0;
        }
        return pieces;
    }
}
