package io.receivables.holidays;

import io.receivables.core.terms.BusinessCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The business days of a region: all days but its weekend and its holidays. Calendars are values, equal when they are of the
 * same region with the same choices, and may be used by several threads. They answer for the years 1900 to 9999; how far
 * back and ahead that is the law is a matter of the data.
 *
 * <pre>{@code
 * HolidayCalendar.quebec().isBusinessDay(LocalDate.parse("2024-06-24"));                        // false
 * HolidayCalendar.of("DE", "BY").explain(LocalDate.parse("2024-01-06"), Locale.ENGLISH);      // [Saturday, Epiphany]
 * HolidayCalendar.of("KW").withWeekend(List.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY));
 * HolidayCalendar.france().and(BusinessCalendar.without(List.of(), ownClosingDays));
 * }</pre>
 *
 * Holidays are those that everybody has off. Days that the law gives to banks or public bodies alone, such as Remembrance
 * Day in Ontario and Quebec, count after {@link #withBankHolidays()}. The weekend is Saturday and Sunday unless {@link
 * #withWeekend} says otherwise, also for countries where it is another.
 */
public final class HolidayCalendar implements BusinessCalendar {
    private static final Set<DayOfWeek> SATURDAY_AND_SUNDAY = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final RegionHolidays region;
    private final Set<DayOfWeek> weekend;

    private HolidayCalendar(RegionHolidays region, Set<DayOfWeek> weekend) {
        this.region = region;
        this.weekend = weekend;
    }

    /**
     * The calendar of a country, or of a part of it with what the whole country has off: {@code of("CA", "QC")}, {@code
     * of("DE", "BY")}, {@code of("FR", "57")}, {@code of("GB", "SCT")}, {@code of("US", "NY")}.
     *
     * @param country an ISO 3166-1 code of two letters, in any case
     * @param parts the codes of ISO 3166-2 within it, from the whole to the part; those that the data know
     * @throws IllegalArgumentException if there is no such country or part; the message names those there are
     */
    public static HolidayCalendar of(String country, String... parts) {
        return new HolidayCalendar(RegionHolidays.of(country, List.of(parts)), SATURDAY_AND_SUNDAY);
    }

    private static HolidayCalendar own(String name) {
        return new HolidayCalendar(RegionHolidays.own(name), SATURDAY_AND_SUNDAY);
    }

    /** France without Alsace and Moselle and without its territories overseas. */
    public static HolidayCalendar france() {
        return of("FR");
    }

    /** The departments Bas-Rhin, Haut-Rhin and Moselle, which have Good Friday and 26 December off too. */
    public static HolidayCalendar alsaceMoselle() {
        return of("FR", "57");
    }

    /**
     * Employers under Canada's federal law, such as banks, carriers and the federal state: the ten general holidays of the
     * Canada Labour Code, section 166. One that falls on a weekend is kept on no other day here, for the law leaves open on
     * which. The days that all provinces share are {@code of("CA")}, those of a province {@code of("CA", "ON")}.
     */
    public static HolidayCalendar canadaFederal() {
        return own("CA-FEDERAL");
    }

    /** Quebec, with Good Friday and Easter Monday, of which an employer may choose one. */
    public static HolidayCalendar quebec() {
        return of("CA", "QC");
    }

    /**
     * The federal state of the United States: the eleven holidays of 5 U.S.C. 6103, kept on Friday where they fall on a
     * Saturday and on Monday where on a Sunday. The days that all states share are {@code of("US")}.
     */
    public static HolidayCalendar unitedStatesFederal() {
        return own("US-FEDERAL");
    }

    /** The Federal Reserve Banks: the federal holidays, but open on the Friday before one that falls on a Saturday. */
    public static HolidayCalendar federalReserve() {
        return own("US-FEDERAL-RESERVE");
    }

    /** The days that all of Germany has off; a Land is {@code of("DE", "NW")}. */
    public static HolidayCalendar germany() {
        return of("DE");
    }

    /** England; Wales is the same. */
    public static HolidayCalendar england() {
        return of("GB", "ENG");
    }

    public static HolidayCalendar scotland() {
        return of("GB", "SCT");
    }

    public static HolidayCalendar northernIreland() {
        return of("GB", "NIR");
    }

    /** The euro payment system of the Eurosystem, T2, formerly TARGET2: six closing days a year. */
    public static HolidayCalendar target() {
        return of("TARGET");
    }

    /** This calendar with other days of the week off, or with none. */
    public HolidayCalendar withWeekend(Collection<DayOfWeek> days) {
        Set<DayOfWeek> off = Set.copyOf(days);
        if (off.size() == DayOfWeek.values().length) {
            throw new IllegalArgumentException("weekend has all days of the week: leave one");
        }
        return new HolidayCalendar(region, off);
    }

    /** This calendar with the days too that banks or public bodies alone have off. */
    public HolidayCalendar withBankHolidays() {
        return new HolidayCalendar(region.withBankHolidays(), weekend);
    }

    @Override
    public boolean isBusinessDay(LocalDate date) {
        return !weekend.contains(date.getDayOfWeek()) && !region.contains(date);
    }

    /** The holidays of a year in the order of their dates, those on a weekend too. */
    public List<Holiday> holidays(int year) {
        return region.holidays(year);
    }

    /**
     * Why a date is no business day: the day of the week, and the name of each holiday. Empty for a business day. In French
     * where the locale's language is French, in English otherwise.
     */
    public List<String> explain(LocalDate date, Locale locale) {
        List<String> reasons = new ArrayList<>();
        if (weekend.contains(date.getDayOfWeek())) {
            Locale language = locale.getLanguage().equals("fr") ? Locale.FRENCH : Locale.ENGLISH;
            reasons.add(date.getDayOfWeek().getDisplayName(TextStyle.FULL, language));
        }
        for (Holiday holiday : region.holidays(date.getYear())) {
            if (holiday.date().equals(date)) {
                reasons.add(holiday.name(locale));
            }
        }
        return List.copyOf(reasons);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HolidayCalendar that && region.equals(that.region) && weekend.equals(that.weekend);
    }

    @Override
    public int hashCode() {
        return Objects.hash(region, weekend);
    }

    /** The region, and what differs from the usual: {@code "CA-QC"}, {@code "KW, weekend FRIDAY SATURDAY"}. */
    @Override
    public String toString() {
        return weekend.equals(SATURDAY_AND_SUNDAY)
                ? region.toString()
                : region + ", weekend "
                        + (weekend.isEmpty()
                                ? "none"
                                : new TreeSet<>(weekend)
                                        .stream().map(DayOfWeek::toString).collect(Collectors.joining(" ")));
    }
}
