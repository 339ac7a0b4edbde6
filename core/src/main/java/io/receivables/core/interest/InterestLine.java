package io.receivables.core.interest;

import io.receivables.core.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Interest on one principal at one rate: principal x rate x days / days of the year.
 *
 * @param instalment the instalment's number
 * @param from the first day of interest
 * @param to the last day of interest
 * @param principal what was open on these days
 * @param rate the rate on these days
 * @param days the days that the day count makes of them
 * @param yearDays the days of the year that they count over
 */
public record InterestLine(
        int instalment, LocalDate from, LocalDate to, Money principal, AppliedRate rate, int days, int yearDays) {
    /** A multiple of 360, 365 and 366: in parts of such a year, lines over different years add up exactly. */
    private static final int COMMON_YEAR = 1_603_080;

    /** The parts of a minor unit that {@link #exactSum} counts: percent, and days of the common year. */
    static final long SHARES = 100L * COMMON_YEAR;

    /** The interest in major units, exact where it ends within 34 digits, else rounded to them. */
    public BigDecimal interest() {
        return Percents.quotient(
                percentDays().movePointLeft(2 + Money.digits(principal.currency())), BigDecimal.valueOf(yearDays));
    }

    /** The exact interest of lines of one currency, in {@link #SHARES} of a minor unit. */
    static BigDecimal exactSum(List<InterestLine> lines) {
        return lines.stream()
                .map(line -> line.percentDays().multiply(BigDecimal.valueOf(COMMON_YEAR / line.yearDays)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Minor units x percent x days. */
    private BigDecimal percentDays() {
        return rate.rate()
                .percent()
                .multiply(BigDecimal.valueOf(principal.minorUnits()))
                .multiply(BigDecimal.valueOf(days));
    }
}
