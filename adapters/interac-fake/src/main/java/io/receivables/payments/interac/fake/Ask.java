package io.receivables.payments.interac.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was asked for.
 *
 * @param path below the dialect's base, decoded
 * @param query the pairs of the query
 * @param headers by name in lower case
 */
record Ask(String method, String path, Map<String, String> query, Map<String, String> headers, String body) {
    /** A header that must be there. */
    String header(String name) {
        String value = headers.get(name);
        if (value == null || value.isBlank()) {
            throw Refusal.invalid("header " + name + " is missing");
        }
        return value;
    }

    JsonNode json() {
        if (!header("content-type").startsWith("application/json")) {
            throw Refusal.invalid("header content-type is not application/json");
        }
        return Texts.read(body);
    }

    void onlyQuery(String... names) {
        Set<String> allowed = Set.of(names);
        query.keySet().stream().filter(name -> !allowed.contains(name)).forEach(name -> {
            throw Refusal.invalid("query " + name + " is unknown");
        });
    }

    void noBody() {
        if (!body.isEmpty()) {
            throw Refusal.invalid("the body is not empty");
        }
    }

    /** The parts of the path. */
    List<String> parts() {
        return List.of(path.substring(1).split("/", -1));
    }

    boolean is(String expected, String... pattern) {
        List<String> parts = parts();
        boolean isSame = method.equals(expected) && parts.size() == pattern.length;
        for (int i = 0; isSame && i < pattern.length; i++) {
            isSame = pattern[i].equals("*") || pattern[i].equals(parts.get(i));
        }
        return isSame;
    }
}
