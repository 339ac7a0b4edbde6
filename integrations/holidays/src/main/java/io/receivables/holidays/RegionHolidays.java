package io.receivables.holidays;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameter;
import de.focus_shift.jollyday.core.ManagerParameters;
import io.receivables.holidays.internal.OpenRules;
import java.net.URL;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The holidays of one region. There is one object for each region that was asked for; the days of a year are worked out when
 * they are first needed and kept.
 */
final class RegionHolidays {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9999;

    private static final ConcurrentMap<String, RegionHolidays> REGIONS = new ConcurrentHashMap<>();

    private final String name;
    private final HolidayManager manager;
    private final List<String> parts;
    private final boolean withBankHolidays;
    private final AtomicReferenceArray<@Nullable HolidayYear> years =
            new AtomicReferenceArray<>(LAST_YEAR - FIRST_YEAR + 1);

    /** The holidays that are kept in a year, and the days of the year that they take. */
    private record HolidayYear(List<Holiday> holidays, BitSet days) {}

    private RegionHolidays(String name, HolidayManager manager, List<String> parts, boolean withBankHolidays) {
        this.name = name;
        this.manager = manager;
        this.parts = parts;
        this.withBankHolidays = withBankHolidays;
    }

    static RegionHolidays of(String country, List<String> parts) {
        String code = country.toUpperCase(Locale.ROOT);
        checkKnown(code, de.focus_shift.jollyday.core.HolidayCalendar.getSupportedCalendarCodes(), "country");
        HolidayManager manager = manager(() -> ManagerParameters.create(code));
        List<String> path = new ArrayList<>();
        StringBuilder name = new StringBuilder(code);
        Map<String, CalendarHierarchy> known = manager.getCalendarHierarchy().getChildren();
        for (String part : parts) {
            // the data write some in small letters, some in capitals: "qc", "2A"
            Map<String, CalendarHierarchy> inCapitals = new HashMap<>();
            known.forEach((key, child) -> inCapitals.put(key.toUpperCase(Locale.ROOT), child));
            String capitals = part.toUpperCase(Locale.ROOT);
            checkKnown(capitals, inCapitals.keySet(), "part of " + name);
            CalendarHierarchy child = Objects.requireNonNull(inCapitals.get(capitals));
            path.add(child.getId());
            name.append('-').append(capitals);
            known = child.getChildren();
        }
        return region(name.toString(), manager, path, false);
    }

    /** A region whose rules are among our resources. */
    static RegionHolidays own(String name) {
        URL rules =
                Objects.requireNonNull(RegionHolidays.class.getResource(name.toLowerCase(Locale.ROOT) + ".xml"), name);
        return region(name, manager(() -> ManagerParameters.create(rules)), List.of(), false);
    }

    RegionHolidays withBankHolidays() {
        return withBankHolidays ? this : region(name, manager, parts, true);
    }

    private static RegionHolidays region(String name, HolidayManager manager, List<String> parts, boolean banks) {
        String key = banks ? name + " with bank holidays" : name;
        return REGIONS.computeIfAbsent(key, wanted -> new RegionHolidays(wanted, manager, parts, banks));
    }

    private static void checkKnown(String code, Set<String> known, String what) {
        if (!known.contains(code)) {
            throw new IllegalArgumentException(
                    what + " \"" + code + "\" is not known: use one of " + new TreeSet<>(known));
        }
    }

    /** jollyday finds its reader through the thread's class loader, which in a container need not know it. */
    private static synchronized HolidayManager manager(Supplier<ManagerParameter> parameter) {
        Thread thread = Thread.currentThread();
        ClassLoader loader = thread.getContextClassLoader();
        thread.setContextClassLoader(RegionHolidays.class.getClassLoader());
        try {
            HolidayManager manager = HolidayManager.getInstance(parameter.get());
            OpenRules.open(manager);
            return manager;
        } finally {
            thread.setContextClassLoader(loader);
        }
    }

    boolean contains(LocalDate date) {
        return year(date.getYear()).days().get(date.getDayOfYear());
    }

    List<Holiday> holidays(int year) {
        return year(year).holidays();
    }

    private HolidayYear year(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new IllegalArgumentException(
                    "year " + year + " is outside the years " + FIRST_YEAR + " to " + LAST_YEAR + ": check the date");
        }
        HolidayYear known = years.get(year - FIRST_YEAR);
        if (known == null) {
            known = workedOut(year);
            years.set(year - FIRST_YEAR, known);
        }
        return known;
    }

    /** New Year's Day may be kept on 31 December: what the years before and after give counts as well. */
    private HolidayYear workedOut(int year) {
        List<Holiday> holidays = new ArrayList<>();
        BitSet days = new BitSet();
        for (int of = year - 1; of <= year + 1; of++) {
            for (de.focus_shift.jollyday.core.Holiday holiday : given(of)) {
                if (counts(holiday) && holiday.getDate().getYear() == year) {
                    holidays.add(new Holiday(
                            holiday.getDate(), named(holiday, Locale.ENGLISH), named(holiday, Locale.FRENCH)));
                    days.set(holiday.getDate().getDayOfYear());
                }
            }
        }
        holidays.sort(Comparator.comparing(Holiday::date).thenComparing(Holiday::english));
        return new HolidayYear(List.copyOf(holidays), days);
    }

    private synchronized Iterable<de.focus_shift.jollyday.core.Holiday> given(int year) {
        return manager.getHolidays(Year.of(year), parts.toArray(String[]::new));
    }

    private boolean counts(de.focus_shift.jollyday.core.Holiday holiday) {
        return holiday.getType() == HolidayType.PUBLIC_HOLIDAY
                || (withBankHolidays && holiday.getType() == HolidayType.BANK_HOLIDAY);
    }

    /** Our name where jollyday's is not the usual one. Its English is its root bundle: "en" would read the default locale. */
    private static String named(de.focus_shift.jollyday.core.Holiday holiday, Locale language) {
        ResourceBundle names = ResourceBundle.getBundle("io.receivables.holidays.HolidayNames", language);
        String key = holiday.getPropertiesKey();
        if (names.containsKey(key)) {
            return names.getString(key);
        }
        return holiday.getDescription(language.equals(Locale.ENGLISH) ? Locale.ROOT : language);
    }

    @Override
    public String toString() {
        return name;
    }
}
