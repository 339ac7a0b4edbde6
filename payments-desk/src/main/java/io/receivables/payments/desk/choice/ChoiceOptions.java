package io.receivables.payments.desk.choice;

import io.receivables.core.terms.BusinessCalendar;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * What time and doubt cost, and when a habit is one.
 *
 * @param annualRate what money costs, in percent a year
 * @param reversalPrice what it is worth that money cannot be taken back, in percent of the amount
 * @param enough from how many payments on days to cash are believed
 * @param calendar the business days in which providers say how fast they are
 */
public record ChoiceOptions(BigDecimal annualRate, BigDecimal reversalPrice, int enough, BusinessCalendar calendar) {
    public ChoiceOptions {
        percent(annualRate, "annualRate");
        percent(reversalPrice, "reversalPrice");
        if (enough < 1) {
            throw new IllegalArgumentException("enough " + enough + " is below 1: no habit is learned from nothing");
        }
        Objects.requireNonNull(calendar, "calendar");
    }

    private static void percent(BigDecimal value, String name) {
        // by digits first: 1e999999999 must not be written out
        boolean isSane = value.precision() <= 12 && Math.abs(value.scale()) <= 12;
        if (!isSane || value.signum() < 0 || value.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new IllegalArgumentException(name + " " + value + " is no percentage: give one from 0 to 100");
        }
    }

    /** Habits of five payments or more, Monday to Friday, and no price for what may be taken back. */
    public static ChoiceOptions at(BigDecimal annualRate) {
        return new ChoiceOptions(annualRate, BigDecimal.ZERO, 5, BusinessCalendar.weekdays());
    }

    public ChoiceOptions reversalPrice(BigDecimal percent) {
        return new ChoiceOptions(annualRate, percent, enough, calendar);
    }

    public ChoiceOptions enough(int payments) {
        return new ChoiceOptions(annualRate, reversalPrice, payments, calendar);
    }

    public ChoiceOptions on(BusinessCalendar calendar) {
        return new ChoiceOptions(annualRate, reversalPrice, enough, calendar);
    }
}
