package io.receivables.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AnswerTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 31);

    private static Answer of(long... figures) {
        Answer answer = new Answer();
        for (int customer = 0; customer < figures.length; customer++) {
            answer.add(DAY, customer, 1, 2, figures[customer]);
        }
        return answer;
    }

    @Test
    void checksum_does_not_depend_on_the_order_of_figures() {
        Answer answer = new Answer();
        answer.add(DAY, 1, 1, 2, 200);
        answer.add(DAY, 0, 1, 2, 100);
        assertThat(answer).hasToString(of(100, 200).toString());
        assertThat(answer.figures()).isEqualTo(2);
        assertThat(answer.total()).isEqualTo(300);
    }

    @Test
    void checksum_depends_on_every_figure_and_on_what_it_is_of() {
        String checksum = of(100, 200).checksum();
        assertThat(of(200, 100).checksum()).isNotEqualTo(checksum);
        assertThat(of(100, 201).checksum()).isNotEqualTo(checksum);
        assertThat(of(100).checksum()).isNotEqualTo(checksum);
        assertThat(with(DAY.plusDays(1), 0, 1, 2)).isNotEqualTo(with(DAY, 0, 1, 2));
        assertThat(with(DAY, Answer.ALL, 1, 2)).isNotEqualTo(with(DAY, 0, 1, 2));
        assertThat(with(DAY, 0, 2, 2)).isNotEqualTo(with(DAY, 0, 1, 2));
        assertThat(with(DAY, 0, 1, 3)).isNotEqualTo(with(DAY, 0, 1, 2));
    }

    private static String with(LocalDate date, int customer, int currency, int part) {
        Answer answer = new Answer();
        answer.add(date, customer, currency, part, 100);
        return answer.checksum();
    }

    @Test
    void figures_that_are_zero_are_none() {
        assertThat(of(100, 0)).hasToString(of(100).toString());
    }

    @Test
    void days_are_rounded_to_millionths_half_up() {
        assertThat(Answer.millionths(new BigDecimal("34.0000005"))).isEqualTo(34_000_001);
        assertThat(Answer.millionths(new BigDecimal("34.00000049"))).isEqualTo(34_000_000);
        assertThat(Answer.millionths(new BigDecimal("-0.0000005"))).isEqualTo(-1);
    }
}
