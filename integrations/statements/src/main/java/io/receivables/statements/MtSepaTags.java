package io.receivables.statements;

import io.receivables.core.cash.BankReference;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a SEPA payment that stand in the text of a booking: {@code EREF+…MREF+…SVWZ+…}. Some banks write
 * {@code EREF: …} or {@code EREF …} instead; how the first is written is how all are. A field comes once: what looks like the
 * same again is text.
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
    private static final Set<Tag> WORDS = EnumSet.of(Tag.IBAN, Tag.BIC);

    /** What may be written with a blank; the others are words of a text then. */
    private static final Set<Tag> BEFORE_BLANK = EnumSet.of(Tag.EREF, Tag.KREF, Tag.MREF, Tag.CRED, Tag.SVWZ);

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
        if (style == BLANK ? !isBlank(sign) : sign != style) {
            return null;
        }
        Tag tag = end < LONG ? null : BY_NAME.get(text.substring(end - LONG, end));
        if (tag == null && text.startsWith("BIC", end - 3)) {
            tag = Tag.BIC;
        }
        if (tag == null || (style == BLANK && !BEFORE_BLANK.contains(tag))) {
            return null;
        }
        int begin = end - tag.name().length();
        boolean isApart = begin == 0 || !isLetterOrDigit(text.charAt(begin - 1));
        // with a plus, the long ones are known in the middle of a word too: banks leave blanks out
        return isApart || (style == PLUS && !WORDS.contains(tag)) ? tag : null;
    }

    private static boolean isBlank(char sign) {
        return sign == ' ' || (sign >= '\t' && sign <= '\r');
    }

    private static boolean isLetterOrDigit(char sign) {
        return (sign >= 'A' && sign <= 'Z') || (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9');
    }

    static void read(MtPieces pieces, MtDetails details) {
        String text = pieces.joined();
        char style = style(text);
        Set<Tag> seen = EnumSet.noneOf(Tag.class);
        int from = 0;
        Tag open = null;
        for (int at = 0; at < text.length(); at++) {
            Tag tag = tag(text, at, style);
            if (tag != null && seen.add(tag)) {
                take(open, pieces, text, from, at - tag.name().length(), details);
                open = tag;
                from = at + 1;
            }
        }
        take(open, pieces, text, from, text.length(), details);
    }

    private static char style(String text) {
        if (begins(text, COLON)) {
            return COLON;
        }
        return begins(text, BLANK) ? BLANK : PLUS;
    }

    private static void take(@Nullable Tag tag, MtPieces pieces, String text, int from, int to, MtDetails details) {
        String value = text.substring(from, to).strip();
        if (value.isEmpty()) {
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
