package io.receivables.files;

/**
 * Spreadsheets take a cell that starts with {@code = + - @}, in East Asian settings also with their full-width forms, for
 * a formula, which a customer's name must not become. An apostrophe before it prevents that. {@code bare(guarded(x))} is
 * {@code x} for every text.
 */
final class Formulas {
    private static final String STARTS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    private Formulas() {}

    static String guarded(String text) {
        return startsFormula(text) ? "'" + text : text;
    }

    static String bare(String text) {
        return text.startsWith("'") && startsFormula(text) ? text.substring(1) : text;
    }

    /** Also where apostrophes stand before it already, so that guarding can be undone. */
    private static boolean startsFormula(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) == '\'') {
            at++;
        }
        return at < text.length() && STARTS.indexOf(text.charAt(at)) >= 0;
    }
}
