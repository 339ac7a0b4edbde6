package io.receivables.core.terms;

import io.receivables.core.terms.TermsToken.Kind;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes a text of payment terms apart. */
final class TermsLexer {
    /** A number, a word with the full stops of an abbreviation, what stands between, or any other sign. */
    private static final Pattern PIECE =
            Pattern.compile("(?<number>[0-9]+(?:[.,][0-9]+)?)|(?<word>\\p{L}[\\p{L}\\p{M}.]*)"
                    + "|(?<blank>[ \\t:'\\u2019\\u00a0\\u2009\\u202f]+)|(?<sign>(?s:.))");

    private static final Pattern MARKS_AND_STOPS = Pattern.compile("[\\p{M}.]+");
    private static final String DASHES = "-\u2010\u2011\u2012\u2013\u2014";

    private final String text;
    private final Map<String, TermsWord> phrases;
    private final List<TermsToken> tokens = new ArrayList<>();
    /** Words without anything but blanks between them. */
    private final List<Word> words = new ArrayList<>();

    /** A word as it is compared, and its place. */
    private record Word(String plain, int start, int end) {}

    private TermsLexer(String text, TermsLanguage language) {
        this.text = text;
        this.phrases = TermsWord.in(language);
    }

    /** The pieces of a text; the last one is {@link Kind#END}. */
    static List<TermsToken> tokens(String text, TermsLanguage language) {
        return new TermsLexer(text, language).run();
    }

    private List<TermsToken> run() {
        Matcher piece = PIECE.matcher(text);
        while (piece.find()) {
            int start = piece.start();
            if (piece.group("word") != null) {
                words.add(new Word(plain(piece.group()), start, piece.end()));
            } else if (piece.group("number") != null) {
                addPhrases();
                tokens.add(new TermsToken(Kind.NUMBER, null, piece.group().replace(',', '.'), start, piece.end()));
            } else if (piece.group("sign") != null) {
                Kind kind = sign(text.charAt(start), start);
                if (kind != null) {
                    addPhrases();
                    tokens.add(new TermsToken(kind, null, "", start, piece.end()));
                }
            }
        }
        addPhrases();
        tokens.add(new TermsToken(Kind.END, null, "", text.length(), text.length()));
        return List.copyOf(tokens);
    }

    private static String plain(String word) {
        String apart = Normalizer.normalize(word, Normalizer.Form.NFD);
        return MARKS_AND_STOPS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** What a sign is; null for a hyphen, which says nothing. */
    private @Nullable Kind sign(char sign, int at) {
        return switch (sign) {
            case '%' -> Kind.PERCENT;
            case '/' -> Kind.SLASH;
            case '+' -> Kind.PLUS;
            case ',', ';', '(', ')', '.', '\n', '\r' -> Kind.SEPARATOR;
            default -> DASHES.indexOf(sign) >= 0 ? dash(at) : Kind.UNKNOWN;
        };
    }

    /** "net-30" and "30-day" have a hyphen, "net 30 - 2% 10" has a dash, and "net -30" and "30-60" mean something else. */
    private @Nullable Kind dash(int at) {
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        char after = at + 1 == text.length() ? ' ' : text.charAt(at + 1);
        if (Character.isWhitespace(after)) {
            return Kind.SEPARATOR;
        }
        boolean between = Character.isLetter(before) || (isDigit(before) && !isDigit(after));
        return between ? null : Kind.UNKNOWN;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Makes phrases of the words so far, the longest ones that there are. */
    private void addPhrases() {
        for (int from = 0; from < words.size(); ) {
            int to = Math.min(words.size(), from + TermsWord.LONGEST);
            while (to > from + 1 && !phrases.containsKey(phrase(from, to))) {
                to--;
            }
            TermsWord word = phrases.get(phrase(from, to));
            tokens.add(new TermsToken(
                    word == null ? Kind.UNKNOWN : Kind.WORD,
                    word,
                    "",
                    words.get(from).start(),
                    words.get(to - 1).end()));
            from = to;
        }
        words.clear();
    }

    private String phrase(int from, int to) {
        StringBuilder phrase = new StringBuilder();
        for (Word word : words.subList(from, to)) {
            phrase.append(phrase.isEmpty() ? "" : " ").append(word.plain());
        }
        return phrase.toString();
    }
}
