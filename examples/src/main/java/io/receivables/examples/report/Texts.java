package io.receivables.examples.report;

import io.receivables.core.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/** Texts, numbers and dates in English or French; nothing depends on the locale of the machine. */
public final class Texts {
    private final ResourceBundle bundle;
    private final Locale locale;
    private final boolean french;
    private final DateTimeFormatter dates;

    private Texts(Locale locale) {
        this.locale = locale;
        this.french = locale.equals(Locale.FRENCH);
        this.bundle = ResourceBundle.getBundle("io.receivables.examples.report.Texts", locale);
        this.dates = DateTimeFormatter.ofPattern("d MMMM uuuu", locale);
    }

    public static Texts english() {
        return new Texts(Locale.ENGLISH);
    }

    public static Texts french() {
        return new Texts(Locale.FRENCH);
    }

    /** The language, for messages of the library. */
    public Locale locale() {
        return locale;
    }

    /** The text of a key, with <code>{0}</code>, <code>{1}</code>, … replaced in one pass. */
    public String text(String key, Object... arguments) {
        String pattern = bundle.getString(key);
        StringBuilder text = new StringBuilder(pattern.length() + 20);
        int position = 0;
        for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', position)) {
            int close = pattern.indexOf('}', open);
            text.append(pattern, position, open);
            text.append(arguments[Integer.parseInt(pattern.substring(open + 1, close))]);
            position = close + 1;
        }
        return text.append(pattern, position, pattern.length()).toString();
    }

    /** The text for one, or the one for several: {@code KEY.one}, {@code KEY.many}, each with the number as {0}. */
    public String count(String key, long count) {
        // French counts zero with the singular
        boolean one = count == 1 || (french && count == 0);
        return text(key + (one ? ".one" : ".many"), number(count));
    }

    /** 1,234 or 1 234. */
    public String number(long number) {
        return grouped(Long.toString(Math.abs(number)), number < 0);
    }

    /** An amount without its currency: 1,234.56 or 1 234,56. */
    public String amount(Money money) {
        return decimal(money.amount());
    }

    /** A number rounded half-up to one decimal. */
    public String oneDecimal(BigDecimal number) {
        return decimal(number.setScale(1, RoundingMode.HALF_UP));
    }

    /** A percentage with one decimal: 12.3% or 12,3 %. */
    public String percent(BigDecimal percent) {
        return oneDecimal(percent) + (french ? " %" : "%");
    }

    private String decimal(BigDecimal number) {
        String plain = number.abs().toPlainString();
        int point = plain.indexOf('.');
        String whole = grouped(point < 0 ? plain : plain.substring(0, point), number.signum() < 0);
        return point < 0 ? whole : whole + (french ? ',' : '.') + plain.substring(point + 1);
    }

    private String grouped(String digits, boolean negative) {
        StringBuilder grouped = new StringBuilder(digits);
        for (int i = digits.length() - 3; i > 0; i -= 3) {
            grouped.insert(i, french ? ' ' : ',');
        }
        return negative ? "-" + grouped : grouped.toString();
    }

    /** 30 June 2026 or 30 juin 2026. */
    public String date(LocalDate date) {
        return french && date.getDayOfMonth() == 1 ? "1er " + dates.format(date).substring(2) : dates.format(date);
    }
}
