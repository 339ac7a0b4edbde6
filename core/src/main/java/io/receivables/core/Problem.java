package io.receivables.core;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Something that is wrong with data: a stable code, and attributes that name what and where. Usual attribute names are
 * {@link #ID}, {@link #FILE}, {@link #LINE}, {@link #FIELD} and {@link #VALUE}.
 *
 * @param code what is wrong
 * @param attributes where and with what values, in the order given
 */
public record Problem(ProblemCode code, Map<String, String> attributes) {
    public static final String ID = "id";
    public static final String FILE = "file";
    public static final String LINE = "line";
    public static final String FIELD = "field";
    public static final String VALUE = "value";

    public Problem {
        Objects.requireNonNull(code, "code");
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /** A problem with attributes given as name, value, name, value, … */
    public static Problem of(ProblemCode code, Object... namesAndValues) {
        return new Problem(code, pairs(code, namesAndValues));
    }

    private static Map<String, String> pairs(ProblemCode code, Object... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("names and values of " + code.id() + " do not come in pairs");
        }
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            pairs.put(namesAndValues[i].toString(), namesAndValues[i + 1].toString());
        }
        return pairs;
    }

    public Severity severity() {
        return code.severity();
    }

    public boolean isError() {
        return severity() == Severity.ERROR;
    }

    /** The value of an attribute, empty when the problem has none of that name. */
    public String attribute(String name) {
        return attributes.getOrDefault(name, "");
    }

    /** This problem with further attributes before its own, such as the file and line it was met in. */
    public Problem at(Map<String, String> where) {
        Map<String, String> all = new LinkedHashMap<>(where);
        all.putAll(attributes);
        return new Problem(code, all);
    }

    /** This problem with further attributes before its own, given as name, value, name, value, … */
    public Problem at(Object... namesAndValues) {
        return at(pairs(code, namesAndValues));
    }

    /** The message in English. */
    public String message() {
        return message(Locale.ENGLISH);
    }

    /** The message in French where the locale's language is French, in English otherwise. */
    public String message(Locale locale) {
        return code.message(attributes, locale);
    }

    @Override
    public String toString() {
        return code.id() + ": " + message();
    }
}
