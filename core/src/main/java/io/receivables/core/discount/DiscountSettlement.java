package io.receivables.core.discount;

import io.receivables.core.Money;

/**
 * How a document with a discount stood at the end of a day. What was granted, what can still be taken and what was lost add
 * up to the greatest discount that was offered.
 *
 * @param status what became of the discount
 * @param granted the discount that the payments earned; zero unless it was taken
 * @param available what can still be taken
 * @param lost what was offered and can no longer be had
 * @param open what is still owed, without any discount that may yet be taken
 * @param overpaid what was paid beyond that
 */
public record DiscountSettlement(
        DiscountStatus status, DiscountSplit granted, Money available, Money lost, Money open, Money overpaid) {}
