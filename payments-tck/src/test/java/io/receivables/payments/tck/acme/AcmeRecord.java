package io.receivables.payments.tck.acme;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A line of fields, as forms of the web have them: what Acme's server and its callers send each other. */
record AcmeRecord(Map<String, String> fields) {
    static AcmeRecord of(String... namesAndValues) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new AcmeRecord(fields);
    }

    /** Reads a line; empty for what is none. */
    static Optional<AcmeRecord> parse(String line) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : line.split("&", -1)) {
            String[] parts = field.split("=", -1);
            if (parts.length != 2 || !parts[0].matches("[a-z]+")) {
                return Optional.empty();
            }
            try {
                fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
        return Optional.of(new AcmeRecord(fields));
    }

    /** Reads lines behind a first one that says how many there are; empty for what is none. */
    static Optional<List<AcmeRecord>> parseAll(String text) {
        List<String> lines = text.lines().toList();
        boolean isWhole = !lines.isEmpty() && lines.get(0).equals("count=" + (lines.size() - 1));
        List<AcmeRecord> records = new ArrayList<>();
        if (!isWhole) {
            return Optional.empty();
        }
        for (String line : lines.subList(1, lines.size())) {
            parse(line).ifPresent(records::add);
        }
        return records.size() == lines.size() - 1 ? Optional.of(records) : Optional.empty();
    }

    static String print(List<AcmeRecord> records) {
        return "count=" + records.size() + "\n"
                + records.stream().map(each -> each.print() + "\n").collect(Collectors.joining());
    }

    String print() {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** A field; an empty text where it is not there. */
    String get(String name) {
        return fields.getOrDefault(name, "");
    }

    boolean hasAll(String... names) {
        return List.of(names).stream().noneMatch(name -> get(name).isEmpty());
    }

    AcmeRecord with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(fields);
        more.put(name, value);
        return new AcmeRecord(more);
    }
}
