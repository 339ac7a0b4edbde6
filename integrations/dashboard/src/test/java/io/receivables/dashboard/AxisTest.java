package io.receivables.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisTest {
    private static List<BigDecimal> numbers(String values) {
        return Stream.of(values.split(" ")).map(BigDecimal::new).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "74.1 30, 0 20 40 60 80",
        "412560.43, 0 100000 200000 300000 400000 500000",
        "0, 0 1",
        "3, 0 1 2 3",
        "0.07, 0 0.02 0.04 0.06 0.08",
        "-12 30, -20 -10 0 10 20 30",
        "100, 0 20 40 60 80 100",
    })
    void an_axis_has_round_numbers_from_end_to_end(String values, String ticks) {
        assertThat(Axis.covering(numbers(values)).ticks())
                .usingElementComparator(BigDecimal::compareTo)
                .isEqualTo(numbers(ticks));
    }

    @Property
    void every_value_and_zero_lie_on_the_axis(
            @ForAll @Size(min = 1, max = 5) List<@BigRange(min = "-1e15", max = "1e15") BigDecimal> values) {
        for (Axis axis : List.of(Axis.covering(values), Axis.spanning(values))) {
            assertThat(axis.ticks()).hasSizeBetween(0, 7);
            assertThat(axis.at(BigDecimal.ZERO, 100)).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100));
            assertThat(values)
                    .allSatisfy(value ->
                            assertThat(axis.at(value, 100)).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100)));
        }
    }
}
