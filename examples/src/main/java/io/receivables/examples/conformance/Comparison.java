package io.receivables.examples.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Compares an answer with what is expected: numbers as numbers, within a tolerance; all else exactly. */
final class Comparison {
    private final BigDecimal tolerance;

    Comparison(BigDecimal tolerance) {
        this.tolerance = tolerance;
    }

    /** Whether an answer is as expected: the same fields, the same elements in the same order. */
    boolean matches(JsonNode expected, JsonNode actual) {
        if (expected.isObject()) {
            return actual.isObject() && matchesFields(expected, actual);
        }
        if (expected.isArray()) {
            return actual.isArray() && matchesElements(expected, actual);
        }
        Optional<BigDecimal> number = number(expected);
        Optional<BigDecimal> answer = number(actual);
        if (number.isPresent() && answer.isPresent()) {
            return number.get().subtract(answer.get()).abs().compareTo(tolerance) <= 0;
        }
        return expected.equals(actual);
    }

    private boolean matchesFields(JsonNode expected, JsonNode actual) {
        if (expected.size() != actual.size()) {
            return false;
        }
        for (Map.Entry<String, JsonNode> field : expected.properties()) {
            JsonNode value = actual.get(field.getKey());
            if (value == null || !matches(field.getValue(), value)) {
                return false;
            }
        }
        return true;
    }

    private boolean matchesElements(JsonNode expected, JsonNode actual) {
        if (expected.size() != actual.size()) {
            return false;
        }
        for (int i = 0; i < expected.size(); i++) {
            if (!matches(expected.get(i), actual.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static Optional<BigDecimal> number(JsonNode node) {
        if (!node.isTextual() && !node.isNumber()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Input.decimalOf(node.asText()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
