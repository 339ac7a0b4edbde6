package io.receivables.jackson.internal;

import io.receivables.core.Money;
import io.receivables.jackson.internal.JsonInput.Token;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one JSON object, collected before they are understood because the one that says what the others mean may
 * come last. Fields are asked for by name and type; what is asked for is what the format has, so that afterwards the
 * unknown ones are known.
 */
final class JsonObject {
    private static final String A_STRING = "a string";
    private static final String A_DATE = "a date such as \"2026-12-31\"";
    private static final String AN_AMOUNT = "a decimal string such as \"1200.00\", or a number";
    private static final String A_NUMBER = "a decimal string such as \"2.5\", or a number";
    private static final String TRUE_OR_FALSE = "true or false";
    private static final String A_WHOLE_NUMBER = "a whole number";
    private static final String AN_ARRAY = "an array";
    private static final String AN_OBJECT = "an object";

    /**
     * A string, number, boolean or null; also an object or array where the format has none, which is skipped.
     *
     * @param exactDigits how many significant digits of a number are certain
     */
    private record Scalar(Token token, String text, int exactDigits) {
        static <X extends Exception> Scalar read(JsonInput<X> in) throws X {
            Token token = in.token();
            return switch (token) {
                case NUMBER -> new Scalar(token, in.text(), in.exactDigits());
                case STRING, BOOLEAN -> new Scalar(token, in.text(), 0);
                case OBJECT, ARRAY -> {
                    in.skipChildren();
                    yield new Scalar(token, "", 0);
                }
                case NULL, END, NAME, OTHER -> new Scalar(token, "", 0);
            };
        }

        @Override
        public String toString() {
            return switch (token) {
                case STRING -> '"' + InvalidJson.shown(text) + '"';
                case NUMBER, BOOLEAN -> InvalidJson.shown(text);
                case OBJECT -> AN_OBJECT;
                case ARRAY -> AN_ARRAY;
                case NULL -> "null";
                case END, NAME, OTHER -> "nothing";
            };
        }
    }

    /**
     * What an object stands for, to tell where something is wrong, and the fields of it that hold an object or a list of
     * objects; in any other field an object or array is skipped, however deep it is.
     */
    record Shape(Class<?> type, Map<String, Shape> nested) {
        /** An object of fields without structure. */
        static Shape of(Class<?> type) {
            return new Shape(type, Map.of());
        }
    }

    private final Class<?> type;
    /** By name a {@link Scalar}, or where the format has structure a {@link JsonObject} or a list of them. */
    private final Map<String, Object> values = new LinkedHashMap<>();

    private final Set<String> asked = new LinkedHashSet<>();

    private JsonObject(Class<?> type) {
        this.type = type;
    }

    // ---- reading

    /** Reads an object. */
    static <X extends Exception> JsonObject read(JsonInput<X> in, Shape shape) throws X {
        Class<?> type = shape.type;
        expectObject(in, type);
        JsonObject object = new JsonObject(type);
        while (in.next() != Token.END) {
            String name = nameOf(in);
            in.next();
            try {
                Shape inside = shape.nested.get(name);
                Object value = inside == null ? Scalar.read(in) : structure(in, inside);
                if (object.values.put(name, value) != null) {
                    throw givenTwice();
                }
            } catch (InvalidJson e) {
                throw e.inField(type, name);
            }
        }
        return object;
    }

    static <X extends Exception> void expectObject(JsonInput<X> in, Class<?> type) throws X {
        if (in.token() != Token.OBJECT) {
            throw new InvalidJson(Scalar.read(in) + " is no object; write the " + type.getSimpleName() + " as {…}");
        }
    }

    /** The string that the input stands on. */
    static <X extends Exception> String textOf(JsonInput<X> in) throws X {
        if (in.token() != Token.STRING) {
            throw wrong(Scalar.read(in), A_STRING);
        }
        return in.text();
    }

    static <X extends Exception> void expectArray(JsonInput<X> in) throws X {
        if (in.token() != Token.ARRAY) {
            throw wrong(Scalar.read(in), AN_ARRAY);
        }
    }

    /** The name of the field that the input stands on. */
    static <X extends Exception> String nameOf(JsonInput<X> in) throws X {
        if (in.token() != Token.NAME) {
            throw new InvalidJson("the object has no end; check that the input is complete");
        }
        return in.text();
    }

