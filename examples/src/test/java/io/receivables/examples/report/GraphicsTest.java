package io.receivables.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphicsTest {
    /** Eight eighths to a column: 5 of 10 on 4 columns are 16 eighths. */
    @ParameterizedTest
    @CsvSource({
        "10, 10, 4, ████",
        "5, 10, 4, ██",
        "1, 10, 4, ▍",
        "1, 1000000, 4, ▏",
        "9223372036854775807, 9223372036854775807, 4, ████",
        "0, 10, 4, ''",
        "-5, 10, 4, ''",
        "5, 0, 4, ''",
        "5, 10, -3, ''",
    })
    void bar_is_in_proportion_and_shows_whatever_is_above_zero(long value, long longest, int width, String bar) {
        assertThat(Graphics.bar(value, longest, width)).isEqualTo(bar);
    }

    @Test
    void sparkline_goes_from_the_lowest_to_the_highest_value() {
        assertThat(Graphics.sparkline(values("0", "10", "35", "70"))).isEqualTo("▁▂▅█"); // sevenths of 70
        assertThat(Graphics.sparkline(values("-3", "", "4"))).isEqualTo("▁·█");
        assertThat(Graphics.sparkline(values("5", "5"))).isEqualTo("▄▄");
        assertThat(Graphics.sparkline(values("", ""))).isEqualTo("··");
        assertThat(Graphics.sparkline(List.of())).isEmpty();
    }

    private static List<Optional<BigDecimal>> values(String... texts) {
        return Arrays.stream(texts)
                .map(text -> text.isEmpty() ? Optional.<BigDecimal>empty() : Optional.of(new BigDecimal(text)))
                .toList();
    }
}
