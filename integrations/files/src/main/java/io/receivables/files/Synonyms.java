package io.receivables.files;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What headers and type texts mean, from the resources {@code synonyms.txt} and {@code type-texts.txt}, which describe
 * their own form.
 */
final class Synonyms {
    /**
     * What a header may be.
     *
     * @param role the role of the column
     * @param weight 0 to 100: how far the header alone is to be believed
     * @param metIn the systems that use it
     * @param whole whether the whole header is the synonym, not a part of it
     */
    record Meaning(ColumnRole role, int weight, String metIn, boolean whole) {}

    private static final int LEAST_OF_A_PART = 90;
    private static final double PART = 0.7;
    private static final Synonyms BUILT_IN = new Synonyms();

    private final Map<String, List<Meaning>> meanings = new HashMap<>();
    private final Map<String, Map<String, CsvLayout.RowType>> typeTexts = new LinkedHashMap<>();

    private Synonyms() {
        sections("synonyms.txt", (section, parts) -> {
            ColumnRole role = ColumnRole.valueOf(section.toUpperCase(Locale.ROOT));
            int weight = Integer.parseInt(parts.get(0));
            for (String header : parts.get(1).split(";", -1)) {
                List<Meaning> known = meanings.computeIfAbsent(Words.of(header), key -> new ArrayList<>());
                if (known.stream().noneMatch(meaning -> meaning.role == role)) {
                    known.add(new Meaning(role, weight, parts.get(2), true));
                }
            }
        });
        sections("type-texts.txt", (section, parts) -> {
            Map<String, CsvLayout.RowType> texts = typeTexts.computeIfAbsent(section, key -> new HashMap<>());
            for (String text : parts.get(1).split(";", -1)) {
                texts.put(Words.plain(text), CsvLayout.RowType.valueOf(parts.get(0)));
            }
        });
    }

    static Synonyms builtIn() {
        return BUILT_IN;
    }

    @FunctionalInterface
    private interface Line {
        void take(String section, List<String> parts);
    }

    private static void sections(String resource, Line line) {
        try (InputStream bytes = Objects.requireNonNull(Synonyms.class.getResourceAsStream(resource), resource);
                BufferedReader reader = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            String section = "";
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                if (text.startsWith("[")) {
                    section = text.substring(1, text.indexOf(']'));
                } else if (!text.isBlank() && !text.startsWith("#")) {
                    List<String> parts = new ArrayList<>();
                    for (String part : text.split("\\|", -1)) {
                        parts.add(part.strip());
                    }
                    line.take(section, parts);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a header may be, the same role once; empty if nothing is known of it. */
    List<Meaning> meanings(String header) {
        Map<ColumnRole, Meaning> found = new EnumMap<>(ColumnRole.class);
        String bare = Words.withoutUnits(header);
        meanings.getOrDefault(Words.of(header), List.of()).forEach(meaning -> found.put(meaning.role, meaning));
        if (found.isEmpty()) {
            meanings.getOrDefault(bare, List.of()).forEach(meaning -> found.put(meaning.role, meaning));
        }
        if (found.isEmpty()) {
            parts(bare, found);
        }
        return List.copyOf(found.values());
    }

    /** Headers with a known one inside: "sales invoice number", by the longest that is known. */
    private void parts(String header, Map<ColumnRole, Meaning> found) {
        String[] words = header.split(" ", -1);
        for (int length = words.length - 1; length >= 1 && found.isEmpty(); length--) {
            for (int start = 0; start + length <= words.length; start++) {
                String part = String.join(" ", List.of(words).subList(start, start + length));
                for (Meaning meaning : meanings.getOrDefault(part, List.of())) {
                    if (meaning.weight >= LEAST_OF_A_PART) {
                        int weight = (int) Math.round(meaning.weight * PART);
                        found.putIfAbsent(meaning.role, new Meaning(meaning.role, weight, meaning.metIn, false));
                    }
                }
            }
        }
    }

    /** Whether a header means anything, whole. */
    boolean knows(String header) {
        return meanings.containsKey(Words.of(header)) || meanings.containsKey(Words.withoutUnits(header));
    }

    /** What the texts of a type column are, by the system that knows most of its rows; unknown texts are missing. */
    Map<String, CsvLayout.RowType> types(Map<String, Long> rowsByText) {
        Map<String, CsvLayout.RowType> best = Map.of();
        long most = 0;
        for (Map<String, CsvLayout.RowType> system : typeTexts.values()) {
            Map<String, CsvLayout.RowType> known = new LinkedHashMap<>();
            long rows = 0;
            for (Map.Entry<String, Long> text : rowsByText.entrySet()) {
                CsvLayout.RowType type = system.get(Words.plain(text.getKey()));
                if (type != null) {
                    known.put(text.getKey(), type);
                    rows += text.getValue();
                }
            }
            if (rows > most) {
                best = known;
                most = rows;
            }
        }
        return best;
    }
}
