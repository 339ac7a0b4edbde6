package io.receivables.statements;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The keys by which German banks say why money came back: {@code ?34} of MT940, proprietary reasons in camt. 901, 903 and 914 stand
 * beside their ISO codes in banks' files; the others as banks' descriptions of the format agree on them. What they do not agree on
 * is left out.
 */
final class GermanTextKeys {
    private static final Map<String, String> ISO = Map.ofEntries(
            Map.entry("901", "AC01"),
            Map.entry("902", "AC04"),
            Map.entry("903", "AC06"),
            Map.entry("904", "AG01"),
            Map.entry("906", "AM04"),
            Map.entry("907", "AM05"),
            Map.entry("908", "BE04"),
            Map.entry("909", "MD01"),
            Map.entry("910", "MD02"),
            Map.entry("912", "MD06"),
            Map.entry("913", "MD07"),
            Map.entry("914", "MS03"),
            Map.entry("915", "RC01"));

    private GermanTextKeys() {}

    /** The ISO 20022 code of a key; null for a key whose meaning is not known. */
    static @Nullable String iso(String key) {
        return ISO.get(key);
    }
}
