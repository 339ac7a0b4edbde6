package io.receivables.statements;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a {@code :86:} as the German banking industry's DFÜ agreement has it: a code of three digits, then subfields of two
 * digits after a sign that the bank chose, mostly {@code ?}: 00 the bank's text, 10 the bank's journal number, which is
 * passed over, 20–29 and 60–63 the purpose, 30 and 31 the
 * other side's bank and account, 32 and 33 its name, 34 the key of why money came back.
 */
final class MtGerman {
    private static final Pattern BEGIN = Pattern.compile("(\\d{3})([?>~^&+'*#@!|$%;<])\\d{2}");
    private static final String NUMBERS = "(00|10|2\\d|3\\d|6[0-3])";
    private static final Pattern AFTER_QUESTION_MARK = Pattern.compile("\\?" + NUMBERS);

    private MtGerman() {}

    static boolean reads(String text) {
        return BEGIN.matcher(text).lookingAt();
    }

    static MtDetails read(String text) {
        MtDetails details = new MtDetails();
        Matcher begin = BEGIN.matcher(text);
        if (!begin.lookingAt()) {
            throw new IllegalArgumentException("text has no German code");
        }
        details.transaction = begin.group(1);
        Matcher keys = keys(begin.group(2)).matcher(text);
        MtPieces purpose = new MtPieces();
        MtPieces name = new MtPieces();
        // a key comes once: what looks like the same again is text
        Set<String> seen = new HashSet<>();
        String open = "20";
        int from = begin.start(2);
        while (keys.find()) {
            if (seen.add(keys.group(1))) {
                take(open, text.substring(from, keys.start()), purpose, name, details);
                open = keys.group(1);
                from = keys.end();
            }
        }
        take(open, text.substring(from), purpose, name, details);
        details.name = String.join(" ", name.lines(0, name.joined().length())).strip();
        String account = details.account;
        String bank = details.bank;
        MtSepaTags.read(purpose, details);
        // what has a subfield of its own goes before what stands in the text
        details.account = account.isEmpty() ? details.account : account;
        details.bank = bank.isEmpty() ? details.bank : bank;
        return details;
    }

    private static Pattern keys(String sign) {
        return sign.equals("?") ? AFTER_QUESTION_MARK : Pattern.compile(Pattern.quote(sign) + NUMBERS);
    }

    private static void take(String key, String value, MtPieces purpose, MtPieces name, MtDetails details) {
        switch (key) {
            case "10" -> {}
            case "00" -> details.bankSays(value);
            case "30" -> details.bank = value.strip();
            case "31" -> details.account = value.strip();
            case "32", "33" -> name.add(value);
            case "34" -> details.key = value.strip();
            default -> {
                if (key.startsWith("3")) {
                    details.bankSays(value);
                } else if (!value.isEmpty()) {
                    purpose.add(value);
                }
            }
        }
    }
}
