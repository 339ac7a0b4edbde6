package io.receivables.files;

import io.receivables.core.FactKind;
import io.receivables.core.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the trimmed cells of one file are read; null where a text is not of the kind asked for. */
final class CellFormats {
    private static final int LONGEST_ID = 200;
    private static final int LONGEST_TEXT = 1000;
    private static final Map<String, FactKind> TYPES =
            Map.of("INVOICE", FactKind.INVOICE, "CREDIT_NOTE", FactKind.CREDIT_NOTE, "DEBIT_NOTE", FactKind.DEBIT_NOTE);
    private static final Map<String, Boolean> FLAGS = Map.ofEntries(
            Map.entry("yes", true),
            Map.entry("true", true),
            Map.entry("1", true),
            Map.entry("y", true),
            Map.entry("oui", true),
            Map.entry("vrai", true),
            Map.entry("x", true),
            Map.entry("no", false),
            Map.entry("false", false),
            Map.entry("0", false),
            Map.entry("n", false),
            Map.entry("non", false),
            Map.entry("faux", false));

    private final DateFormats dates;
    private final char decimal;
    private final Map<String, Currency> currencies = new HashMap<>();

    CellFormats(List<String> dateFormats, char decimal) {
        this.dates = DateFormats.of(dateFormats);
        this.decimal = decimal;
    }

    /** Whether a text is of a kind: what a constant has to be. */
    boolean accepts(CsvField.Kind kind, String text) {
        return switch (kind) {
            case ID, TEXT -> !text.isEmpty() && problem(kind, text) == null;
            case DATE -> {
                LocalDate date = date(text);
                yield date != null && DateFormats.isBusinessDate(date);
            }
            case CURRENCY -> currency(text) != null;
            case AMOUNT -> amount(text) != null;
            case TYPE -> type(text) != null;
            case FLAG -> flag(text) != null;
        };
    }

    @Nullable LocalDate date(String text) {
        return dates.parse(text);
    }

    @Nullable BigDecimal amount(String text) {
        return Amounts.parse(text, decimal);
    }

    @Nullable Currency currency(String text) {
        Currency known = currencies.get(text);
        if (known == null && text.length() == 3) {
            try {
                known = Money.currency(text.toUpperCase(Locale.ROOT));
                currencies.put(text, known);
            } catch (IllegalArgumentException e) {
                return null;
            }
        }
        return known;
    }

    /** Spaces and hyphens count as underscores: "Credit note". */
    static @Nullable FactKind type(String text) {
        return TYPES.get(text.toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_'));
    }

    static @Nullable Boolean flag(String text) {
        return FLAGS.get(text.toLowerCase(Locale.ROOT));
    }

    static int longest(CsvField.Kind kind) {
        return kind == CsvField.Kind.ID ? LONGEST_ID : LONGEST_TEXT;
    }

    /** What keeps an identifier or text out; null if nothing does. Texts, but not identifiers, may have several lines. */
    static @Nullable CsvProblem problem(CsvField.Kind kind, String text) {
        if (text.length() > longest(kind)) {
            return CsvProblem.TOO_LONG;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\uFFFD') {
                return CsvProblem.UNDECODABLE;
            }
            boolean allowed = kind == CsvField.Kind.TEXT
                    && (c == '\n' || c == '\r' || c == '\t' || (c > '\u009F' && !Character.isISOControl(c)));
            if (Text.isInvisible(c) && !allowed) {
                return CsvProblem.INVISIBLE_CHARACTER;
            }
        }
        return null;
    }
}
