package io.receivables.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DunningBenchmarkTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void the_run_and_the_loop_over_records_come_to_the_same_letters(int reminded) {
        DunningBenchmark benchmark = DunningBenchmark.of(20_000, reminded);

        assertThat(benchmark.oneThread()).isEqualTo(benchmark.records()).isEqualTo(benchmark.twoThreads());
        assertThat(benchmark.records().actions()).isGreaterThan(1_000);
    }
}
