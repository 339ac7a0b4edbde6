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
 * passed over, 20–29 and 60–63 the purpose, 30 and 31 the other side's bank and account, 32 and 33 its name, 34 the key of why
 * money came back.
 *
 * <p>Polish and Luxembourg banks took it over and added 38, the other side's account in full. Their codes are their own, some of
 * four signs or none; 60–65 go on with the other side's address, or repeat references; and what 27–29 say is the name over again.
 */
final class MtGerman {
    /** After a code of three digits any sign; without one, or after another code, only those that begin no text. */
    private static final String SIGNS = "?>~^&+'*#@!|$%;<";

    private static final String SURE_SIGNS = "?~^<>";
    private static final int CODE = 3;
    private static final Pattern OTHER_CODE = Pattern.compile("\\d{4}|[A-Z]{1,2}\\d{2}");

    private static final Pattern CHARGE = Pattern.compile("/CHGS/([A-Z]{3}[\\d,.]+)/");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    /** Subfields that are passed over, or read for themselves. */
    private static final Set<String> TAKEN = Set.of("10", "30", "31", "32", "33", "34", "38");

    private static final int PIECE = 27;

    private MtGerman() {}

    static boolean reads(String text) {
        return code(text) >= 0;
    }

    /** How many signs the code in front of the first subfield has; negative where a text does not begin so. */
    private static int code(String text) {
        if (text.length() >= CODE + 3
                && MtValues.isDigits(text.substring(0, CODE))
                && SIGNS.indexOf(text.charAt(CODE)) >= 0
                && "012367".indexOf(text.charAt(CODE + 1)) >= 0
                && MtValues.isDigits(text.substring(CODE + 2, CODE + 3))) {
            return CODE;
        }
        for (int sign = 0; sign <= CODE + 1 && sign < text.length(); sign++) {
            if (SURE_SIGNS.indexOf(text.charAt(sign)) >= 0) {
                boolean isFirst = text.startsWith("00", sign + 1) || (sign == 0 && text.startsWith("20", 1));
                boolean isCode =
                        sign == 0 || OTHER_CODE.matcher(text.substring(0, sign)).matches();
                return isFirst && isCode ? sign : -1;
            }
        }
        return -1;
    }

    static MtDetails read(String text) {
        int length = code(text);
        String code = text.substring(0, length);
        Map<String, String> fields = fields(text, length);
        MtDetails details = new MtDetails();
        boolean german = length == CODE && MtValues.isDigits(code) && !fields.containsKey("38");
        details.transaction = german ? code : "";
        details.ownCode = german ? "" : code;
        details.name = name(fields);
        MtSepaTags.read(purpose(fields, details), details);
        // what has a subfield of its own goes before what stands in the text
        details.bank = value(fields, "30", details.bank);
        details.account = value(fields, "38", value(fields, "31", details.account));
        details.key = value(fields, "34", "");
        return details;
    }

    /** The subfields in their order. A key comes once: what looks like the same again is text. */
    private static Map<String, String> fields(String text, int begin) {
        Map<String, String> fields = new LinkedHashMap<>();
        char sign = text.charAt(begin);
        // what has a key that is none of these is purpose
        String open = "2";
        int from = begin;
        for (int at = begin; at >= 0 && at + 2 < text.length(); at = text.indexOf(sign, at + 1)) {
            String key = text.substring(at + 1, at + 3);
            if (isKey(key) && !fields.containsKey(key)) {
                close(fields, open, text.substring(from, at));
                open = key;
                fields.put(open, "");
                from = at + 3;
            }
        }
        close(fields, open, text.substring(from));
        return fields;
    }

    /** 00, 10, 20 to 39, 60 to 69, 70 and 71. */
    private static boolean isKey(String key) {
        return MtValues.isDigits(key)
                && switch (key.charAt(0)) {
                    case '0', '1' -> key.charAt(1) == '0';
                    case '2', '3', '6' -> true;
                    case '7' -> key.charAt(1) <= '1';
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
        return !first.isEmpty() && !second.isEmpty() && (first.startsWith(second) || second.startsWith(first));
    }
}
