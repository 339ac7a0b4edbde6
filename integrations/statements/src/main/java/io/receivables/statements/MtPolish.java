package io.receivables.statements;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a {@code :86:} of labels between semicolons, as Polish banks write it without subfields: {@code 770 PRZELEW KRAJOWY; Z
 * RACH.: …; OD: …; TYT.: …}: from or to which account, from or for whom, and what for.
 */
final class MtPolish {
    private static final Pattern BEGINS = Pattern.compile("\\d{2,4} [^;:]{1,60}; ");
    private static final Pattern LABEL = Pattern.compile("; *(\\p{L}[^;:]{1,24}):");
    /** What these say is read, and they end a text; any label ends what is no text. */
    private static final Pattern KNOWN = Pattern.compile(
            "(?iu)(?:z rach\\.|na rach\\.|od|dla|tyt\\.|id [a-z]{2,5}\\.?|data [a-z]+|tnr|ref\\. *[a-z0-9]+|waluta|kwota|kurs)");

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private MtPolish() {}

    static boolean reads(String text) {
        if (!BEGINS.matcher(text).lookingAt()) {
            return false;
        }
        Matcher labels = LABEL.matcher(text);
        while (labels.find()) {
            if (KNOWN.matcher(labels.group(1)).matches()) {
                return true;
            }
        }
        return false;
    }

    /** Reads the lines joined by blanks. A label comes once: what looks like the same again is text. */
    static MtDetails read(String text) {
        MtDetails details = new MtDetails();
        Matcher labels = LABEL.matcher(text);
        Set<String> seen = new HashSet<>();
        String open = "";
        int from = 0;
        while (labels.find()) {
            String label = labels.group(1);
            boolean ends = KNOWN.matcher(label).matches() || !isText(open);
            if (ends && seen.add(label)) {
                take(open, text.substring(from, labels.start()), details);
                open = label;
                from = labels.end();
            }
        }
        take(open, text.substring(from), details);
        return details;
    }

    private static boolean isText(String label) {
        return label.equalsIgnoreCase("TYT.");
    }

    private static void take(String label, String stated, MtDetails details) {
        String value = BLANKS.matcher(stated.strip()).replaceAll(" ");
        switch (label.toUpperCase(Locale.ROOT)) {
            case "Z RACH.", "NA RACH." -> details.account = value;
            case "OD", "DLA" -> details.name = value;
            case "TYT." -> details.say(value);
            default ->
                details.bankSays(label.isEmpty() ? value : BLANKS.matcher(label).replaceAll(" ") + ": " + value);
        }
    }
}
