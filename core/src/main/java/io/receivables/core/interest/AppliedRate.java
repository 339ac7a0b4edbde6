package io.receivables.core.interest;

import java.time.LocalDate;

/**
 * A rate that a late debt bears, and where it comes from.
 *
 * @param rate the rate, never below zero
 * @param definition how the law or contract defines it
 * @param reference the reference rate that it was made of; a rate that is fixed or agreed on is its own reference, with no
 *     end in sight
 */
public record AppliedRate(SimpleAnnualRate rate, LateRate definition, RateSeries.Value reference) {
    /** The last day on which it is in force. */
    public LocalDate until() {
        return reference.to();
    }
}
