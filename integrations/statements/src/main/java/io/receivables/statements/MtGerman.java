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

    private static final String NUMBERS = "(00|10|[236]\\d|7[01])";
    private static final Pattern AFTER_QUESTION_MARK = Pattern.compile("\\?" + NUMBERS);
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
        Matcher keys = keys(sign).matcher(text).region(begin, text.length());
        // what has a key that is none of these is purpose
        String open = "2";
        int from = begin;
        while (keys.find()) {
            if (!fields.containsKey(keys.group(1))) {
                close(fields, open, text.substring(from, keys.start()));
                open = keys.group(1);
                fields.put(open, "");
                from = keys.end();
            }
        }
        close(fields, open, text.substring(from));
        return fields;
    }

    private static Pattern keys(String sign) {
        return sign.equals("?") ? AFTER_QUESTION_MARK : Pattern.compile(Pattern.quote(sign) + NUMBERS);
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
        return BLANKS.matcher(joined).replaceAll(" ").strip();
    }

    private static MtPieces purpose(Map<String, String> fields, MtDetails details) {
        boolean address = fields.containsKey("38") || repeats(fields.getOrDefault("60", ""), details.name);
        String last = fields.getOrDefault("27", "") + fields.getOrDefault("28", "") + fields.getOrDefault("29", "");
        boolean nameAgain = fields.containsKey("38") && repeats(last, details.name);
        List<String> purpose = new ArrayList<>();
        fields.forEach((key, value) -> {
            Matcher charge = CHARGE.matcher(value.strip());
            if (key.startsWith("2") && charge.matches()) {
                details.charge = charge.group(1);
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
        String first = BLANKS.matcher(one).replaceAll("");
        String second = BLANKS.matcher(other).replaceAll("");
        return !first.isEmpty() && !second.isEmpty() && (first.startsWith(second) || second.startsWith(first));
    }
}
