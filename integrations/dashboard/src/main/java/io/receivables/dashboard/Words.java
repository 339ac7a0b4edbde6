package io.receivables.dashboard;

import io.receivables.core.Money;
import io.receivables.metrics.Measure;
import io.receivables.metrics.MeasureKind;
import io.receivables.metrics.MeasureStatus;
import io.receivables.metrics.MeasureWarning;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;

/** The page's texts, numbers and dates, each in both languages; nothing depends on the locale of the machine. */
final class Words {
    private static final String PREFIX_OF_SCRIPT = "js.";
    private static final ResourceBundle ENGLISH = bundle(Locale.ENGLISH);
    private static final ResourceBundle FRENCH = bundle(Locale.FRENCH);

    /** Between thousands in French. */
    private static final char NO_BREAK_SPACE = '\u00A0';

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);

    private Words() {}

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle("io.receivables.dashboard.Texts", language);
    }

    /** The text of a key, with <code>{0}</code>, <code>{1}</code>, … replaced in one pass. */
    static Twin text(String key, Object... arguments) {
        return Twin.of(language -> fill(pattern(key, language), language, arguments));
    }

    /** The text for one, or the one for several: {@code KEY.one}, {@code KEY.many}, each with the number as {0}. */
    static Twin count(String key, long count) {
        // French counts zero with the singular
        return new Twin(
                text(key + (count == 1 ? ".one" : ".many"), number(count)).english(),
                text(key + (count <= 1 ? ".one" : ".many"), number(count)).french());
    }

    private static String pattern(String key, Locale language) {
        return (language.equals(Locale.FRENCH) ? FRENCH : ENGLISH).getString(key);
    }

    private static String fill(String pattern, Locale language, Object... arguments) {
        StringBuilder text = new StringBuilder(pattern.length() + 20);
        int position = 0;
        for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', position)) {
            int close = pattern.indexOf('}', open);
            Object argument = arguments[Integer.parseInt(pattern.substring(open + 1, close))];
            text.append(pattern, position, open);
            text.append(argument instanceof Twin twin ? twin.in(language) : argument);
            position = close + 1;
        }
        return text.append(pattern, position, pattern.length()).toString();
    }

    /** The texts that the page's script shows, by their keys without the prefix. */
    static Map<String, Twin> ofScript() {
        Map<String, Twin> texts = new TreeMap<>();
        for (String key : Collections.list(ENGLISH.getKeys())) {
            if (key.startsWith(PREFIX_OF_SCRIPT)) {
                texts.put(
                        key.substring(PREFIX_OF_SCRIPT.length()),
                        new Twin(ENGLISH.getString(key), FRENCH.getString(key)));
            }
        }
        return texts;
    }

    // ---- numbers

    static Twin number(long number) {
        return decimal(BigDecimal.valueOf(number), 0);
    }

    /** An amount without its currency: 1,234.50 or 1 234,50. */
    static Twin amount(Money money) {
        return decimal(money.amount(), Money.digits(money.currency()));
    }

    /** An amount with its currency: CAD 1,234.50 or 1 234,50 CAD. */
    static Twin money(Money money) {
        return text("money", amount(money), money.currency().getCurrencyCode());
    }

    /** A number rounded half-up. */
    static Twin decimal(BigDecimal number, int scale) {
        String plain = number.setScale(scale, RoundingMode.HALF_UP).toPlainString();
        return new Twin(grouped(plain, ',', '.'), grouped(plain, NO_BREAK_SPACE, ','));
    }

    private static String grouped(String plain, char thousands, char point) {
        int first = plain.startsWith("-") ? 1 : 0;
        int end = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
        StringBuilder grouped = new StringBuilder(plain);
        if (end < plain.length()) {
            grouped.setCharAt(end, point);
        }
        for (int i = end - 3; i > first; i -= 3) {
            grouped.insert(i, thousands);
        }
        return grouped.toString();
    }

    static Twin percent(BigDecimal percent) {
        return text("percent", decimal(percent, 1));
    }

    /** A round number of an axis, or the size of a mark: 250, 1.5k, 20M. */
    static Twin compact(BigDecimal number) {
        int power = 0;
        BigDecimal rest = number;
        while (power < 4 && rest.abs().compareTo(THOUSAND) >= 0) {
            rest = rest.movePointLeft(3);
            power++;
        }
        boolean isShort = rest.abs().compareTo(BigDecimal.TEN) < 0
                && rest.stripTrailingZeros().scale() > 0;
        return text("compact." + power, decimal(rest, isShort ? 1 : 0));
    }

    // ---- dates

    /** 30 Jun 2026 or 30 juin 2026. */
    static Twin date(LocalDate date) {
        Twin month = text("js.month." + date.getMonthValue());
        return new Twin(
                date.getDayOfMonth() + " " + month.english() + " " + date.getYear(),
                (date.getDayOfMonth() == 1 ? "1er" : date.getDayOfMonth()) + " " + month.french() + " "
                        + date.getYear());
    }

    /** Jun 26 or juin 26. */
    static Twin month(LocalDate date) {
        String year = String.valueOf(100 + date.getYear() % 100).substring(1);
        return text("js.month." + date.getMonthValue()).plus(Twin.same(" " + year));
    }

    /** The text beginning with a capital letter. */
    static String capitalized(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    // ---- measures

    /** The usual name of a measure, beginning with a capital letter. */
    static Twin name(MeasureKind kind) {
        return Twin.of(language -> kind.names(language).get(0)).map(Words::capitalized);
    }

    /** A measure's value with its unit; a dash where there is none. */
    static Twin value(Measure measure) {
        return measure.value().map(value -> withUnit(measure, value)).orElse(Twin.same("–"));
    }

    private static Twin withUnit(Measure measure, BigDecimal value) {
        Twin shown = switch (measure.unit()) {
            case DAYS -> text("days", decimal(value, 1));
            case PERCENT -> percent(value);
            case TIMES -> decimal(value, 2);
            case POINTS -> text("points", decimal(value, 0));
            case COUNT -> decimal(value, 0);
            case CURRENCY -> decimal(value, 2);
        };
        return isLowerBound(measure) ? Twin.same("≥ ").plus(shown) : shown;
    }

    private static boolean isLowerBound(Measure measure) {
        return measure.status() == MeasureStatus.HISTORY_EXHAUSTED
                && !measure.warnings().contains(MeasureWarning.EXTRAPOLATED);
    }
}
