package io.receivables.statements;

import io.receivables.core.cash.BankReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

    /** What ends the name of a field: a sign, or any blank. */
    private static final char PLUS = '+';

    private static final char COLON = ':';
    private static final char BLANK = ' ';

    private static final int LONG = 4;
    private static final Map<String, Tag> BY_NAME =
            Arrays.stream(Tag.values()).collect(Collectors.toUnmodifiableMap(Tag::name, tag -> tag));
    /** Short words that are names of something else too. */
    private static final Set<Tag> WORDS_TOO = EnumSet.of(Tag.IBAN, Tag.BIC);
    /** What may be written with a blank; the others are words of a text then. */
    private static final Set<Tag> BEFORE_BLANK = EnumSet.of(Tag.EREF, Tag.KREF, Tag.MREF, Tag.CRED, Tag.SVWZ);
    /** Some banks write the fields out, after the text. */
    private static final Pattern WORDS = Pattern.compile(
            "(?:(?:core|cor1|b2b) / )?(end-to-end-ref|mandatsref|gl(?:ae|.)ubiger-id)\\.?\\s?:",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Set<Tag> ONE_LINE = EnumSet.of(Tag.EREF, Tag.KREF, Tag.MREF, Tag.CRED);
    private static final String NOT_STATED = "nicht angegeben";

    private MtSepaTags() {}

    /** Whether a text begins with such a field. */
    static boolean begins(String text) {
        return begins(text, PLUS) || begins(text, COLON);
    }

    /** Whether a text begins so; one that begins with an account and a colon is mostly about it, and not in these fields. */
    private static boolean begins(String text, char style) {
        Tag first = text.length() > LONG ? tag(text, LONG, style) : null;
        boolean isLong = first != null && first.name().length() == LONG;
        return (isLong && !(style == COLON && first == Tag.IBAN)) || (style == PLUS && text.startsWith("BIC+"));
    }

    /** The field whose name ends before a place, written in a style; null for none. */
    private static @Nullable Tag tag(String text, int end, char style) {
        char sign = text.charAt(end);
        boolean isMessage = style == PLUS && sign == COLON;
        if (!isMessage && (style == BLANK ? !isBlank(sign) : sign != style)) {
            return null;
        }
        Tag tag = end < LONG ? null : BY_NAME.get(text.substring(end - LONG, end));
        if (tag == null && text.startsWith("BIC", end - 3)) {
            tag = Tag.BIC;
        }
        // a bank's own message begins with a colon where the fields end with a plus
        if (tag == null || isMessage != (tag == Tag.MTLG) || (style == BLANK && !BEFORE_BLANK.contains(tag))) {
            return null;
        }
        int begin = end - tag.name().length();
        boolean isApart = begin == 0 || !isLetterOrDigit(text.charAt(begin - 1));
        // with a plus, the long ones are known in the middle of a word too: banks leave blanks out
        return isApart || (style == PLUS && !WORDS_TOO.contains(tag)) ? tag : null;
    }

    private static boolean isBlank(char sign) {
        return sign == ' ' || (sign >= '\t' && sign <= '\r');
    }

    private static boolean isLetterOrDigit(char sign) {
        return (sign >= 'A' && sign <= 'Z') || (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9');
    }

    /** A field's name in a text. */
    private record Found(Tag tag, int from, int to) {}

    private static List<Found> bySign(String text) {
        char style = begins(text, COLON) ? COLON : begins(text, BLANK) ? BLANK : PLUS;
        List<Found> found = new ArrayList<>();
        for (int at = 0; at < text.length(); at++) {
            Tag tag = tag(text, at, style);
            if (tag != null) {
                boolean isFollowed = style == COLON && at + 1 < text.length() && isBlank(text.charAt(at + 1));
                found.add(new Found(tag, at - tag.name().length(), isFollowed ? at + 2 : at + 1));
            }
        }
        return found;
    }

    private static List<Found> writtenOut(String text) {
        List<Found> found = new ArrayList<>();
        if (text.indexOf(COLON) >= 0) {
            Matcher words = WORDS.matcher(text);
            while (words.find()) {
                Tag tag = tag(words.group(1));
                found.add(new Found(tag, words.start(), words.end()));
            }
        }
        return found;
    }

    static void read(MtPieces pieces, MtDetails details) {
        String text = pieces.joined();
        List<Found> bySign = bySign(text);
        boolean writtenOut = bySign.isEmpty();
        Set<Tag> seen = EnumSet.noneOf(Tag.class);
        int from = 0;
        Tag open = null;
        for (Found found : writtenOut ? writtenOut(text) : bySign) {
            if (seen.add(found.tag)) {
                int end = writtenOut ? endOfField(open, pieces, from, found.from) : found.from;
                take(open, pieces, text, from, end, details);
                take(null, pieces, text, end, found.from, details);
                open = found.tag;
                from = found.to;
            }
        }
        // where nothing says where the text begins, it begins on the line after the last field
        int end = seen.contains(Tag.SVWZ) ? text.length() : endOfField(open, pieces, from, text.length());
        take(open, pieces, text, from, end, details);
        take(null, pieces, text, end, text.length(), details);
    }

    private static Tag tag(String name) {
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
