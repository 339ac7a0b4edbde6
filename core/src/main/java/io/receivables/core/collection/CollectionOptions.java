package io.receivables.core.collection;

import io.receivables.core.internal.Checks;
import java.time.LocalDate;

/**
 * How promises and plans are judged.
 *
 * @param asOf the day at whose end things stand as told
 * @param graceDays calendar days after a promised day or a plan's due date on which money still is in time
 * @param toleranceDays calendar days after those on which a plan with an unpaid instalment is behind and not yet broken
 */
public record CollectionOptions(LocalDate asOf, int graceDays, int toleranceDays) {
    private static final int MOST_DAYS = 3660;

    public CollectionOptions {
        Checks.date(asOf, "as-of date");
        checkDays(graceDays, "graceDays");
        checkDays(toleranceDays, "toleranceDays");
    }

    private static void checkDays(int days, String name) {
        Checks.that(days >= 0 && days <= MOST_DAYS, () -> name + " " + days + " is not between 0 and " + MOST_DAYS);
    }

    /** No grace and no tolerance: a day late is broken. */
    public static CollectionOptions standard(LocalDate asOf) {
        return new CollectionOptions(asOf, 0, 0);
    }

    public CollectionOptions withGraceDays(int days) {
        return new CollectionOptions(asOf, days, toleranceDays);
    }

    public CollectionOptions withToleranceDays(int days) {
        return new CollectionOptions(asOf, graceDays, days);
    }
}
