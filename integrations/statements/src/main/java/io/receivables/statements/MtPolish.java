package io.receivables.statements;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a {@code :86:} of labels between semicolons, as Polish banks write it without subfields: {@code 770 PRZELEW KRAJOWY; Z
 * RACH.: …; OD: …; TYT.: …}: from or to which account, from or for whom, and what for.
 */
final class MtPolish {
    private static final Pattern BEGINS = Pattern.compile("\\d{2,4} [^;:]{1,60}[;:]");
    private static final Pattern LABEL = Pattern.compile(
            "; *(Z RACH\\.|NA RACH\\.|OD|DLA|TYT\\.|ID [A-Z]{2,5}\\.?|DATA [A-Z]+|TNR|REF\\. *[A-Z0-9]+|WALUTA|KWOTA|KURS"
                    + "|NIP|OKRES|SYMBOL FORM\\.|NAZWA ZOBOW\\.|DEKLARACJA):");

    private MtPolish() {}

    static boolean reads(String text) {
        return BEGINS.matcher(text).lookingAt() && LABEL.matcher(text).find();
    }

    /** Reads the lines joined by blanks. A label comes once: what looks like the same again is text. */
    static MtDetails read(String text) {
        MtDetails details = new MtDetails();
        Matcher labels = LABEL.matcher(text);
        Set<String> seen = new HashSet<>();
        String open = "";
        int from = 0;
        while (labels.find()) {
            if (seen.add(labels.group(1))) {
                take(open, text.substring(from, labels.start()), details);
                open = labels.group(1);
                from = labels.end();
            }
        }
        take(open, text.substring(from), details);
        return details;
    }

    private static void take(String label, String stated, MtDetails details) {
        String value = stated.strip().replaceAll("\\s+", " ");
        switch (label) {
            case "Z RACH.", "NA RACH." -> details.account = value;
            case "OD", "DLA" -> details.name = value;
            case "TYT." -> details.say(value);
            default -> details.bankSays(label.isEmpty() ? value : label + ": " + value);
        }
    }
}
