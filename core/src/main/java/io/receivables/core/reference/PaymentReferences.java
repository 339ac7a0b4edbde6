package io.receivables.core.reference;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds references in the free text of a payment. The work grows with the length of the text and nothing else.
 *
 * <p>Only what marks itself is found: RF references, Belgian ones with their slashes or their plus signs or stars, and 27 digits
 * in one piece or in the groups of a printed QRR. A Finnish number or a KID looks like any other number; to look for those that
 * one has given out is a comparison with open items, not a matter of form.
 */
public final class PaymentReferences {
    private static final String BLANK = "[ \\u00a0\\u2007\\u2009\\u202f\\t\\r\\n]{0,2}+";

    private static final Pattern SLASHED =
            form("(?<![\\p{L}\\p{N}/])(\\d{3})_/_(\\d{4})_/_(\\d{5})(?![\\p{L}\\p{N}/])");

    private static final Pattern MARKED = form("(?:[+]{3}|[*]{3})_(\\d{3})_(\\d{4})_(\\d{5})_(?:[+]{3}|[*]{3})");

    private static final Pattern TWENTY_SEVEN = form("(?<![\\p{L}\\p{N}])(\\d{2})"
            + "(?:(\\d{25})|_(\\d{5})_(\\d{5})_(\\d{5})_(\\d{5})_(\\d{5}))(?![\\p{L}\\p{N}])");

    private static final int LONGEST_RF = 25;

    /** The characters that are looked at from the start of an RF reference: printed ones have 6 spaces, or line breaks. */
    private static final int WINDOW = 2 * LONGEST_RF;

    private PaymentReferences() {}

    /** The pattern of a form in which _ stands for blanks. */
    private static Pattern form(String form) {
        return Pattern.compile(form.replace("_", BLANK));
    }

    /**
     * The references in a text whose check digits fit, each once: those of RF, then Belgian ones, then Swiss ones, by place.
     *
     * <p>Spaces and line breaks may stand within a reference. Where an RF reference could end after more than one word and the
     * check digits fit each time (one time in 97), all readings are given: which one is meant is known by who gave it out.
     */
    public static List<PaymentReference> in(String text) {
        Set<PaymentReference> found = new LinkedHashSet<>();
        addCreditorReferences(text, found);
        addAll(ReferenceScheme.OGM, SLASHED, text, found);
        addAll(ReferenceScheme.OGM, MARKED, text, found);
        addAll(ReferenceScheme.QRR, TWENTY_SEVEN, text, found);
        return List.copyOf(found);
    }

    private static void addAll(ReferenceScheme scheme, Pattern form, String text, Set<PaymentReference> found) {
        Matcher matcher = form.matcher(text);
        // marks that close one number may open the next
        for (int from = 0; matcher.find(from); from = matcher.start() + 1) {
            StringBuilder digits = new StringBuilder();
            for (int group = 1; group <= matcher.groupCount(); group++) {
                String part = matcher.group(group);
                digits.append(part == null ? "" : part);
            }
            addIfValid(scheme, digits.toString(), found);
        }
    }

    private static void addCreditorReferences(String text, Set<PaymentReference> found) {
        for (int i = 0; i + 1 < text.length(); i++) {
            boolean isStart = Characters.upper(text.charAt(i)) == 'R'
                    && Characters.upper(text.charAt(i + 1)) == 'F'
                    && !isWord(text, i - 1);
            if (isStart) {
                readings(text, i).forEach(value -> addIfValid(ReferenceScheme.RF, value, found));
            }
        }
    }

    /** What may be a reference from a place on: it ends with a word. */
    private static List<String> readings(String text, int start) {
        List<String> readings = new ArrayList<>();
        StringBuilder value = new StringBuilder(LONGEST_RF);
        int end = Math.min(text.length(), start + WINDOW);
        for (int i = start; i < end && value.length() < LONGEST_RF; i++) {
            char c = Characters.upper(text.charAt(i));
            if (Characters.isLetterOrDigit(c)) {
                value.append(c);
                if (!isWord(text, i + 1)) {
                    readings.add(value.toString());
                }
            } else if (!isBlank(c)) {
                break;
            }
        }
        return readings;
    }

    private static void addIfValid(ReferenceScheme scheme, String value, Set<PaymentReference> found) {
        if (scheme.isValid(value)) {
            found.add(new PaymentReference(scheme, value));
        }
    }

    private static boolean isBlank(char c) {
        return Characters.isSpace(c) || c == '\t' || c == '\r' || c == '\n';
    }

    /** Whether there is a letter or digit of any script, so that a word goes on. */
    private static boolean isWord(String text, int index) {
        return index >= 0 && index < text.length() && Character.isLetterOrDigit(text.charAt(index));
    }
}
