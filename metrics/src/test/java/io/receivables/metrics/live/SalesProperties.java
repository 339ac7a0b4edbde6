package io.receivables.metrics.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** A sum over days is the sum of what was added to each of them, in whatever order it came. */
class SalesProperties {
    private static final int NEW_YEAR = (int) LocalDate.of(2024, 1, 1).toEpochDay();

    @Provide
    Arbitrary<Integer> days() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(NEW_YEAR, NEW_YEAR + 100),
                Arbitraries.integers().between(NEW_YEAR - 4_000, NEW_YEAR + 4_000));
    }

    @Property
    void a_sum_over_days_adds_up_what_was_sold_on_each(
            @ForAll @Size(max = 20) List<@LongRange(min = -1_000, max = 1_000) Long> amounts,
            @ForAll @Size(min = 20, max = 20) List<@From("days") Integer> days,
            @ForAll("days") int from,
            @ForAll("days") int to) {
        Sales sales = new Sales();
        NavigableMap<Integer, Long> byDay = new TreeMap<>();
        for (int i = 0; i < amounts.size(); i++) {
            sales.add(days.get(i), amounts.get(i));
            byDay.merge(days.get(i), amounts.get(i), Long::sum);
        }
        int last = Math.max(from, to);
        int first = Math.min(from, to);
        long sum = byDay.subMap(first, true, last, true).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        assertThat(sales.sum(first, last)).isEqualTo(sum);
        assertThat(sales.copy().sum(first, last)).isEqualTo(sum);
        for (int day : days) {
            assertThat(sales.sum(day, day)).isEqualTo(byDay.getOrDefault(day, 0L));
        }
    }

    @Example
    void the_farthest_days_are_days_like_others() {
        Sales sales = new Sales();
        assertThat(sales.sum(Days.FIRST, Days.LAST)).isZero();
        sales.add(Days.LAST, 5);
        sales.add(Days.FIRST, 3);
        sales.add(NEW_YEAR, 1);
        assertThat(sales.sum(Days.FIRST, Days.LAST)).isEqualTo(9);
        assertThat(sales.sum(Days.FIRST + 1, Days.LAST)).isEqualTo(6);
        assertThat(sales.sum(NEW_YEAR + 1, Days.LAST)).isEqualTo(5);
        assertThat(sales.sum(Days.FIRST - 100, Days.LAST - 1)).isEqualTo(4);
    }

    @Example
    void a_copy_stays_as_it_was() {
        Sales sales = new Sales();
        sales.add(NEW_YEAR, 5);
        Sales copy = sales.copy();
        sales.add(NEW_YEAR, 7);
        assertThat(copy.sum(NEW_YEAR, NEW_YEAR)).isEqualTo(5);
    }
}
