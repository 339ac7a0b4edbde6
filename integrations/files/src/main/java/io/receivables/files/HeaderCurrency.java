package io.receivables.files;

import io.receivables.core.Money;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Currencies as headers and cells name them: {@code Amount (EUR)}, {@code Montant TTC €}. */
final class HeaderCurrency {
    /** Codes that are words as well. */
    private static final Set<String> WORDS =
            Set.of("ALL", "TOP", "TRY", "CUP", "GEL", "LAK", "MOP", "NIO", "PEN", "SOS");

    private static final Pattern AT_THE_END = Pattern.compile("(?:^|[^\\p{L}])([A-Z]{3}|€|£)[)\\]\\s]*$");
    private static final Map<String, String> SIGNS = Map.of("€", "EUR", "£", "GBP");

    private HeaderCurrency() {}

    /** The currency at the end of a header. */
    static Optional<String> of(String header) {
        Matcher end = AT_THE_END.matcher(header.strip());
        if (!end.find() || end.start() == 0) {
            return Optional.empty();
        }
        String named = SIGNS.getOrDefault(end.group(1), end.group(1));
        return isCode(named) && !WORDS.contains(named) ? Optional.of(named) : Optional.empty();
    }

    static String without(String header) {
        return AT_THE_END.matcher(header.strip()).replaceFirst(" ");
    }

    static boolean isCode(String text) {
        if (text.length() != 3) {
            return false;
        }
        try {
            Money.currency(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
