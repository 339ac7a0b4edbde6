package io.receivables.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.benchmarks.AgingBenchmark.Per;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AgingBenchmarkTest {
    private static final ColumnLedger COLUMNS = ColumnLedger.of(3_000);
    private static final RecordLedger RECORDS = RecordLedger.of(3_000);

    static Stream<LocalDate> dates() {
        return Stream.of("2023-12-31", "2024-01-01", "2024-02-29", "2025-06-30", "2026-12-31", "2027-12-31")
                .map(LocalDate::parse);
    }

    @ParameterizedTest
    @MethodSource("dates")
    void columns_and_streams_agree_to_the_cent_on_every_customer(LocalDate asOf) {
        AgingBenchmark benchmark = AgingBenchmark.of(Per.CUSTOMER, asOf);
        assertThat(benchmark.columnsAnswer(COLUMNS)).isEqualTo(benchmark.streamsAnswer(RECORDS));
    }

    @ParameterizedTest
    @MethodSource("dates")
    void columns_and_streams_agree_to_the_cent_on_the_totals(LocalDate asOf) {
        AgingBenchmark benchmark = AgingBenchmark.of(Per.CURRENCY, asOf);
        assertThat(benchmark.columnsAnswer(COLUMNS)).isEqualTo(benchmark.streamsAnswer(RECORDS));
    }
}
