package io.receivables.payments.interac.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What a JSON value has to be. Everything that it is not is told, by where it stands. */
@FunctionalInterface
interface Shape {
    /** Adds what is wrong with a value. */
    void check(String where, JsonNode value, List<String> wrong);

    /** Refuses a value that is not of this shape. */
    default void demand(JsonNode value) {
        List<String> wrong = new ArrayList<>();
        check("", value, wrong);
        if (!wrong.isEmpty()) {
            throw Refusal.invalid(String.join("; ", wrong));
        }
    }

    private static Shape of(Predicate<JsonNode> isRight, String demand) {
        return (where, value, wrong) -> {
            if (!isRight.test(value)) {
                wrong.add(where + " is not " + demand);
            }
        };
    }

    static Shape text(int longest) {
        return of(
                value -> value.isTextual()
                        && !value.textValue().isBlank()
                        && value.textValue().length() <= longest,
                "a text of 1 to " + longest + " characters");
    }

    static Shape matching(String pattern, String demand) {
        return of(value -> value.isTextual() && value.textValue().matches(pattern), demand);
    }

    static Shape oneOf(String... texts) {
        Set<String> allowed = Set.of(texts);
        return of(
                value -> value.isTextual() && allowed.contains(value.textValue()),
                "one of " + String.join(", ", texts));
    }

    static Shape flag() {
        return of(JsonNode::isBoolean, "true or false");
    }

    static Shape no() {
        return of(value -> value.isBoolean() && !value.booleanValue(), "false");
    }

    /** A JSON number above zero with at most two decimals, written plainly. */
    static Shape cents() {
        return of(
                value -> value.isNumber() && isCents(value.decimalValue()), "a number above 0 with 2 decimals at most");
    }

    private static boolean isCents(BigDecimal amount) {
        return amount.signum() > 0 && amount.scale() >= 0 && amount.scale() <= 2;
    }

    static Shape listOf(Shape each) {
        return (where, value, wrong) -> {
            if (!value.isArray() || value.isEmpty()) {
                wrong.add(where + " is not a list of one or more");
                return;
            }
            for (int i = 0; i < value.size(); i++) {
                each.check(where + "[" + i + "]", value.get(i), wrong);
            }
        };
    }

    static Fields object() {
        return new Fields();
    }

    /** An object with these fields and no others. */
    final class Fields implements Shape {
        private final Map<String, Shape> required = new LinkedHashMap<>();
        private final Map<String, Shape> optional = new LinkedHashMap<>();

        private Fields() {}

        Fields with(String name, Shape shape) {
            required.put(name, shape);
            return this;
        }

        Fields mayHave(String name, Shape shape) {
            optional.put(name, shape);
            return this;
        }

        @Override
        public void check(String where, JsonNode value, List<String> wrong) {
            if (!value.isObject()) {
                wrong.add((where.isEmpty() ? "the body" : where) + " is not an object");
                return;
            }
            String prefix = where.isEmpty() ? "" : where + ".";
            value.fieldNames().forEachRemaining(name -> {
                if (!required.containsKey(name) && !optional.containsKey(name)) {
                    wrong.add(prefix + name + " is unknown");
                }
            });
            required.forEach((name, shape) -> {
                if (!value.has(name)) {
                    wrong.add(prefix + name + " is missing");
                }
            });
            check(prefix, value, required, wrong);
            check(prefix, value, optional, wrong);
        }

        private static void check(String prefix, JsonNode value, Map<String, Shape> fields, List<String> wrong) {
            fields.forEach((name, shape) -> {
                if (value.has(name)) {
                    shape.check(prefix + name, value.get(name), wrong);
                }
            });
        }
    }
}
