package io.receivables.files;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Date patterns tried in order, strictly. */
final class DateFormats {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9999;
    private static final int LONGEST = 60;
    private static final int CACHED = 20_000;
    private static final ZonedDateTime SAMPLE = ZonedDateTime.of(2011, 11, 23, 14, 5, 6, 0, ZoneOffset.UTC);

    /** Fields whose single letter takes one or two digits; DateTimeFormatter alone would take up to nineteen. */
    private static final Map<String, TemporalField> SHORT_FIELDS = Map.of(
            "d", ChronoField.DAY_OF_MONTH,
            "M", ChronoField.MONTH_OF_YEAR,
            "L", ChronoField.MONTH_OF_YEAR,
            "H", ChronoField.HOUR_OF_DAY,
            "h", ChronoField.CLOCK_HOUR_OF_AMPM,
            "m", ChronoField.MINUTE_OF_HOUR,
            "s", ChronoField.SECOND_OF_MINUTE);

    private final List<DateTimeFormatter> formatters;
    /** What is remembered of a text that no pattern fits. */
    private static final LocalDate NONE = LocalDate.MIN;

    // a file of a million rows has a few thousand dates
    private final Map<String, LocalDate> known = new HashMap<>();

    private DateFormats(List<DateTimeFormatter> formatters) {
        this.formatters = formatters;
    }

    /**
     * @throws CsvException if a pattern is none, or does not tell day, month and year
     */
    static DateFormats of(List<String> patterns) {
        List<DateTimeFormatter> formatters = new ArrayList<>();
        for (String pattern : patterns) {
            formatters.add(checked(pattern, Locale.ENGLISH));
            if (pattern.contains("MMM") || pattern.contains("LLL") || pattern.contains("E")) {
                formatters.add(checked(pattern, Locale.FRENCH));
                formatters.add(checked(pattern, Locale.GERMAN));
            }
        }
        return new DateFormats(formatters);
    }

    private static DateTimeFormatter checked(String pattern, Locale language) {
        try {
            DateTimeFormatter formatter = formatter(pattern, language);
            if (LocalDate.parse(formatter.format(SAMPLE), formatter).equals(SAMPLE.toLocalDate())) {
                return formatter;
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            // told below: what the JDK says of a pattern does not help its author
        }
        throw CsvLayout.wrong("dateFormats", pattern, "date-pattern");
    }

    private static DateTimeFormatter formatter(String pattern, Locale language) {
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
        int at = 0;
        while (at < pattern.length()) {
            int end = endOfToken(pattern, at);
            String token = pattern.substring(at, end);
            TemporalField shortField = SHORT_FIELDS.get(token);
            if (shortField != null) {
                builder.appendValue(shortField, 1, 2, SignStyle.NOT_NEGATIVE);
            } else {
                // y is the year of an era, which strict resolution refuses without the era
                builder.appendPattern(token.charAt(0) == 'y' ? token.replace('y', 'u') : token);
            }
            at = end;
        }
        return builder.toFormatter(language).withResolverStyle(ResolverStyle.STRICT);
    }

    /** The end of a run of one letter, of quoted text, or of a single other character. */
    private static int endOfToken(String pattern, int start) {
        char first = pattern.charAt(start);
        if (first == '\'') {
            int close = pattern.indexOf('\'', start + 1);
            return close < 0 ? pattern.length() : close + 1;
        }
        int end = start + 1;
        while (Character.isLetter(first) && end < pattern.length() && pattern.charAt(end) == first) {
            end++;
        }
        return end;
    }

    /** The date, perhaps one that is no business date; null if no pattern fits. */
    @SuppressWarnings("ReferenceEquality") // what is remembered is this very object
    @Nullable LocalDate parse(String text) {
        LocalDate date = known.get(text);
        if (date == null && text.length() <= LONGEST) {
            date = parseAnew(text);
            if (known.size() >= CACHED) {
                known.clear();
            }
            known.put(text, date);
        }
        return date == NONE ? null : date;
    }

    private LocalDate parseAnew(String text) {
        for (DateTimeFormatter formatter : formatters) {
            try {
                return LocalDate.parse(text, formatter);
            } catch (DateTimeException e) {
                // the next pattern may fit
            }
        }
        return NONE;
    }

    static boolean isBusinessDate(LocalDate date) {
        return date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR;
    }
}
