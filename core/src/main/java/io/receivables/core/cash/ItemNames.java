package io.receivables.core.cash;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** How the names of documents are compared: letters and digits alone, in upper case, in Unicode's compatible form. */
final class ItemNames {
    /** Words of a text that may together be one name: an RF reference in groups of four has seven. */
    private static final int MOST_WORDS = 9;

    /** Signs of a name; what is longer is none. */
    private static final int LONGEST = 200;

    /** A name of fewer signs counts only when it is the whole text: such words are in many texts by chance. */
    private static final int SHORTEST_IN_TEXT = 4;

    private ItemNames() {}

    static String normalized(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign >= 128) {
                return normalizedUnicode(text);
            }
            if ((sign >= '0' && sign <= '9') || (sign >= 'A' && sign <= 'Z')) {
                kept.append(sign);
            } else if (sign >= 'a' && sign <= 'z') {
                kept.append((char) (sign - 'a' + 'A'));
            }
        }
        return kept.toString();
    }

    private static String normalizedUnicode(String text) {
        String compatible = Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        StringBuilder kept = new StringBuilder(compatible.length());
        compatible.codePoints().filter(Character::isLetterOrDigit).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** The known names that a text holds, whole words only, the longest where one is within another; in order. */
    static Set<String> in(Collection<String> pieces, Predicate<String> isKnown) {
        List<String> words = words(pieces);
        Set<String> found = new LinkedHashSet<>();
        int at = 0;
        while (at < words.size()) {
            int next = at + 1;
            String longest = "";
            StringBuilder joined = new StringBuilder();
            for (int end = at; end < words.size() && end < at + MOST_WORDS; end++) {
                joined.append(words.get(end));
                if (joined.length() > LONGEST) {
                    break;
                }
                boolean isAll = at == 0 && end == words.size() - 1;
                if ((isAll || joined.length() >= SHORTEST_IN_TEXT) && isKnown.test(joined.toString())) {
                    next = end + 1;
                    longest = joined.toString();
                }
            }
            if (!longest.isEmpty()) {
                found.add(longest);
            }
            at = next;
        }
        return found;
    }

    private static List<String> words(Collection<String> pieces) {
        List<String> words = new ArrayList<>();
        for (String piece : pieces) {
            String text = Normalizer.normalize(piece, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
            int start = 0;
            int at = 0;
            while (at < text.length()) {
                int sign = text.codePointAt(at);
                int next = at + Character.charCount(sign);
                if (!Character.isLetterOrDigit(sign)) {
                    addWord(words, text, start, at);
                    start = next;
                }
                at = next;
            }
            addWord(words, text, start, at);
        }
        return words;
    }

    private static void addWord(List<String> words, String text, int start, int end) {
        if (start < end) {
            words.add(text.substring(start, end));
        }
    }
}