    private static <X extends Exception> Object structure(JsonInput<X> in, Shape inside) throws X {
        return switch (in.token()) {
            case OBJECT -> read(in, inside);
            case ARRAY -> elements(in, inside);
            default -> Scalar.read(in);
        };
    }

    private static <X extends Exception> List<JsonObject> elements(JsonInput<X> in, Shape shape) throws X {
        List<JsonObject> elements = new ArrayList<>();
        while (in.next() != Token.END) {
            try {
                elements.add(read(in, shape));
            } catch (InvalidJson e) {
                throw e.inElement(elements.size());
            }
        }
        return elements;
    }

    // ---- fields

    boolean has(String name) {
        return value(name) != null;
    }

    String text(String name) {
        return optionalText(name).orElseThrow(() -> missing(name, A_STRING));
    }

    Optional<String> optionalText(String name) {
        return scalar(name, A_STRING, Token.STRING).map(Scalar::text);
    }

    LocalDate date(String name) {
        return optionalDate(name).orElseThrow(() -> missing(name, A_DATE));
    }

    Optional<LocalDate> optionalDate(String name) {
        return scalar(name, A_DATE, Token.STRING).map(date -> {
            try {
                return LocalDate.parse(date.text);
            } catch (DateTimeException e) {
                throw invalid(name, "is no calendar date; write it as \"2026-12-31\"", e);
            }
        });
    }

    int integer(String name) {
        return optionalInteger(name).orElseThrow(() -> missing(name, A_WHOLE_NUMBER));
    }

    Optional<Integer> optionalInteger(String name) {
        return scalar(name, A_WHOLE_NUMBER, Token.NUMBER).map(number -> {
            try {
                return Integer.valueOf(number.text);
            } catch (NumberFormatException e) {
                throw invalid(name, "is no whole number of a sensible size", e);
            }
        });
    }

    Currency currency(String name) {
        String code = optionalText(name).orElseThrow(() -> missing(name, "an ISO 4217 code such as \"EUR\""));
        try {
            return Money.currency(code);
        } catch (IllegalArgumentException e) {
            throw invalid(name, "is no ISO 4217 code; use three capital letters such as \"EUR\"", e);
        }
    }

    Money money(String name, Currency currency) {
        return optionalMoney(name, currency).orElseThrow(() -> missing(name, AN_AMOUNT));
    }

    Optional<Money> optionalMoney(String name, Currency currency) {
        return scalar(name, AN_AMOUNT, Token.STRING, Token.NUMBER).map(amount -> {
            try {
                return exact(amount, Money.of(amount.text, currency.getCurrencyCode()));
            } catch (IllegalArgumentException e) {
                throw new InvalidJson(String.valueOf(e.getMessage()), e).inField(type, name);
            }
        });
    }

    /** A number that was held in a double is what was sent only if the double has digits enough for its cents. */
    private static Money exact(Scalar amount, Money money) {
        int digits = Long.toString(money.minorUnits()).replace("-", "").length();
        if (amount.token == Token.NUMBER && digits > amount.exactDigits) {
            throw new IllegalArgumentException("amount " + amount + " was held in floating point, which is exact for "
                    + amount.exactDigits + " digits only; send it as a string, or have numbers read as BigDecimal");
        }
        return money;
    }

    boolean flag(String name) {
        return optionalFlag(name).orElseThrow(() -> missing(name, TRUE_OR_FALSE));
    }

    Optional<Boolean> optionalFlag(String name) {
        return scalar(name, TRUE_OR_FALSE, Token.BOOLEAN).map(flag -> Boolean.valueOf(flag.text));
    }

    /** One of a few texts. */
    <E> E choice(String name, Map<String, E> byCode) {
        return optionalChoice(name, byCode).orElseThrow(() -> missing(name, oneOf(byCode.keySet())));
    }

    <E> Optional<E> optionalChoice(String name, Map<String, E> byCode) {
        return optionalText(name).map(code -> {
            E chosen = byCode.get(code);
            if (chosen == null) {
                throw invalid(name, "is unknown; use " + oneOf(byCode.keySet()));
            }
            return chosen;
        });
    }

    /** A text that the domain understands. */
    <T> T parsed(String name, Function<String, T> parse) {
        String text = text(name);
        return checked(name, () -> parse.apply(text));
    }

    /** A number that the domain takes as text, so that its digits are those that were sent. */
    Optional<String> optionalDigits(String name) {
        return scalar(name, A_NUMBER, Token.STRING, Token.NUMBER).map(Scalar::text);
    }

