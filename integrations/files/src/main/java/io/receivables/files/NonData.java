package io.receivables.files;

import java.util.regex.Pattern;

/** What stands in exports beside the data: totals lines, and lines that are drawn. */
final class NonData {
    private static final int LONGEST = 200;

    /** English, French and German words at the start of a totals line, and the asterisks of list output. */
    private static final Pattern TOTAL = Pattern.compile(
            "\\*{1,4}( .*)?"
                    + "|((grand|net|report)[ -]?)?totals?( .*|:.*)?|sub[- ]?totals?( .*|:.*)?"
                    + "|.+ (sub)?totals?:?"
                    + "|((sous|sub)[- ]?)?(total|totaux)( .*|:.*)?|(montant|somme|solde) (total|totale|générale?)( .*|:.*)?|somme"
                    + "|(gesamt|zwischen|end|teil)?(summe|ergebnis|saldo)n?( .*|:.*)?|gesamt(betrag|wert)?( .*|:.*)?|insgesamt( .*)?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private NonData() {}

    /** Whether a cell is what a totals line starts with: "Total for Acme", "Sous-total", "Gesamtsumme:", "**". */
    static boolean isTotal(String cell) {
        return cell.length() <= LONGEST
                && TOTAL.matcher(cell.replace('\u00A0', ' ')).matches();
    }

    /** Whether a cell is a drawn line: "-----", "====", "+---+". */
    static boolean isRule(char[] buffer, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = buffer[i];
            if (c != '-' && c != '=' && c != '_' && c != '+' && c != '|' && c != '\u2500' && c != '\u2014') {
                return false;
            }
        }
        return end - start > 1;
    }
}
