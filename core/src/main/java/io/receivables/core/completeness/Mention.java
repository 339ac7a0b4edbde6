package io.receivables.core.completeness;

import io.receivables.core.internal.Checks;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Something that an invoice is to state.
 *
 * @param id the identifier, unique within a profile; the same thing has the same one in all regimes
 * @param need how much it is needed
 * @param english what it is, in English
 * @param french what it is, in French
 * @param citation the rule that asks for it
 * @param applies on which invoices it is needed
 * @param stated whether an invoice has it
 */
public record Mention(
        String id,
        Need need,
        String english,
        String french,
        String citation,
        Predicate<InvoiceContents> applies,
        Predicate<InvoiceContents> stated) {
    public Mention {
        Checks.id(id, "mention id");
        Objects.requireNonNull(need, "need");
        Checks.that(!english.isBlank(), () -> "english text of mention " + id + " is blank");
        Checks.that(!french.isBlank(), () -> "french text of mention " + id + " is blank");
        Objects.requireNonNull(citation, "citation");
        Objects.requireNonNull(applies, "applies");
        Objects.requireNonNull(stated, "stated");
    }

    /** A mention that every invoice needs. */
    public static Mention mandatory(
            String id, String english, String french, String citation, Predicate<InvoiceContents> stated) {
        return new Mention(id, Need.MANDATORY, english, french, citation, contents -> true, stated);
    }

    /** This mention, needed on some invoices only. */
    public Mention when(Predicate<InvoiceContents> condition) {
        return new Mention(id, Need.CONDITIONAL, english, french, citation, condition, stated);
    }

    /** This mention, recommended only. */
    public Mention recommended() {
        return new Mention(id, Need.RECOMMENDED, english, french, citation, applies, stated);
    }

    /** What it is, in French where the locale's language is French, in English otherwise. */
    public String text(Locale locale) {
        return locale.getLanguage().equals("fr") ? french : english;
    }

    boolean isMissingFrom(InvoiceContents contents) {
        return applies.test(contents) && !stated.test(contents);
    }
}
