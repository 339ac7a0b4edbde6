/**
 * Business calendars with the holidays of countries and their parts, and of TARGET.
 *
 * <p>Start at {@link io.receivables.holidays.HolidayCalendar}.
 */
module io.receivables.holidays {
    requires transitive io.receivables.core;
    requires de.focus_shift.jollyday.core;
    // reads the rules for it; found as a service
    requires de.focus_shift.jollyday.jaxb;
    requires static transitive org.jspecify;

    exports io.receivables.holidays;

    // jollyday calls rules by reflection
    opens io.receivables.holidays.internal to
            de.focus_shift.jollyday.core;
}
