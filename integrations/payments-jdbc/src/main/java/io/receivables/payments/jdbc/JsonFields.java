package io.receivables.payments.jdbc;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the fields of an object. What is missing or not of its type is an {@link IllegalArgumentException} by its name. */
final class JsonFields {
    private final JsonNode object;

    JsonFields(JsonNode object) {
        this.object = object;
    }

    private static IllegalArgumentException unreadable(String name, String what) {
        return new IllegalArgumentException("field \"" + name + "\" " + what);
    }

    private Optional<JsonNode> find(String name) {
        return Optional.ofNullable(object.get(name));
    }

    private JsonNode get(String name) {
        return find(name).orElseThrow(() -> unreadable(name, "is missing"));
    }

    String text(String name) {
        return textOf(name, get(name));
    }

    /** A text that may be missing. */
    Optional<String> anyText(String name) {
        return find(name).map(node -> textOf(name, node));
    }

    private static String textOf(String name, JsonNode node) {
        if (!node.isTextual()) {
            throw unreadable(name, "is no text");
        }
        return node.textValue();
    }

    long number(String name) {
        JsonNode node = get(name);
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw unreadable(name, "is no whole number");
        }
        return node.longValue();
    }

    Instant instant(String name) {
        return Instant.parse(text(name));
    }

    /** A time that may be missing. */
    Optional<Instant> anyInstant(String name) {
        return anyText(name).map(Instant::parse);
    }

    JsonFields object(String name) {
        return objectOf(name, get(name));
    }

    /** An object that may be missing. */
    Optional<JsonFields> anyObject(String name) {
        return find(name).map(node -> objectOf(name, node));
    }

    private static JsonFields objectOf(String name, JsonNode node) {
        if (!node.isObject()) {
            throw unreadable(name, "is no object");
        }
        return new JsonFields(node);
    }

    List<JsonFields> objects(String name) {
        JsonNode array = get(name);
        if (!array.isArray()) {
            throw unreadable(name, "is no array");
        }
        List<JsonFields> objects = new ArrayList<>();
        array.forEach(node -> objects.add(objectOf(name, node)));
        return objects;
    }

    /** The constant of a code. */
    <E> E coded(String name, E[] constants, Function<E, String> code) {
        return ofCode(name, text(name), constants, code);
    }

    /**
     * The constant of a code.
     *
     * @throws IllegalArgumentException if there is none: whoever wrote it was of a later version
     */
    static <E> E ofCode(String name, String text, E[] constants, Function<E, String> code) {
        return Arrays.stream(constants)
                .filter(each -> code.apply(each).equals(text))
                .findFirst()
                .orElseThrow(() -> unreadable(
                        name,
                        "is \"" + text + "\", which this version does not know: it knows "
                                + Arrays.stream(constants).map(code).collect(Collectors.joining(", "))));
    }
}
