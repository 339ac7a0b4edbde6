package io.receivables.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.benchmarks.DueDateBenchmark.Agreed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DueDateBenchmarkTest {
    @ParameterizedTest
    @EnumSource
    void terms_and_the_rule_by_hand_come_to_the_same_days(Agreed agreed) {
        DueDateBenchmark benchmark = DueDateBenchmark.of(agreed);

        assertThat(benchmark.terms()).isEqualTo(benchmark.byHand()).isPositive();
    }
}
