package io.receivables.dunning.letters;

import io.receivables.core.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How amounts, dates and punctuation are written in a language, and in a country where usage differs. Nothing of it
 * depends on the machine.
 *
 * @param language {@code en} or {@code fr}
 * @param country whose usage, such as {@code CA}; empty for the language's own
 */
record LetterLocale(String language, String country) {
    static final String ENGLISH = "en";
    static final String FRENCH = "fr";

    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final char NARROW_NO_BREAK_SPACE = '\u202f';
    private static final char MINUS = '\u2212';
    private static final int GROUP = 3;

    private static final List<String> ENGLISH_MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");

    private static final List<String> FRENCH_MONTHS = List.of(
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre");

    /** The currency that a reader takes a symbol for; all others are written with their code. */
    private static final Map<String, String> SYMBOLS =
            Map.of("fr EUR", "€", "fr-CA CAD", "$", "en-CA CAD", "$", "en-GB GBP", "£");

    /** The locale of a language and the law that a letter is under, such as {@code CA-QC}. */
    static LetterLocale of(String language, String jurisdiction) {
        if (!language.equals(ENGLISH) && !language.equals(FRENCH)) {
            throw new IllegalArgumentException(
                    "language \"" + language + "\" has no letters: use " + ENGLISH + " or " + FRENCH);
        }
        return new LetterLocale(language, jurisdiction.split("-", 2)[0]);
    }

    /** The tag of a folder of templates, such as {@code fr-CA}. */
    static LetterLocale ofTag(String tag) {
        return of(tag.substring(0, 2), tag.length() > 2 ? tag.substring(3) : "");
    }

    boolean isFrench() {
        return language.equals(FRENCH);
    }

    private boolean isCanadian() {
        return country.equals("CA");
    }

    /** The language tag, such as {@code fr-CA}; the language alone where no country is stated. */
    String tag() {
        return country.isEmpty() ? language : language + "-" + country;
    }

    Locale messages() {
        return isFrench() ? Locale.FRENCH : Locale.ENGLISH;
    }

    /** {@code 1 234,56 €} in French, {@code EUR 1,234.56} in English, {@code $1,234.56} for a reader in Canada. */
    String amount(Money money) {
        String number = number(money.abs().amount());
        String sign = money.isNegative() ? String.valueOf(MINUS) : "";
        String code = money.currency().getCurrencyCode();
        String symbol = symbol(code);
        if (isFrench()) {
            return sign + number + NO_BREAK_SPACE + (symbol.isEmpty() ? code : symbol);
        }
        return sign + (symbol.isEmpty() ? code + NO_BREAK_SPACE : symbol) + number;
    }

    private String symbol(String currency) {
        String own = SYMBOLS.getOrDefault(tag() + " " + currency, "");
        return own.isEmpty() && !isCanadian() ? SYMBOLS.getOrDefault(language + " " + currency, "") : own;
    }

    /** With the decimals that it has; in French a comma and narrow no-break spaces, no-break spaces in Canada. */
    String number(BigDecimal number) {
        String plain = number.toPlainString();
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        StringBuilder written = new StringBuilder();
        for (int i = 0; i < whole.length(); i++) {
            if (i > 0 && (whole.length() - i) % GROUP == 0) {
                written.append(groupSeparator());
            }
            written.append(whole.charAt(i));
        }
        if (point >= 0) {
            written.append(isFrench() ? ',' : '.').append(plain, point + 1, plain.length());
        }
        return written.toString();
    }

    private char groupSeparator() {
        if (!isFrench()) {
            return ',';
        }
        return isCanadian() ? NO_BREAK_SPACE : NARROW_NO_BREAK_SPACE;
    }

    /** {@code 8.15%}, {@code 8,15 %}. */
    String percent(BigDecimal percent) {
        String number = number(percent.signum() == 0 ? BigDecimal.ZERO : percent.stripTrailingZeros());
        return isFrench() ? number + NO_BREAK_SPACE + "%" : number + "%";
    }

    /** {@code 20 November 2026}, {@code November 20, 2026} in Canada and the United States, {@code 1er mars 2026}. */
    String date(LocalDate date) {
        int month = date.getMonthValue() - 1;
        int day = date.getDayOfMonth();
        if (isFrench()) {
            return (day == 1 ? "1er" : String.valueOf(day)) + NO_BREAK_SPACE + FRENCH_MONTHS.get(month) + " "
                    + date.getYear();
        }
        return isCanadian() || country.equals("US")
                ? ENGLISH_MONTHS.get(month) + NO_BREAK_SPACE + day + ", " + date.getYear()
                : day + String.valueOf(NO_BREAK_SPACE) + ENGLISH_MONTHS.get(month) + " " + date.getYear();
    }

    /** {@code a, b and c}. */
    String list(List<String> parts) {
        String and = isFrench() ? " et " : " and ";
        int last = parts.size() - 1;
        return last <= 0 ? String.join("", parts) : String.join(", ", parts.subList(0, last)) + and + parts.get(last);
    }

    /**
     * Words with the apostrophes of print and, in French, the no-break spaces that belong to punctuation; in Canada only
     * the colon and quotation marks take one.
     */
    String typeset(String words) {
        String printed = words.replace('\'', '\u2019');
        if (!isFrench()) {
            return printed;
        }
        String spaced = printed.replace(" :", NO_BREAK_SPACE + ":")
                .replace("« ", "«" + NO_BREAK_SPACE)
                .replace(" »", NO_BREAK_SPACE + "»");
        for (String mark : List.of(";", "!", "?")) {
            spaced = spaced.replace(" " + mark, isCanadian() ? mark : NARROW_NO_BREAK_SPACE + mark);
        }
        return spaced;
    }
}
