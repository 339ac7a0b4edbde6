package io.receivables.statements;

import io.receivables.core.cash.BankReference;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    private static final String LONG = "EREF|KREF|MREF|CRED|DEBT|SVWZ|ABWA|ABWE|COAM|OAMT|PURP|MDAT|BREF|RREF";
    private static final Pattern PLUS = Pattern.compile("(" + LONG + "|(?<![A-Za-z0-9])(?:IBAN|BIC))\\+");
    /** A text that begins with an account is mostly one about it, and not in these fields. */
    private static final Pattern BEGINS_WITH_COLON = Pattern.compile("(" + LONG + "):");

    private static final Pattern COLON = Pattern.compile("(?<![A-Za-z0-9])(" + LONG + "|IBAN|BIC):\\s?");
    private static final Pattern BLANK = Pattern.compile("(?<![A-Za-z0-9])(EREF|KREF|MREF|CRED|SVWZ)\\s");

    private MtSepaTags() {}

    /** Whether a text begins with such a field. */
    static boolean begins(String text) {
        return PLUS.matcher(text).lookingAt() || BEGINS_WITH_COLON.matcher(text).lookingAt();
    }

    static void read(MtPieces pieces, MtDetails details) {
        String text = pieces.joined();
        Matcher tags = style(text).matcher(text);
        Set<Tag> seen = EnumSet.noneOf(Tag.class);
        int from = 0;
        Tag open = null;
        while (tags.find()) {
            Tag tag = Tag.valueOf(tags.group(1));
            if (seen.add(tag)) {
                take(open, pieces, text, from, tags.start(), details);
                open = tag;
                from = tags.end();
            }
        }
        take(open, pieces, text, from, text.length(), details);
    }

    private static Pattern style(String text) {
        if (BEGINS_WITH_COLON.matcher(text).lookingAt()) {
            return COLON;
        }
        return BLANK.matcher(text).lookingAt() ? BLANK : PLUS;
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
