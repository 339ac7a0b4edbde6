package io.receivables.core.interest;

import java.time.LocalDate;

/**
 * A rate that a late debt bears, and where it comes from.
 *
 * @param rate the rate, never below zero
 * @param until the last day on which it is in force; {@link LocalDate#MAX} where it never changes
 * @param formula how it was made, such as {@code ECB_MRO 4.25% + 10}
 * @param source where its reference rate was published or read, or the law or contract that fixes it
 * @param indirect whether its reference rate is {@link RateSeries.Value#indirect()}
 */
public record AppliedRate(SimpleAnnualRate rate, LocalDate until, String formula, String source, boolean indirect) {}
