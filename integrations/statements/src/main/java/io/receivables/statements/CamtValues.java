package io.receivables.statements;

import io.receivables.core.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Amounts, dates and codes of ISO 20022 messages. What cannot be read is reported and null. */
final class CamtValues {
    /** ISO 20022 amounts have 18 digits at most; a sign, a group and an exponent are none of theirs. */
    private static final int MOST_DIGITS = 18;

    /** A date, with its zone or with a time of the day and its zone: the date as the bank writes it is what counts. */
    private static final Pattern DATE = Pattern.compile(
            "(\\d{4})-(\\d{2})-(\\d{2})" + "(T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,12})?)?)?(Z|[+-]\\d{2}:\\d{2})?");

    private static final int LONGEST_SHOWN = 80;

    private final Reading reading;

    CamtValues(Reading reading) {
        this.reading = reading;
    }

    /** An amount that the booking cannot do without: what is wrong with it is an error. */
    @Nullable Money amount(Element of, Element within, String field) {
        return amount(of, within, field, false);
    }

    /** An amount that can be left out: what is wrong with it is a warning; one that is not there is nothing. */
    @Nullable Money optionalAmount(Element of, String field) {
        return of.exists() ? amount(of, of, field, true) : null;
    }

    private @Nullable Money amount(Element of, Element within, String field, boolean optional) {
        String text = of.text();
        if (text.isEmpty()) {
            return report(optional, StatementProblem.MISSING, field, within, "");
        }
        BigDecimal amount = decimal(text);
        if (amount == null) {
            return report(optional, StatementProblem.NOT_AN_AMOUNT, field, of, text);
        }
        if (of.currency().isEmpty()) {
            return report(optional, StatementProblem.MISSING, field + "/@Ccy", of, "");
        }
        Currency currency = currency(of.currency());
        if (currency == null) {
            return report(optional, StatementProblem.UNKNOWN_CURRENCY, field + "/@Ccy", of, of.currency());
        }
        if (amount.stripTrailingZeros().scale() > Money.digits(currency)) {
            return report(optional, StatementProblem.TOO_MANY_DECIMALS, field, of, text);
        }
        return Money.fits(amount, currency)
                ? Money.of(amount, currency)
                : report(optional, StatementProblem.NOT_AN_AMOUNT, field, of, text);
    }

    private @Nullable Money report(boolean optional, StatementProblem code, String field, Element at, String value) {
        if (optional) {
            leftOut(field, at, value + (at.currency().isEmpty() ? "" : " " + at.currency()));
        } else {
            reading.problem(
                    code, "field", field, "value", shown(value), "line", at.line(), "currency", shown(at.currency()));
        }
        return null;
    }

    void leftOut(String field, Element at, String value) {
        reading.problem(StatementProblem.LEFT_OUT, "field", field, "value", shown(value.strip()), "line", at.line());
    }

    /** A plain decimal without a sign, of 18 digits at most; null when it is none. */
    static @Nullable BigDecimal decimal(String text) {
        int points = 0;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            points += sign == '.' ? 1 : 0;
            if (points > 1 || (sign != '.' && (sign < '0' || sign > '9'))) {
                return null;
            }
        }
        int digits = text.length() - points;
        return digits > 0 && digits <= MOST_DIGITS ? new BigDecimal(text) : null;
    }

    /** The currency of a code; null when there is none. */
    static @Nullable Currency currency(String code) {
        try {
            return Money.currency(code);
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }

    /** The date as written, whatever the zone; null when it is none that a calendar has. */
    static @Nullable LocalDate date(String text) {
        var matcher = DATE.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        try {
            return LocalDate.of(
                    Integer.parseInt(matcher.group(1)),
                    Integer.parseInt(matcher.group(2)),
                    Integer.parseInt(matcher.group(3)));
        } catch (DateTimeException inNoCalendar) {
            return null;
        }
    }

    /** The number of something, 0 when it is not stated; what is no number is left out. */
    int count(Element of, String field) {
        if (of.text().isEmpty()) {
            return 0;
        }
        if (of.text().matches("\\d{1,9}")) {
            return Integer.parseInt(of.text());
        }
        leftOut(field, of, of.text());
        return 0;
    }

    /** A value as a problem quotes it: shortened, and with escapes for whatever would not show as it is. */
    static String shown(String value) {
        StringBuilder shown = new StringBuilder();
        value.codePoints().limit(LONGEST_SHOWN).forEach(point -> {
            if (isInvisible(point)) {
                shown.append(String.format(Locale.ROOT, "\\u%04X", point));
            } else {
                shown.appendCodePoint(point);
            }
        });
        return value.codePointCount(0, value.length()) > LONGEST_SHOWN
                ? shown.append('…').toString()
                : shown.toString();
    }

    private static boolean isInvisible(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
