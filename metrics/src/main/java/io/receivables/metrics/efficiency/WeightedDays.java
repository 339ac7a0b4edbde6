package io.receivables.metrics.efficiency;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * An amount and a number of days that it took.
 *
 * @param amount the weight of the days
 * @param days how many; negative when early
 */
public record WeightedDays(BigDecimal amount, long days) {
    public WeightedDays {
        Objects.requireNonNull(amount, "amount");
    }

    /** An amount and the days from one date to another: from issue or due date to payment, or to today if unpaid. */
    public static WeightedDays between(BigDecimal amount, LocalDate from, LocalDate to) {
        return new WeightedDays(amount, ChronoUnit.DAYS.between(from, to));
    }
}
