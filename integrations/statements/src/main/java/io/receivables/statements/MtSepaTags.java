package io.receivables.statements;

import io.receivables.core.cash.BankReference;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a SEPA payment that stand in the text of a booking: {@code EREF+…MREF+…SVWZ+…}. Some banks write
 * {@code EREF: …} or {@code EREF …} instead; how the first is written is how all are. Others write them out after the text:
 * {@code End-to-End-Ref.: …Mandatsref: …Gläubiger-ID: …}. A field comes once: what looks like the same again is text.
 */
final class MtSepaTags {
    private enum Tag {
        EREF,
        KREF,
        MREF,
        CRED,
        DEBT,
        SVWZ,
        ABWA,
        ABWE,
        COAM,
        OAMT,
        PURP,
        MDAT,
        BREF,
        RREF,
        MTLG,
        IBAN,
        BIC
    }

    private static final String LONG = "EREF|KREF|MREF|CRED|DEBT|SVWZ|ABWA|ABWE|COAM|OAMT|PURP|MDAT|BREF|RREF";
    /** A bank's own message begins with a colon, however the fields do. */
    private static final Pattern PLUS =
            Pattern.compile("(?=[A-Z]{3,4}[+:])((?:" + LONG + "|(?<![A-Za-z0-9])(?:IBAN|BIC))(?=\\+)|MTLG(?=:))[+:]");
    /** A text that begins with an account is mostly one about it, and not in these fields. */
    private static final Pattern BEGINS_WITH_COLON = Pattern.compile("(" + LONG + "):");

    private static final Pattern COLON = Pattern.compile("(?<![A-Za-z0-9])(" + LONG + "|IBAN|BIC):\\s?");
    /** Some banks write the fields out, after the text. */
    private static final Pattern WORDS = Pattern.compile(
            "(?:(?:core|cor1|b2b) / )?(end-to-end-ref|mandatsref|gl(?:ae|.)ubiger-id)\\.?\\s?:",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern BLANK = Pattern.compile("(?<![A-Za-z0-9])(EREF|KREF|MREF|CRED|SVWZ)\\s");

    private static final Set<Tag> ONE_LINE = EnumSet.of(Tag.EREF, Tag.KREF, Tag.MREF, Tag.CRED);
    private static final String NOT_STATED = "nicht angegeben";

    private MtSepaTags() {}

    /** Whether a text begins with such a field. */
    static boolean begins(String text) {
        return PLUS.matcher(text).lookingAt() || BEGINS_WITH_COLON.matcher(text).lookingAt();
    }

    static void read(MtPieces pieces, MtDetails details) {
        String text = pieces.joined();
        Pattern style = style(text);
        Matcher tags = style.matcher(text);
        Set<Tag> seen = EnumSet.noneOf(Tag.class);
        int from = 0;
        Tag open = null;
        while (tags.find()) {
            Tag tag = tag(style, tags.group(1));
            if (seen.add(tag)) {
                int end = style == WORDS ? endOfField(open, pieces, from, tags.start()) : tags.start();
                take(open, pieces, text, from, end, details);
                take(null, pieces, text, end, tags.start(), details);
                open = tag;
                from = tags.end();
            }
        }
        // where nothing says where the text begins, it begins on the line after the last field
        int end = seen.contains(Tag.SVWZ) ? text.length() : endOfField(open, pieces, from, text.length());
        take(open, pieces, text, from, end, details);
        take(null, pieces, text, end, text.length(), details);
    }

    private static Tag tag(Pattern style, String name) {
        if (style != WORDS) {
            return Tag.valueOf(name);
        }
        return switch (name.charAt(0)) {
            case 'E', 'e' -> Tag.EREF;
            case 'M', 'm' -> Tag.MREF;
            default -> Tag.CRED;
        };
    }

    /** Where the line ends on which a reference stands; a line that ends within one goes on. */
    private static int endOfField(@Nullable Tag open, MtPieces pieces, int from, int to) {
        if (open == null || !ONE_LINE.contains(open)) {
            return to;
        }
        int end = from;
        for (String line : pieces.lines(from, to)) {
            end += line.length();
            String said = line.stripTrailing();
            if (!said.isEmpty() && Character.isLetterOrDigit(said.charAt(said.length() - 1))) {
                return end;
            }
        }
        return to;
    }

    private static Pattern style(String text) {
        if (BEGINS_WITH_COLON.matcher(text).lookingAt()) {
            return COLON;
        }
        if (BLANK.matcher(text).lookingAt()) {
            return BLANK;
        }
        return PLUS.matcher(text).find() || !WORDS.matcher(text).find() ? PLUS : WORDS;
    }

    private static void take(@Nullable Tag tag, MtPieces pieces, String text, int from, int to, MtDetails details) {
        String value = text.substring(from, to).strip();
        if (value.isEmpty() || (tag != null && value.equalsIgnoreCase(NOT_STATED))) {
            return;
        }
        if (tag == null || tag == Tag.SVWZ) {
            pieces.lines(from, to).forEach(details::say);
            return;
        }
        switch (tag) {
            case EREF -> details.references.put(BankReference.END_TO_END, value);
            case KREF -> details.references.put(BankReference.INSTRUCTION, value);
            case MREF -> details.references.put(BankReference.MANDATE, value);
            case CRED -> details.references.put(BankReference.CREDITOR, value);
            case ABWA ->
                details.ultimatePayer = String.join(" ", pieces.lines(from, to)).strip();
            case ABWE ->
                details.ultimatePayee = String.join(" ", pieces.lines(from, to)).strip();
            case COAM -> details.charge = value;
            case OAMT -> details.original = value;
            case IBAN -> details.account = value;
            case BIC -> details.bank = value;
            default -> details.bankSays(tag + "+" + value);
        }
    }
}
