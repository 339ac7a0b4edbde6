package io.receivables.jackson;

import static org.assertj.core.api.Assertions.catchException;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** JSON in which a value was exchanged for something else. */
final class SpoiltJson {
    private SpoiltJson() {}

    static Arbitrary<String> junk() {
        return Arbitraries.of(
                "null",
                "true",
                "0",
                "-1",
                "1.5",
                "1e2",
                "1e999999999",
                "1e-999999999",
                "99999999999999999999",
                "\"\"",
                "\" \"",
                "\"x\"",
                "\"1e999999999\"",
                "\"NaN\"",
                "\"2026-02-30\"",
                "\"EUR\"",
                "\"payment\"",
                "[]",
                "{}",
                "[[]]",
                "[{}]",
                "[null]",
                "{\"a\":1}",
                "[{\"dueDate\":\"2026-01-01\",\"amount\":\"1\"}]");
    }

    /** The JSON with the value of one of its fields, counted round, exchanged for junk. */
    static String of(String json, String junk, int place) {
        List<Integer> colons = colonsOutsideStrings(json);
        int colon = colons.get(Math.floorMod(place, colons.size()));
        return json.substring(0, colon + 1) + junk + json.substring(endOfValue(json, colon + 1));
    }

    /** The value as JSON, or the refusal; anything but Jackson's own exceptions fails here. */
    static Object outcome(Jackson line, String json, Class<?> type) throws Exception {
        Object[] read = new Object[1];
        Exception thrown = catchException(() -> read[0] = line.mapper().read(json, type));
        return thrown == null ? line.mapper().write(read[0]) : line.mapper().refusal(thrown);
    }

    private static List<Integer> colonsOutsideStrings(String json) {
        List<Integer> colons = new ArrayList<>();
        boolean inString = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (inString && c == '\\') {
                i++;
            } else if (c == '"') {
                inString = !inString;
            } else if (!inString && c == ':') {
                colons.add(i);
            }
        }
        return colons;
    }

    private static int endOfValue(String json, int start) {
        boolean inString = false;
        int depth = 0;
        for (int i = start; i < json.length(); i++) {
            char c = json.charAt(i);
            if (inString && c == '\\') {
                i++;
            } else if (c == '"') {
                inString = !inString;
            } else if (!inString && depth == 0 && (c == ',' || c == '}' || c == ']')) {
                return i;
            } else if (!inString && (c == '{' || c == '[')) {
                depth++;
            } else if (!inString && (c == '}' || c == ']')) {
                depth--;
            }
        }
        throw new AssertionError(json);
    }
}
