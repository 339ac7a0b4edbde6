package io.receivables.core.cash;

import io.receivables.core.Money;
import java.util.Objects;

/**
 * The place of a line in a sum that the bank booked in one.
 *
 * @param number from 1; 0 for the sum itself where its parts are not stated, or do not add up to it
 * @param count how many parts the sum has; 0 when not stated
 * @param total what was booked, positive for what came in
 */
public record BatchPart(int number, int count, Money total) {
    public BatchPart {
        if (number < 0 || count < 0) {
            throw new IllegalArgumentException("part " + number + " of " + count + ": neither may be negative");
        }
        Objects.requireNonNull(total, "total");
    }

    /** Whether the line is the sum itself, its parts unknown; a sum of one part is that part. */
    public boolean isSum() {
        return number == 0 && count != 1;
    }
}
