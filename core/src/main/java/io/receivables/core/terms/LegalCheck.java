package io.receivables.core.terms;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Payment terms, or the due date of one document, checked against a law.
 *
 * @param cap the law
 * @param verdict what it says
 * @param limit the limit that is kept, or the one that is exceeded least
 * @param invoiceDate the date of the document; of terms the day on which they reach furthest beyond that limit, or nearest
 *     to it
 * @param dueDate the last due date of a document of that day
 * @param latest the latest due date that the limit allows it
 * @param derogations the derogation that allows more, on its condition; none when the verdict is another
 */
public record LegalCheck(
        LegalCap cap,
        LegalVerdict verdict,
        LegalLimit limit,
        LocalDate invoiceDate,
        LocalDate dueDate,
        LocalDate latest,
        List<LegalDerogation> derogations) {
    public LegalCheck {
        derogations = List.copyOf(derogations);
    }

    public boolean isCompliant() {
        return verdict == LegalVerdict.COMPLIANT;
    }

    /** By how many days the due date exceeds the limit; zero where it keeps it. */
    public int daysOver() {
        return Math.max(0, (int) ChronoUnit.DAYS.between(latest, dueDate));
    }

    /** The verdict and its reason in a sentence, in French where the locale's language is French, in English otherwise. */
    public String explanation(Locale locale) {
        Locale language = locale.getLanguage().equals("fr") ? Locale.FRENCH : Locale.ENGLISH;
        String condition = derogations.stream()
                .map(derogation -> derogation.condition().in(language))
                .findFirst()
                .orElse("");
        return ResourceBundle.getBundle("io.receivables.core.terms.LegalChecks", language)
                .getString(verdict.code())
                .replace("{invoiceDate}", invoiceDate.toString())
                .replace("{dueDate}", dueDate.toString())
                .replace("{latest}", latest.toString())
                .replace("{days}", Integer.toString(daysOver()))
                .replace("{citation}", cap.citation())
                .replace("{limit}", limit.text().in(language))
                .replace("{condition}", condition);
    }
}
