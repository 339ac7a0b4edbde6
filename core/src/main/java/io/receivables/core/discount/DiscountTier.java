package io.receivables.core.discount;

import io.receivables.core.internal.Checks;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A discount with its last day.
 *
 * @param until the last day on which it is granted
 * @param discount what is paid less
 */
public record DiscountTier(LocalDate until, DiscountSplit discount) {
    public DiscountTier {
        Checks.date(until, "last day of discount");
        Objects.requireNonNull(discount, "discount");
    }

    @Override
    public String toString() {
        return discount.total() + " less until " + until + " (net " + discount.net() + ", tax " + discount.tax() + ")";
    }
}
