package io.receivables.dunning.measure;

import io.receivables.dunning.DunningOptions;
import io.receivables.dunning.cases.Cases;
import io.receivables.dunning.internal.Checks;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * Over which past two policies are compared.
 *
 * @param days the days of the runs, one or more, in order
 * @param dunning calendars, alerts and threads of the runs; its date is not heeded
 * @param history what dunning did and was told in that past
 */
public record BackTestOptions(List<LocalDate> days, DunningOptions dunning, Cases history) {
    public BackTestOptions {
        days = days.stream().sorted().distinct().toList();
        Checks.that(!days.isEmpty(), () -> "a back-test has no day: give one or more");
        Objects.requireNonNull(dunning, "dunning");
        Objects.requireNonNull(history, "history");
    }

    /**
     * A run on each day from one to another, with standard calendars, of customers to whom dunning had done nothing.
     *
     * @throws IllegalArgumentException if {@code to} is before {@code from}
     */
    public static BackTestOptions daily(LocalDate from, LocalDate to) {
        Checks.that(!to.isBefore(from), () -> "a back-test from " + from + " to " + to + " ends before it begins");
        return new BackTestOptions(
                from.datesUntil(to.plusDays(1)).toList(), DunningOptions.standard(from), Cases.none());
    }

    /** With runs on these days only. */
    public BackTestOptions on(Collection<LocalDate> days) {
        return new BackTestOptions(List.copyOf(days), dunning, history);
    }

    public BackTestOptions with(DunningOptions dunning) {
        return new BackTestOptions(days, dunning, history);
    }

    /** With what happened before the first day, and with what dunning was told from then on. */
    public BackTestOptions with(Cases history) {
        return new BackTestOptions(days, dunning, history);
    }
}
