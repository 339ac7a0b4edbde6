package io.receivables.files;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Amounts as people write them, read exactly: {@code 1,234.50}, {@code (1 234,50 €)}, {@code 1.234,50-}, {@code US$ 5 CR}. */
final class Amounts {
    private static final int LONGEST = 60;
    private static final int GROUP = 3;
    private static final int SMALL_GROUP = 2;
    private static final String DOLLARS =
            "USD CAD AUD NZD HKD SGD MXN TWD ARS CLP COP BBD BMD BSD BZD FJD GYD JMD KYD LRD NAD SBD SRD TTD XCD";
    private static final String KRONAS = "SEK NOK DKK ISK";
    private static final String YENS = "JPY CNY";

    /** The currencies that a sign stands for, where it is not an ISO 4217 code itself. */
    private static final Map<String, List<String>> SIGNS = signs();

    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> ABBREVIATIONS = Set.of("FR", "SFR", "RS", "KR", "DH", "DHS");

    private static Map<String, List<String>> signs() {
        Map<String, List<String>> signs = new HashMap<>();
        String[][] known = {
            {"€", "EUR"},
            {"EURO", "EUR"},
            {"EUROS", "EUR"},
            {"$", DOLLARS},
            {"US$", "USD"},
            {"$US", "USD"},
            {"C$", "CAD"},
            {"CA$", "CAD"},
            {"CAN$", "CAD"},
            {"$CA", "CAD"},
            {"$CAN", "CAD"},
            {"A$", "AUD"},
            {"AU$", "AUD"},
            {"NZ$", "NZD"},
            {"HK$", "HKD"},
            {"S$", "SGD"},
            {"MX$", "MXN"},
            {"NT$", "TWD"},
            {"R$", "BRL"},
            {"£", "GBP GIP FKP SHP"},
            {"¥", YENS},
            {"￥", YENS},
            {"CN¥", "CNY"},
            {"₹", "INR"},
            {"RS", "INR PKR LKR NPR MUR"},
            {"FR", "CHF"},
            {"SFR", "CHF"},
            {"KR", KRONAS},
            {"ZŁ", "PLN"},
            {"KČ", "CZK"},
            {"FT", "HUF"},
            {"LEI", "RON"},
            {"₺", "TRY"},
            {"₽", "RUB"},
            {"₩", "KRW"},
            {"₪", "ILS"},
            {"฿", "THB"},
            {"₫", "VND"},
            {"₴", "UAH"},
            {"₱", "PHP"},
            {"₦", "NGN"},
            {"R", "ZAR"},
            {"DH", "MAD AED"},
            {"DHS", "MAD AED"},
            {"FCFA", "XOF XAF"},
            {"CFA", "XOF XAF"}
        };
        for (String[] sign : known) {
            signs.put(sign[0], List.of(sign[1].split(" ")));
        }
        return signs;
    }

    /**
     * An amount as it is written.
     *
     * @param value the number with its sign
     * @param mark the currency sign or code beside it, in capitals; empty if there is none
     */
    record Stated(BigDecimal value, String mark) {
        /** Whether the mark may stand for a currency; no mark stands for every one. */
        boolean isIn(Currency currency) {
            String code = currency.getCurrencyCode();
            return mark.isEmpty()
                    || mark.equals(code)
                    || SIGNS.getOrDefault(mark, List.of()).contains(code);
        }

        /** The ISO 4217 codes that the mark may stand for; none without a mark. */
        List<String> currencies() {
            return mark.isEmpty() ? List.of() : SIGNS.getOrDefault(mark, List.of(mark));
        }
    }

    private Amounts() {}

    /**
     * The amount, or null if the text is none: digits (perhaps in groups, all with the same separator), perhaps the decimal
     * sign with digits after it; at most one sign of what is below zero (a minus before or after, parentheses, CR) and
     * one currency sign or code, at either end.
     */
    static @Nullable Stated parse(String text, char decimal) {
        return text.length() > LONGEST ? null : new Peeler(text).peel(decimal);
    }

    // ---- what stands around the number

    /** Takes signs and currencies off both ends until the number is left. */
    private static final class Peeler {
        private final String text;
        private int start;
        private int end;
        private boolean signed;
        private boolean negative;
        private String mark = "";

        Peeler(String text) {
            this.text = text;
            this.end = text.length();
        }

        @Nullable Stated peel(char decimal) {
            boolean more = true;
            while (more && start < end) {
                more = blank() || sign() || parentheses() || wordBefore() || wordAfter();
            }
            BigDecimal number = number(text, start, end, decimal);
            return number == null ? null : new Stated(negative ? number.negate() : number, mark);
        }

        private boolean blank() {
            if (Text.isBlank(text.charAt(start))) {
                start++;
                return true;
            }
            if (Text.isBlank(text.charAt(end - 1))) {
                end--;
                return true;
            }
            return false;
        }

        private boolean sign() {
            char first = text.charAt(start);
            if (signed) {
                return false;
            }
            if (isMinus(first) || first == '+') {
                start++;
                return below(first != '+');
            }
            if (isMinus(text.charAt(end - 1))) {
                end--;
                return below(true);
            }
            return false;
        }

