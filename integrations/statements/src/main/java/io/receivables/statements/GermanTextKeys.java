package io.receivables.statements;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The keys by which German banks say why money came back: {@code ?34} of MT940, proprietary reasons in camt. 901, 903 and 914 stand
 * beside their ISO codes in banks' files; the others as banks' descriptions of the format agree on them.
 */
final class GermanTextKeys {
    private static final Map<String, String> ISO = Map.of(
            "901", "AC01", "902", "AC04", "903", "AC06", "904", "AG01", "906", "AM04", "912", "MD06", "913", "MD07",
            "914", "MS03");

    private GermanTextKeys() {}

    /** The ISO 20022 code of a key; null for a key whose meaning is not known. */
    static @Nullable String iso(String key) {
        return ISO.get(key);
    }
}
