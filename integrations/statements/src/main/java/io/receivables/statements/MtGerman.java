package io.receivables.statements;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a {@code :86:} as the German banking industry's DFÜ agreement has it: a code of three digits, then subfields of two
 * digits after a sign that the bank chose, mostly {@code ?}: 00 the bank's text, 10 the bank's journal number, which is
 * passed over, 20–29 and 60–63 the purpose, 30 and 31 the
 * other side's bank and account, 32 and 33 its name, 34 the key of why money came back.
 *
 * <p>Polish and Luxembourg banks took it over and added 38, the other side's account in full. Their codes are their own, some of
 * four signs or none; 60–65 go on with the other side's address, or repeat references; and what 27–29 say is the name over again.
 */
final class MtGerman {
    /** After a code any sign; without one, or with letters in it, only those that begin no text. */
    private static final Pattern BEGIN = Pattern.compile(
            "(\\d{3})([?>~^&+'*#@!|$%;<])[0-367]\\d|(\\d{4}|[A-Z]{1,2}\\d{2})([?~^<>])00|()([?~^<>])(?:00|20)");

    /** Signs of a key. */
    private static final int KEY = 2;

    private static final Pattern CHARGE = Pattern.compile("/CHGS/([A-Z]{3}[\\d,.]+)/");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    /** Subfields that are passed over, or read for themselves. */
    private static final Set<String> TAKEN = Set.of("10", "30", "31", "32", "33", "34", "38");

    private static final int PIECE = 27;

    private MtGerman() {}

    static boolean reads(String text) {
        return BEGIN.matcher(text).lookingAt();
    }

    static MtDetails read(String text) {
        Matcher begin = BEGIN.matcher(text);
        if (!begin.lookingAt()) {
            throw new IllegalArgumentException("text has no German code");
        }
        int group = begin.start(1) >= 0 ? 1 : begin.start(3) >= 0 ? 3 : 5;
        Map<String, String> fields = fields(text, begin.start(group + 1), begin.group(group + 1));
        MtDetails details = new MtDetails();
        boolean german = group == 1 && !fields.containsKey("38");
        details.transaction = german ? begin.group(group) : "";
        details.ownCode = german ? "" : begin.group(group);
        details.name = name(fields);
        MtSepaTags.read(purpose(fields, details), details);
        // what has a subfield of its own goes before what stands in the text
        details.bank = value(fields, "30", details.bank);
        details.account = value(fields, "38", value(fields, "31", details.account));
        details.key = value(fields, "34", "");
        return details;
    }

    /** The subfields in their order. A key comes once: what looks like the same again is text. */
    private static Map<String, String> fields(String text, int begin, String sign) {
        Map<String, String> fields = new LinkedHashMap<>();
        // what has a key that is none of these is purpose
        String open = "2";
        int from = begin;
        for (int at = text.indexOf(sign, begin); at >= 0; at = text.indexOf(sign, at + 1)) {
            String key = isKey(text, at + 1) ? text.substring(at + 1, at + 1 + KEY) : "";
            if (!key.isEmpty() && !fields.containsKey(key)) {
                close(fields, open, text.substring(from, at));
                open = key;
                fields.put(open, "");
                from = at + 1 + KEY;
            }
        }
        close(fields, open, text.substring(from));
        return fields;
    }

    /** Whether 00, 10, 20–39, 60–69, 70 or 71 is at a place. */
    private static boolean isKey(String text, int at) {
        if (at + KEY > text.length()) {
            return false;
        }
        char tens = text.charAt(at);
        char ones = text.charAt(at + 1);
        return switch (tens) {
            case '0', '1' -> ones == '0';
            case '2', '3', '6' -> ones >= '0' && ones <= '9';
            case '7' -> ones == '0' || ones == '1';
            default -> false;
        };
    }

    /** Some banks fill what is empty with a byte of all ones. */
    private static void close(Map<String, String> fields, String key, String value) {
        String stripped = value.strip();
        if (!stripped.isEmpty() && !stripped.equals("\u00FF") && !stripped.equals("\u02D9")) {
            fields.put(key, value);
        }
    }

    private static String value(Map<String, String> fields, String key, String otherwise) {
        String value = fields.getOrDefault(key, "").strip();
        return value.isEmpty() ? otherwise : value;
    }

    private static String name(Map<String, String> fields) {
        MtPieces name = pieces(List.of(fields.getOrDefault("32", ""), fields.getOrDefault("33", "")));
        StringBuilder joined = new StringBuilder();
        for (String line : name.lines(0, name.joined().length())) {
            joined.append(' ').append(line.strip());
        }
        String stripped = joined.toString().strip();
        return stripped.contains("  ") ? BLANKS.matcher(stripped).replaceAll(" ") : stripped;
    }

    private static MtPieces purpose(Map<String, String> fields, MtDetails details) {
        boolean inFull = fields.containsKey("38");
        boolean address = inFull || repeats(fields.getOrDefault("60", ""), details.name);
        boolean nameAgain = inFull
                && repeats(
                        fields.getOrDefault("27", "") + fields.getOrDefault("28", "") + fields.getOrDefault("29", ""),
                        details.name);
        List<String> purpose = new ArrayList<>();
        fields.forEach((key, value) -> {
            if (key.startsWith("2") && value.startsWith("/CHGS/")) {
                charge(value.strip(), purpose, details);
            } else if (nameAgain && key.compareTo("27") >= 0 && key.compareTo("29") <= 0) {
                // the name is told already
                return;
            } else if (key.startsWith("2") || (key.startsWith("6") && !address)) {
                purpose.add(value);
            } else if (!TAKEN.contains(key)) {
                details.bankSays(value);
            }
        });
        return pieces(purpose);
    }

    private static void charge(String value, List<String> purpose, MtDetails details) {
        Matcher charge = CHARGE.matcher(value);
        if (charge.matches()) {
            details.charge = charge.group(1);
        } else {
            purpose.add(value);
        }
    }

    /** A bank whose pieces are longer than the agreement has them fills one of them. */
    private static MtPieces pieces(List<String> values) {
        int longest = PIECE;
        boolean filled = false;
        for (String value : values) {
            longest = Math.max(longest, value.length());
            filled = filled || value.length() == PIECE;
        }
        MtPieces pieces = new MtPieces(filled ? PIECE : longest);
        values.forEach(pieces::add);
        return pieces;
    }

    /** Whether one of them is the begin of the other, wherever they have blanks. */
    private static boolean repeats(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return false;
        }
        String first = BLANKS.matcher(one).replaceAll("");
        String second = BLANKS.matcher(other).replaceAll("");
        return first.startsWith(second) || second.startsWith(first);
    }
}
