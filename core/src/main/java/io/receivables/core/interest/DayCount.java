package io.receivables.core.interest;

import io.receivables.core.Convention;
import io.receivables.core.internal.Checks;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * How many days a stretch of time counts, and how many a year has. Each convention is additive: the days of two stretches
 * that follow each other are the days of both together.
 */
public enum DayCount implements Convention {
    /** Calendar days over 365, in leap years too. */
    ACT_365F("act/365f", List.of("actual/365 fixed", "exact/365"), "2006 ISDA Definitions, section 4.16(d)"),
    /** Calendar days over 360. */
    ACT_360("act/360", List.of("actual/360", "exact/360"), "2006 ISDA Definitions, section 4.16(e)"),
    /** Calendar days, each over the days of the year that it lies in: 366 in a leap year, else 365. */
    ACT_ACT(
            "act/act",
            List.of("actual/actual", "act/act isda", "exact/exact"),
            "2006 ISDA Definitions, section 4.16(b)"),
    /** Twelve months of 30 days; the 31st counts as the 30th. */
    THIRTY_E_360(
            "30e/360", List.of("30/360", "Eurobond basis", "base 30/360"), "2006 ISDA Definitions, section 4.16(g)");

    private final String canonicalName;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> aliases;

    private final String citation;

    DayCount(String canonicalName, List<String> aliases, String citation) {
        this.canonicalName = canonicalName;
        this.aliases = aliases;
        this.citation = citation;
    }

    @Override
    public String canonicalName() {
        return canonicalName;
    }

    @Override
    public List<String> aliases() {
        return aliases;
    }

    @Override
    public String citation() {
        return citation;
    }

    /**
     * The days after {@code from}, up to and including {@code to}; none from a day to itself.
     *
     * @throws IllegalArgumentException if {@code to} lies before {@code from}
     */
    public int days(LocalDate from, LocalDate to) {
        Checks.that(!to.isBefore(from), () -> "days from " + from + " to " + to + ": the end lies before the start");
        return this == THIRTY_E_360
                ? 360 * (to.getYear() - from.getYear())
                        + 30 * (to.getMonthValue() - from.getMonthValue())
                        + Math.min(to.getDayOfMonth(), 30)
                        - Math.min(from.getDayOfMonth(), 30)
                : Math.toIntExact(ChronoUnit.DAYS.between(from, to));
    }

    /** The days of the year over which an interest day counts: 360, 365 or 366. */
    public int yearDays(LocalDate day) {
        return switch (this) {
            case ACT_365F -> 365;
            case ACT_360, THIRTY_E_360 -> 360;
            case ACT_ACT -> day.lengthOfYear();
        };
    }

    /** The last day up to which {@link #yearDays} stays what it is on a day. */
    LocalDate sameYearDaysUntil(LocalDate day) {
        return this == ACT_ACT ? day.withDayOfYear(day.lengthOfYear()) : LocalDate.MAX;
    }
}
