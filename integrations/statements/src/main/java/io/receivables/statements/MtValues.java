package io.receivables.statements;

import io.receivables.core.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates and amounts as banks wrote them before there was XML; what cannot be read is null and a problem. */
final class MtValues {
    private static final int LONGEST_SHOWN = 60;
    private static final int MOST_DIGITS = 15;
    /** Thousands set apart by points, which a comma after them tells from decimals. */
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:\\.\\d{3})+,\\d*");

    private static final long MOST = 1_000_000_000_000_000_000L;

    private final Reading reading;

    MtValues(Reading reading) {
        this.reading = reading;
    }

    /** What of a value is shown in a problem. */
    static String shown(String value) {
        return value.length() <= LONGEST_SHOWN ? value : value.substring(0, LONGEST_SHOWN) + "…";
    }

    /** A day as YYMMDD, of the years 1980 to 2079. */
    @Nullable LocalDate date(String digits, String field, int line, StatementProblem otherwise) {
        if (digits.length() == 6 && isDigits(digits)) {
            int year = number(digits, 0);
            LocalDate date = day(year + (year >= 80 ? 1900 : 2000), number(digits, 2), number(digits, 4));
            if (date != null) {
                corrected(date, number(digits, 4), digits, field, line);
                return date;
            }
        }
        reading.problem(otherwise, "field", field, "value", shown(digits), "line", line);
        return null;
    }

    /**
     * A day as MMDD, in the year in which it is nearest to another day: what is booked on January 2 may have the value of
     * December 31, and the other way round.
     */
    @Nullable LocalDate near(LocalDate other, String digits, String field, int line) {
        LocalDate nearest = null;
        int day = number(digits, 2);
        for (int year = other.getYear() - 1; year <= other.getYear() + 1; year++) {
            LocalDate date = day(year, number(digits, 0), day);
            if (date != null && (nearest == null || days(date, other) < days(nearest, other))) {
                nearest = date;
            }
        }
        if (nearest == null) {
            reading.problem(StatementProblem.LEFT_OUT, "field", field, "value", digits, "line", line);
        } else {
            corrected(nearest, day, digits, field, line);
        }
        return nearest;
    }

    private static long days(LocalDate one, LocalDate other) {
        return Math.abs(one.toEpochDay() - other.toEpochDay());
    }

    /** The last day of the month for one beyond it: banks count interest in months of thirty days. */
    private static @Nullable LocalDate day(int year, int month, int day) {
        if (month < 1 || month > 12 || day < 1 || day > 31) {
            return null;
        }
        YearMonth of = YearMonth.of(year, month);
        return of.atDay(Math.min(day, of.lengthOfMonth()));
    }

    private void corrected(LocalDate taken, int day, String digits, String field, int line) {
        if (taken.getDayOfMonth() != day) {
            reading.problem(
                    StatementProblem.DATE_CORRECTED, "field", field, "value", digits, "line", line, "taken", taken);
        }
    }

    /** An amount with a comma, or without: {@code 1147,95}, {@code 1125250,4}, {@code 0,}, {@code ,5}, {@code 1.147,95}. */
    @Nullable Money amount(String text, Currency currency, String field, int line, @Nullable StatementProblem otherwise) {
        Money amount = amount(text, currency);
        if (amount == null) {
            BigDecimal value = decimal(text);
            boolean tooFine = value != null && value.stripTrailingZeros().scale() > Money.digits(currency);
            StatementProblem code = tooFine ? StatementProblem.TOO_MANY_DECIMALS : StatementProblem.NOT_AN_AMOUNT;
            reading.problem(
                    otherwise == null ? code : otherwise,
                    "field",
                    field,
                    "value",
                    shown(text),
                    "currency",
                    currency.getCurrencyCode(),
                    "line",
                    line);
        }
        return amount;
    }

    /** An amount that nothing depends on: null where it cannot be read. */
    static @Nullable Money amount(String text, Currency currency) {
        BigDecimal value = decimal(text);
        return value == null ? null : held(value, currency);
    }

    /** A number as money; null where it does not fit, or is so large that a few of its size could not be added up. */
    static @Nullable Money held(BigDecimal value, Currency currency) {
        if (!Money.fits(value, currency)) {
            return null;
        }
        Money money = Money.of(value, currency);
        return money.minorUnits() > MOST || money.minorUnits() < -MOST ? null : money;
    }

    private static @Nullable BigDecimal decimal(String stated) {
        // most have no point, and need no look at it
        boolean grouped = stated.indexOf('.') >= 0 && GROUPED.matcher(stated).matches();
        String text = grouped ? stated.replace(".", "") : stated;
        int sign = Math.max(text.indexOf(','), text.indexOf('.'));
        String whole = sign < 0 ? text : text.substring(0, sign);
        String rest = sign < 0 ? "" : text.substring(sign + 1);
        int zeros = 0;
        while (zeros < whole.length() - 1 && whole.charAt(zeros) == '0') {
            zeros++;
        }
        String digits = whole.substring(zeros) + rest;
        return digits.length() > MOST_DIGITS + 4 || whole.length() - zeros > MOST_DIGITS || !isDigits(digits)
                ? null
                : new BigDecimal(digits).movePointLeft(rest.length());
    }

    /** A currency by its code; null where there is none of that code. */
    static @Nullable Currency currency(String code) {
        try {
            return Money.currency(code);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static int number(String digits, int from) {
        return (digits.charAt(from) - '0') * 10 + digits.charAt(from + 1) - '0';
    }
}
