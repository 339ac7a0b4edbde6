package io.receivables.core.terms;

import java.util.Locale;

/**
 * A language in which payment terms are written and read. One reading is the library's where usage differs; it says so and
 * names the other:
 *
 * <table>
 * <caption>Readings</caption>
 * <tr><th>text</th><th>read as</th><th>others</th></tr>
 * <tr><td>30 days EOM, net 30 EOM</td><td>end of month, then 30 days</td><td>30 days, then end of month</td></tr>
 * <tr><td>EOM + 30 days</td><td>end of month, then 30 days</td><td></td></tr>
 * <tr><td>30 jours fin de mois</td><td>30 jours, puis fin de mois</td><td>fin de mois, puis 30 jours</td></tr>
 * <tr><td>fin de mois + 30 jours</td><td>fin de mois, puis 30 jours</td><td></td></tr>
 * <tr><td>10th prox</td><td>the 10th of the next month</td><td>a month later for invoices after the 25th</td></tr>
 * <tr><td>on receipt, à réception</td><td>on the invoice date</td><td>on the day of receipt</td></tr>
 * <tr><td>COD, à la livraison</td><td>on the invoice date</td><td>on the day of delivery</td></tr>
 * </table>
 */
public enum TermsLanguage {
    ENGLISH,
    FRENCH;

    /** French where the locale's language is French, English otherwise. */
    public static TermsLanguage of(Locale locale) {
        return locale.getLanguage().equals("fr") ? FRENCH : ENGLISH;
    }

    /**
     * Reads payment terms as people write them in this language, and the lines of e-invoices ({@code
     * #SKONTO#TAGE=14#PROZENT=2.25#}) in either. Case, accents, repeated blanks and the full stops of abbreviations say
     * nothing. Nothing is guessed: a text with anything that is not understood gives a problem and no terms.
     */
    public TermsReading read(String text) {
        return TermsReader.read(text, this);
    }

    /** Reads a text of either language; one that neither understands is told in English. */
    public static TermsReading readAny(String text) {
        TermsReading english = ENGLISH.read(text);
        if (english.terms().isPresent()) {
            return english;
        }
        TermsReading french = FRENCH.read(text);
        boolean isFrench = french.terms().isPresent() || english.discounts().isEmpty();
        boolean saysMore = french.terms().isPresent() || !french.discounts().isEmpty();
        return isFrench && saysMore ? french : english;
    }

    /** The terms in words that {@link #read} understands as the same terms, without another reading. */
    public String print(PaymentTerms terms) {
        return new TermsPrinter(this).terms(terms);
    }
}
