package io.receivables.core.interest;

import io.receivables.core.Problem;
import io.receivables.core.internal.Checks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A reference rate over time, such as the main refinancing rate of the ECB by half-years. Values never overlap, and a day
 * without a value has none: nothing is carried forward.
 *
 * @param name the name by which regimes refer to it, such as {@code ECB_MRO}
 * @param values in order of their days
 */
public record RateSeries(String name, List<Value> values) {
    private static final LocalDate FOR_GOOD = LocalDate.of(Checks.LAST_YEAR, 12, 31);

    /**
     * A rate and the days on which it is in force.
     *
     * @param from the first day
     * @param to the last day
     * @param rate percent a year
     * @param source where it was published or read
     * @param indirect whether it was derived by a rule or read from a page that is not the publisher's
     */
    public record Value(LocalDate from, LocalDate to, SimpleAnnualRate rate, String source, boolean indirect) {
        public Value {
            Checks.date(from, "from");
            Checks.date(to, "to");
            Objects.requireNonNull(rate, "rate");
            Objects.requireNonNull(source, "source");
            LocalDate first = from;
            LocalDate last = to;
            Checks.that(!last.isBefore(first), () -> "rate from " + first + " to " + last + " ends before it begins");
        }

        /** A rate that never changes. */
        static Value always(SimpleAnnualRate rate, String source) {
            return new Value(LocalDate.of(Checks.FIRST_YEAR, 1, 1), FOR_GOOD, rate, source, false);
        }

        boolean contains(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }

        private boolean hasDaysOf(Value other) {
            return from.equals(other.from) && to.equals(other.to);
        }
    }

    public RateSeries {
        Checks.id(name, "series");
        values = values.stream().sorted(Comparator.comparing(Value::from)).toList();
        for (int i = 1; i < values.size(); i++) {
            Value earlier = values.get(i - 1);
            Value later = values.get(i);
            Checks.that(
                    later.from().isAfter(earlier.to()),
                    () -> "series " + name + " has two values on " + later.from() + ": " + earlier.rate() + " and "
                            + later.rate());
        }
    }

    /** A series without values. */
    public static RateSeries of(String name) {
        return new RateSeries(name, List.of());
    }

    /**
     * A series of which each rate applies from its day until the day before the next one, and the last one for good: how
     * rates are listed that stay in force until they are changed.
     */
    public static RateSeries steps(String name, Map<LocalDate, SimpleAnnualRate> rates, String source) {
        TreeMap<LocalDate, SimpleAnnualRate> inOrder = new TreeMap<>(rates);
        List<Value> values = new ArrayList<>();
        inOrder.forEach((from, rate) -> {
            LocalDate next = inOrder.higherKey(from);
            values.add(new Value(from, next == null ? FOR_GOOD : next.minusDays(1), rate, source, false));
        });
        return new RateSeries(name, values);
    }

    /** This series with a value more, or with another value for the same days. */
    public RateSeries with(Value value) {
        List<Value> all = new ArrayList<>(values);
        all.removeIf(value::hasDaysOf);
        all.add(value);
        return new RateSeries(name, all);
    }

    /** This series with a value more, or with another value for the same days. */
    public RateSeries with(LocalDate from, LocalDate to, String percent, String source) {
        return with(new Value(from, to, SimpleAnnualRate.of(percent), source, false));
    }

    /** The value in force on a day, if there is one. */
    public Optional<Value> on(LocalDate day) {
        int low = 0;
        int high = values.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Value value = values.get(middle);
            if (value.contains(day)) {
                return Optional.of(value);
            }
            if (day.isBefore(value.from())) {
                high = middle - 1;
            } else {
                low = middle + 1;
            }
        }
        return Optional.empty();
    }

    /**
     * The value in force on a day.
     *
     * @throws InterestException if there is none; it names the series and the day
     */
    public Value at(LocalDate day) {
        return on(day).orElseThrow(() ->
                new InterestException(Problem.of(InterestProblem.MISSING_RATE, "series", name, "date", day)));
    }
}
