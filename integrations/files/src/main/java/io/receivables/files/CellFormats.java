package io.receivables.files;

import io.receivables.core.Money;
import io.receivables.files.CsvLayout.RowType;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How the trimmed cells of one file are read; null where a text is not of the kind asked for. */
final class CellFormats {
    private static final int LONGEST_ID = 200;
    private static final int LONGEST_TEXT = 1000;
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

    private static final int LONGEST_NOTHING = 20;
    private static final Pattern NO_DATE =
            Pattern.compile("[-–—]+|n/?a|null|none|0{1,4}[-/.]0{1,2}[-/.]0{1,4}", Pattern.CASE_INSENSITIVE);

    private final DateFormats dates;
    private final char decimal;
    private final Map<String, RowType> types = new HashMap<>();
    private final Map<String, Currency> currencies = new HashMap<>();

    CellFormats(CsvLayout layout) {
        this.dates = DateFormats.of(layout.dateFormats());
        this.decimal = layout.decimal();
        Arrays.stream(RowType.values()).forEach(type -> types.put(type.code(), type));
        layout.types().forEach((text, type) -> types.put(comparable(text), type));
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

    Amounts.@Nullable Stated amount(String text) {
        return Amounts.parse(text, decimal);
    }

    /** Whether a cell says that there is nothing: "-" in a column of dates, 00/00/0000. */
    static boolean isNothing(CsvField.Kind kind, String text) {
        return switch (kind) {
            case DATE ->
                text.length() <= LONGEST_NOTHING && NO_DATE.matcher(text).matches();
            case AMOUNT -> text.length() == 1 && Amounts.isMinus(text.charAt(0));
            case ID, TEXT, CURRENCY, TYPE, FLAG -> false;
        };
    }

    @Nullable Currency currency(String text) {
        Currency known = currencies.get(text);
        if (known == null) {
            known = currencyOf(text);
            if (known != null) {
                currencies.put(text, known);
            }
        }
        return known;
    }

    /** The currency of a code, in capitals or not. */
    static @Nullable Currency currencyOf(String text) {
        try {
            return text.length() == 3 ? Money.currency(text.toUpperCase(Locale.ROOT)) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    @Nullable RowType type(String text) {
        return types.get(comparable(text));
    }

    /** Capitals do not matter; spaces and hyphens count as underscores: "Credit note". */
    private static String comparable(String text) {
        return Text.trim(text).toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
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
