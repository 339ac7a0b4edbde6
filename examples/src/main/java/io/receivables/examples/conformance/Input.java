package io.receivables.examples.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * An object of a case, read field by field. Whatever is missing or of another type is a {@link MalformedCaseException};
 * a text that is no date or no number is an {@link IllegalArgumentException} or {@link java.time.DateTimeException}, as it
 * would be for a user of the library.
 */
public final class Input {
    private static final int LONGEST_NUMBER = 100;
    private static final int GREATEST_SCALE = 1000;

    private final JsonNode node;
    private final String path;

    /**
     * @param node the object
     * @param path what it is called in messages
     */
    public Input(JsonNode node, String path) {
        if (!node.isObject()) {
            throw new MalformedCaseException(path + " is no object");
        }
        this.node = node;
        this.path = path;
    }

    /** Whether there is a field of that name that is not null. */
    public boolean has(String field) {
        return node.hasNonNull(field);
    }

    /** Whether there is a field of that name that is an object. */
    public boolean isObject(String field) {
        return node.path(field).isObject();
    }

    /** The names of all fields. */
    public List<String> fields() {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    public String text(String field) {
        JsonNode value = required(field);
        if (!value.isTextual()) {
            throw new MalformedCaseException(path + "." + field + " is no text");
        }
        return value.textValue();
    }

    public boolean flag(String field) {
        JsonNode value = required(field);
        if (!value.isBoolean()) {
            throw new MalformedCaseException(path + "." + field + " is neither true nor false");
        }
        return value.booleanValue();
    }

    public LocalDate date(String field) {
        return LocalDate.parse(text(field));
    }

    /** A decimal number, written as text or as a number. */
    public BigDecimal decimal(String field) {
        JsonNode value = required(field);
        if (!value.isTextual() && !value.isNumber()) {
            throw new MalformedCaseException(path + "." + field + " is no decimal number");
        }
        return decimalOf(value.asText());
    }

    /** A whole number, written as a number or as text. */
    public int integer(String field) {
        try {
            return decimal(field).intValueExact();
        } catch (ArithmeticException e) {
            throw new MalformedCaseException(path + "." + field + " is no whole number");
        }
    }

    public boolean bool(String field) {
        JsonNode value = required(field);
        if (!value.isBoolean()) {
            throw new MalformedCaseException(path + "." + field + " is neither true nor false");
        }
        return value.booleanValue();
    }

    public int[] integers(String field) {
        List<JsonNode> values = array(field);
        int[] integers = new int[values.size()];
        for (int i = 0; i < integers.length; i++) {
            if (!values.get(i).canConvertToInt() || !values.get(i).isIntegralNumber()) {
                throw new MalformedCaseException(path + "." + field + "[" + i + "] is no whole number");
            }
            integers[i] = values.get(i).intValue();
        }
        return integers;
    }

    public List<Input> objects(String field) {
        List<Input> objects = new ArrayList<>();
        for (JsonNode value : array(field)) {
            objects.add(new Input(value, path + "." + field + "[" + objects.size() + "]"));
        }
        return objects;
    }

    public Input object(String field) {
        return new Input(required(field), path + "." + field);
    }

    public List<LocalDate> dates(String field) {
        List<LocalDate> dates = new ArrayList<>();
        for (JsonNode value : array(field)) {
            if (!value.isTextual()) {
                throw new MalformedCaseException(path + "." + field + "[" + dates.size() + "] is no text");
            }
            dates.add(LocalDate.parse(value.textValue()));
        }
        return dates;
    }

    private List<JsonNode> array(String field) {
        JsonNode value = required(field);
        if (!value.isArray()) {
            throw new MalformedCaseException(path + "." + field + " is no list");
        }
        List<JsonNode> values = new ArrayList<>();
        value.forEach(values::add);
        return values;
    }

    private JsonNode required(String field) {
        JsonNode value = node.get(field);
        if (value == null || value.isNull()) {
            throw new MalformedCaseException(path + "." + field + " is missing");
        }
        return value;
    }

    /**
     * Reads a decimal number of a sane size, so that arithmetic on it stays affordable.
     *
     * @throws IllegalArgumentException if it is none
     */
    static BigDecimal decimalOf(String text) {
        if (text.length() > LONGEST_NUMBER) {
            throw new IllegalArgumentException("a number of " + text.length() + " characters is no amount");
        }
        BigDecimal value = new BigDecimal(text);
        if (Math.abs((long) value.scale()) > GREATEST_SCALE) {
            throw new IllegalArgumentException(text + " is out of any sensible range");
        }
        return value;
    }
}