        private boolean parentheses() {
            if (signed || text.charAt(start) != '(' || text.charAt(end - 1) != ')') {
                return false;
            }
            start++;
            end = Math.max(start, end - 1);
            return below(true);
        }

        private boolean below(boolean zero) {
            signed = true;
            negative = zero;
            return true;
        }

        private boolean wordBefore() {
            int at = start;
            while (at < end && isOfWord(text.charAt(at))) {
                at++;
            }
            String word = text.substring(start, at);
            if (word.isEmpty() || !isKnown(word)) {
                return false;
            }
            start = at < end && text.charAt(at) == '.' && isAbbreviation(word) ? at + 1 : at;
            return true;
        }

        /** Also of two parts, as the dollar sign with its country after it: {@code 5,00 $ CA}. */
        private boolean wordAfter() {
            if (text.charAt(end - 1) == '.' && end - start > 2 && isAbbreviation(text.substring(end - 3, end - 1))) {
                end--;
            }
            int first = end;
            int at = end;
            while (at > start && (isOfWord(text.charAt(at - 1)) || Text.isBlank(text.charAt(at - 1)))) {
                at--;
                first = isOfWord(text.charAt(at)) ? at : first;
            }
            if (first == end) {
                return false;
            }
            String word = text.substring(first, end);
            String last = word.substring(lastBlank(word) + 1);
            if (isKnown(joined(word))) {
                end = first;
            } else if (last.length() < word.length() && isKnown(last)) {
                end -= last.length();
            } else {
                return false;
            }
            return true;
        }

        private boolean isKnown(String word) {
            String known = word.toUpperCase(Locale.ROOT);
            boolean credit = known.equals("CR");
            if (!signed && (credit || known.equals("DR"))) {
                return below(credit);
            }
            if (mark.isEmpty() && (SIGNS.containsKey(known) || CODES.contains(known))) {
                mark = known;
                return true;
            }
            return false;
        }

        /** Whether a full stop after the word belongs to it: "Fr. 5", and not ".5" in "EUR.5". */
        private static boolean isAbbreviation(String word) {
            return ABBREVIATIONS.contains(Text.trim(word).toUpperCase(Locale.ROOT));
        }

        private static boolean isOfWord(char c) {
            return Character.isLetter(c) || Character.getType(c) == Character.CURRENCY_SYMBOL;
        }

        private static int lastBlank(String word) {
            int at = word.length() - 1;
            while (at >= 0 && !Text.isBlank(word.charAt(at))) {
                at--;
            }
            return at;
        }

        private static String joined(String word) {
            StringBuilder joined = new StringBuilder(word.length());
            word.chars().filter(c -> !Text.isBlank((char) c)).forEach(c -> joined.append((char) c));
            return joined.toString();
        }
    }

    /** The hyphen, and what typesetters write for it. */
    static boolean isMinus(char c) {
        return c == '-' || c == '\u2212' || c == '\u2013' || c == '\u2011';
    }

    // ---- the number

    private static @Nullable BigDecimal number(String text, int start, int end, char decimal) {
        StringBuilder plain = new StringBuilder(end - start);
        int at = integerPart(text, start, end, decimal, plain);
        if (at >= 0 && at < end && text.charAt(at) == decimal) {
            plain.append('.');
            int after = digits(text, at + 1, end, plain);
            at = after > at + 1 ? after : -1;
        }
        return at == end && endsInDigit(plain) ? new BigDecimal(plain.toString()) : null;
    }

    /** Appends the digits before the decimal sign; the position after them, or -1 if their groups are not in order. */
    private static int integerPart(String text, int start, int end, char decimal, StringBuilder plain) {
        int at = digits(text, start, end, plain);
        if (at == end || at == start || !isSeparator(text.charAt(at), decimal)) {
            return at;
        }
        // "0,123" is not the number 123 in groups: nobody writes it so, and the comma may well be a decimal sign
        int leading = at - start;
        boolean inOrder = leading <= GROUP && text.charAt(start) != '0';
        int middle = 0;
        char separator = text.charAt(at);
        while (inOrder && at < end && text.charAt(at) == separator) {
            int after = digits(text, at + 1, end, plain);
            int group = after - at - 1;
            if (after == end || text.charAt(after) != separator) {
                inOrder = group == GROUP;
            } else {
                // India groups by two before the last three: 12,34,567
                boolean size = group == GROUP || (group == SMALL_GROUP && leading <= SMALL_GROUP);
                inOrder = size && (middle == 0 || middle == group);
                middle = group;
            }
            at = after;
        }
        return inOrder ? at : -1;
    }

    private static int digits(String text, int start, int end, StringBuilder plain) {
        int at = start;
        while (at < end && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            plain.append(text.charAt(at++));
        }
        return at;
    }

    private static boolean isSeparator(char c, char decimal) {
        return switch (c) {
            case ' ', '\u00A0', '\u202F', '\u2009', '\'', '\u2019' -> true;
            case '.', ',' -> c != decimal;
            default -> false;
        };
    }

    private static boolean endsInDigit(StringBuilder plain) {
        return !plain.isEmpty() && Character.isDigit(plain.charAt(plain.length() - 1));
    }
}
