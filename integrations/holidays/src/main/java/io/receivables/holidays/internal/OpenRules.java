package io.receivables.holidays.internal;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameter;
import de.focus_shift.jollyday.core.spi.ChristianHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.EthiopianOrthodoxHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.FixedHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.FixedWeekdayBetweenFixedHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.FixedWeekdayInMonthHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.FixedWeekdayRelativeToFixedHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.HolidayCalendarConfiguration;
import de.focus_shift.jollyday.core.spi.HolidayCalendarConfigurationService;
import de.focus_shift.jollyday.core.spi.HolidayConfigurations;
import de.focus_shift.jollyday.core.spi.IslamicHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.RelativeToEasterSundayHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.RelativeToFixedHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.RelativeToWeekdayInMonthHolidayConfiguration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rules that a reader of jollyday has read, as they are. jollyday (2.19.0) calls the rules by reflection, which on the
 * module path its own reader does not let it do; this package is open to it.
 */
public final class OpenRules implements HolidayConfigurations {
    private final HolidayConfigurations rules;

    private OpenRules(HolidayConfigurations rules) {
        this.rules = rules;
    }

    /** Lets a manager read its rules again, so that it can call them. */
    public static void open(HolidayManager manager) {
        HolidayCalendarConfigurationService reader = manager.getConfigurationService();
        if (!(reader instanceof Reader)) {
            manager.setConfigurationService(new Reader(reader));
            manager.init(manager.getManagerParameter());
        }
    }

    private record Reader(HolidayCalendarConfigurationService reader) implements HolidayCalendarConfigurationService {
        @Override
        public HolidayCalendarConfiguration getHolidayCalendarConfiguration(ManagerParameter parameter) {
            return new Region(reader.getHolidayCalendarConfiguration(parameter));
        }
    }

    private record Region(HolidayCalendarConfiguration region) implements HolidayCalendarConfiguration {
        @Override
        public String hierarchy() {
            return region.hierarchy();
        }

        @Override
        public String description() {
            return region.description();
        }

        @Override
        public HolidayConfigurations holidays() {
            return new OpenRules(region.holidays());
        }

        @Override
        public Stream<HolidayCalendarConfiguration> subConfigurations() {
            return region.subConfigurations().map(Region::new);
        }
    }

    @Override
    public List<FixedHolidayConfiguration> fixed() {
        return rules.fixed();
    }

    @Override
    public List<RelativeToFixedHolidayConfiguration> relativeToFixed() {
        return rules.relativeToFixed();
    }

    @Override
    public List<RelativeToWeekdayInMonthHolidayConfiguration> relativeToWeekdayInMonth() {
        return rules.relativeToWeekdayInMonth();
    }

    @Override
    public List<FixedWeekdayInMonthHolidayConfiguration> fixedWeekdays() {
        return rules.fixedWeekdays();
    }

    @Override
    public List<ChristianHolidayConfiguration> christianHolidays() {
        return rules.christianHolidays();
    }

    @Override
    public List<IslamicHolidayConfiguration> islamicHolidays() {
        return rules.islamicHolidays();
    }

    @Override
    public List<FixedWeekdayBetweenFixedHolidayConfiguration> fixedWeekdayBetweenFixed() {
        return rules.fixedWeekdayBetweenFixed();
    }

    @Override
    public List<FixedWeekdayRelativeToFixedHolidayConfiguration> fixedWeekdayRelativeToFixed() {
        return rules.fixedWeekdayRelativeToFixed();
    }

    @Override
    public List<EthiopianOrthodoxHolidayConfiguration> ethiopianOrthodoxHolidays() {
        return rules.ethiopianOrthodoxHolidays();
    }

    @Override
    public List<RelativeToEasterSundayHolidayConfiguration> relativeToEasterSunday() {
        return rules.relativeToEasterSunday();
    }
}