    /** What the domain makes of a field, whose refusal names that field. */
    <T> T checked(String name, Supplier<T> value) {
        try {
            return InvalidJson.checked(value);
        } catch (InvalidJson e) {
            throw e.inField(type, name);
        }
    }

    /** An object within this one. */
    <T> T object(String name, Function<JsonObject, T> decode) {
        return optionalObject(name, decode).orElseThrow(() -> missing(name, AN_OBJECT));
    }

    <T> Optional<T> optionalObject(String name, Function<JsonObject, T> decode) {
        Object value = value(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof JsonObject object)) {
            throw wrong(value, AN_OBJECT).inField(type, name);
        }
        return Optional.of(checked(name, () -> decode.apply(object)));
    }

    /** The elements of a list of objects. */
    <T> List<T> list(String name, Function<JsonObject, T> decode) {
        return optionalList(name, decode).orElseThrow(() -> missing(name, AN_ARRAY));
    }

    <T> Optional<List<T>> optionalList(String name, Function<JsonObject, T> decode) {
        Object value = value(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof List<?> elements)) {
            throw wrong(value, AN_ARRAY).inField(type, name);
        }
        List<T> decoded = new ArrayList<>();
        for (Object element : elements) {
            try {
                decoded.add(InvalidJson.checked(() -> decode.apply((JsonObject) element)));
            } catch (InvalidJson e) {
                throw e.inElement(decoded.size()).inField(type, name);
            }
        }
        return Optional.of(decoded);
    }

    /** An object whose fields are texts, whatever their names; empty when absent. */
    Map<String, String> texts(String name) {
        Object value = value(name);
        if (value == null) {
            return Map.of();
        }
        if (!(value instanceof JsonObject object)) {
            throw wrong(value, "an object of strings").inField(type, name);
        }
        Map<String, String> texts = new LinkedHashMap<>();
        for (String key : object.values.keySet()) {
            try {
                texts.put(key, object.text(key));
            } catch (InvalidJson e) {
                throw e.inField(type, name);
            }
        }
        return texts;
    }

    /** Refuses fields that nobody asked for, here and in what is within. */
    void refuseUnknownFields() {
        values.forEach((name, value) -> {
            try {
                if (!asked.contains(name)) {
                    throw unknownField(asked);
                }
                if (value instanceof JsonObject object) {
                    object.refuseUnknownFields();
                }
                if (value instanceof List<?> elements) {
                    refuseUnknownFields(elements);
                }
            } catch (InvalidJson e) {
                throw e.inField(type, name);
            }
        });
    }

    private static void refuseUnknownFields(List<?> elements) {
        for (int index = 0; index < elements.size(); index++) {
            try {
                ((JsonObject) elements.get(index)).refuseUnknownFields();
            } catch (InvalidJson e) {
                throw e.inElement(index);
            }
        }
    }

    /** The value of a field; null when it is absent or JSON's null, which mean the same. */
    private @Nullable Object value(String name) {
        asked.add(name);
        Object value = values.get(name);
        return value instanceof Scalar scalar && scalar.token == Token.NULL ? null : value;
    }

    private Optional<Scalar> scalar(String name, String wanted, Token... accepted) {
        Object value = value(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Scalar scalar && List.of(accepted).contains(scalar.token)) {
            return Optional.of(scalar);
        }
        throw wrong(value, wanted).inField(type, name);
    }

    // ---- what is wrong

    static InvalidJson givenTwice() {
        return new InvalidJson("given twice; keep one of the two");
    }

    static InvalidJson unknownField(Set<String> known) {
        return new InvalidJson("unknown field; remove it or use " + oneOf(known));
    }

    private static String oneOf(Set<String> known) {
        return "one of " + String.join(", ", known);
    }

    /** A field whose value will not do. */
    InvalidJson invalid(String name, String why) {
        return new InvalidJson(values.get(name) + " " + why).inField(type, name);
    }

    private InvalidJson invalid(String name, String why, Throwable cause) {
        return new InvalidJson(values.get(name) + " " + why, cause).inField(type, name);
    }

    private InvalidJson missing(String name, String wanted) {
        return new InvalidJson((values.containsKey(name) ? "null" : "missing") + "; give " + wanted)
                .inField(type, name);
    }

    private static InvalidJson wrong(Object value, String wanted) {
        String shown = value instanceof List ? AN_ARRAY : value.toString();
        return new InvalidJson(shown + " is of the wrong type; give " + wanted);
    }

    @Override
    public String toString() {
        return AN_OBJECT;
    }
}
