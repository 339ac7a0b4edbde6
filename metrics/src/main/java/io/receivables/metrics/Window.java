package io.receivables.metrics;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * The days that a measure looks back over; the as-of date is the last one.
 *
 * @param span what the length counts
 * @param length the number of days or months; 0 to date
 */
public record Window(Span span, int length) {
    private static final LocalDate FIRST_BUSINESS_DATE = LocalDate.of(1900, 1, 1);
    private static final Window TO_DATE = new Window(Span.TO_DATE, 0);

    /** What the length of a window counts. */
    public enum Span {
        DAYS("days"),
        /** Whole calendar months; the as-of date has to be a month-end. */
        MONTHS("months"),
        /** All days up to the as-of date. */
        TO_DATE("to-date");

        private final String code;

        Span(String code) {
            this.code = code;
        }

        /** The pinned text of this span in files and stores. */
        public String code() {
            return code;
        }
    }

    public Window {
        Objects.requireNonNull(span, "span");
        if (span == Span.TO_DATE ? length != 0 : length < 1 || length > 36_600) {
            throw new IllegalArgumentException("window length " + length + " " + span.code()
                    + (span == Span.TO_DATE ? ": must be 0" : " is not between 1 and 36600"));
        }
    }

    /** Exactly so many days, the as-of date included. */
    public static Window days(int days) {
        return new Window(Span.DAYS, days);
    }

    /** So many whole calendar months. */
    public static Window months(int months) {
        return new Window(Span.MONTHS, months);
    }

    /** Everything up to the as-of date. */
    public static Window toDate() {
        return TO_DATE;
    }

    /** Canonical: {@code 90}, {@code 3m} or {@code to-date}. */
    public String code() {
        return switch (span) {
            case DAYS -> Integer.toString(length);
            case MONTHS -> length + "m";
            case TO_DATE -> span.code();
        };
    }

    /** Whether the window can end on a date: whole months end on a month-end only. */
    public boolean canEndOn(LocalDate asOf) {
        return span != Span.MONTHS || MonthEnds.isMonthEnd(asOf);
    }

    /** The first day of the window that ends on a date. */
    public LocalDate firstDay(LocalDate asOf) {
        return switch (span) {
            case DAYS -> asOf.minusDays(length - 1L);
            case MONTHS -> YearMonth.from(asOf).minusMonths(length - 1L).atDay(1);
            case TO_DATE -> FIRST_BUSINESS_DATE;
        };
    }

    /** The calendar days of the window that ends on a date. */
    public long days(LocalDate asOf) {
        return ChronoUnit.DAYS.between(firstDay(asOf), asOf) + 1;
    }
}
