package io.receivables.dunning;

import io.receivables.core.ledger.Workers;
import io.receivables.core.terms.BusinessCalendar;
import io.receivables.dunning.policy.DunningPolicy;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a run needs beside ledger, cases and policies.
 *
 * @param date the run's date: facts dated up to it count, those of the day itself included
 * @param calendars the calendars that policies name
 * @param alerts what is known about customers before anything is late
 * @param workers the threads to use
 */
public record DunningOptions(
        LocalDate date, Map<String, BusinessCalendar> calendars, List<Alert> alerts, Workers workers) {
    public DunningOptions {
        Objects.requireNonNull(date, "date");
        calendars = Collections.unmodifiableMap(new TreeMap<>(calendars));
        alerts = List.copyOf(alerts);
        Objects.requireNonNull(workers, "workers");
    }

    /** The calendars {@link DunningPolicy#EVERY_DAY} and {@link DunningPolicy#WEEKDAYS}, no alerts, the caller's thread. */
    public static DunningOptions standard(LocalDate date) {
        return new DunningOptions(
                date,
                Map.of(DunningPolicy.EVERY_DAY, day -> true, DunningPolicy.WEEKDAYS, BusinessCalendar.weekdays()),
                List.of(),
                Workers.caller());
    }

    public DunningOptions on(LocalDate date) {
        return new DunningOptions(date, calendars, alerts, workers);
    }

    /** With a further calendar under a name that policies use. */
    public DunningOptions with(String name, BusinessCalendar calendar) {
        Map<String, BusinessCalendar> more = new TreeMap<>(calendars);
        more.put(name, calendar);
        return new DunningOptions(date, more, alerts, workers);
    }

    public DunningOptions alerted(List<Alert> alerts) {
        return new DunningOptions(date, calendars, alerts, workers);
    }

    public DunningOptions with(Workers workers) {
        return new DunningOptions(date, calendars, alerts, workers);
    }
}
