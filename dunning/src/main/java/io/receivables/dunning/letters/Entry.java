package io.receivables.dunning.letters;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What templates see, as it is put together: maps, lists and texts that are fit to be shown. */
final class Entry {
    private final Map<String, Object> values = new LinkedHashMap<>();

    /** A text that is always there. */
    void text(String name, String value) {
        String clean = CleanText.of(value);
        if (clean.isEmpty()) {
            throw new IllegalArgumentException(name + " of the letter is blank: give a value that can be read");
        }
        values.put(name, clean);
    }

    /** A text that is absent when it is blank. */
    void optional(String name, String value) {
        values.put(name, CleanText.of(value));
    }

    /** The text of an address in the web, which has no blanks and is not cut. */
    void link(String name, String address) {
        values.put(name, address);
    }

    void flag(String name, boolean value) {
        values.put(name, value);
    }

    /** Lines of text; blank ones are left out. */
    void lines(String name, List<String> lines) {
        values.put(
                name,
                lines.stream()
                        .map(CleanText::of)
                        .filter(line -> !line.isEmpty())
                        .toList());
    }

    void list(String name, List<Entry> entries) {
        values.put(name, entries.stream().map(Entry::map).toList());
    }

    void object(String name, Entry entry) {
        values.put(name, entry.map());
    }

    void optionalObject(String name, Optional<Entry> entry) {
        values.put(name, entry.<Object>map(Entry::map).orElse(false));
    }

    Map<String, Object> map() {
        return values;
    }
}
