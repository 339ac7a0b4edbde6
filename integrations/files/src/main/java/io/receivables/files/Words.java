package io.receivables.files;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Headers and texts in the form in which synonyms are compared: words without case, accents, punctuation and plural. */
final class Words {
    private static final int LONGEST = 120;
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern NUMBER_SIGN = Pattern.compile("(?<![a-z])n[°º]|№|#");
    private static final Pattern CAMEL = Pattern.compile("(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
    /** German writes "invoice number" as one word. */
    private static final Pattern GERMAN_NUMBER = Pattern.compile("(\\p{L}{4,})(?:nummer|nr)\\b");

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern IN_PARENTHESES = Pattern.compile("[(\\[]([^)\\]]*)[)\\]]");
    private static final Set<String> NUMBER = Set.of("no", "nr", "num", "numero", "number", "nummer", "nbr", "numer");
    private static final Set<String> FILLERS =
            Set.of("de", "du", "des", "d", "l", "la", "le", "les", "the", "of", "der", "die", "das", "en", "in", "s");
    /** In parentheses these change what a column is. */
    private static final Set<String> TELLING = Set.of(
            "lcy",
            "company",
            "local",
            "base",
            "net",
            "netto",
            "ht",
            "excl",
            "exkl",
            "excluding",
            "signed",
            "bcy",
            "societe",
            "tax",
            "vat",
            "tva",
            "mwst");

    private Words() {}

    /** A header in words, all that it says included. */
    static String of(String header) {
        String text = header.length() > LONGEST ? header.substring(0, LONGEST) : header;
        text = CAMEL.matcher(text.replace("œ", "oe").replace("ß", "ss")).replaceAll(" ");
        text = NUMBER_SIGN.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" no ");
        text = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        List<String> words = new ArrayList<>();
        for (String word : NO_WORD.split(GERMAN_NUMBER.matcher(text).replaceAll("$1 no"), -1)) {
            if (!word.isEmpty() && !FILLERS.contains(word)) {
                words.add(NUMBER.contains(word) ? "no" : singular(word));
            }
        }
        return words.isEmpty() ? NO_WORD.matcher(text).replaceAll(" ").strip() : String.join(" ", words);
    }

    private static String singular(String word) {
        boolean plural = word.length() > 3 && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us");
        return plural ? word.substring(0, word.length() - 1) : word;
    }

    /** A header in words without units: what is in parentheses, and a currency code at its end. */
    static String withoutUnits(String header) {
        String bare = header;
        Matcher parts = IN_PARENTHESES.matcher(header);
        while (parts.find()) {
            boolean telling =
                    List.of(of(parts.group(1)).split(" ", -1)).stream().anyMatch(TELLING::contains);
            bare = telling ? bare : bare.replace(parts.group(), " ");
        }
        String currency = HeaderCurrency.of(header).orElse("");
        return of(currency.isEmpty() ? bare : HeaderCurrency.without(bare));
    }

    /** Text of a title or type cell, compared as headers are but with every word kept. */
    static String plain(String text) {
        String bounded = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        String lower = bounded.replace("œ", "oe").replace("ß", "ss").toLowerCase(Locale.ROOT);
        String letters = ACCENTS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD))
                .replaceAll("");
        return NO_WORD.matcher(letters).replaceAll(" ").strip();
    }
}
