package io.receivables.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.benchmarks.DsoBenchmark.At;
import io.receivables.benchmarks.DsoBenchmark.Method;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DsoBenchmarkTest {
    private static final ColumnLedger COLUMNS = ColumnLedger.of(3_000);
    private static final RecordLedger RECORDS = RecordLedger.of(3_000);

    @ParameterizedTest
    @EnumSource
    void columns_and_streams_agree_at_every_month_end(Method method) {
        assertAgree(DsoBenchmark.of(method, At.MONTH_ENDS));
    }

    @ParameterizedTest
    @EnumSource
    void columns_and_streams_agree_today(Method method) {
        assertThat(assertAgree(DsoBenchmark.of(method, At.TODAY)))
                .containsOnlyKeys(
                        new DsoBenchmark.Point(SyntheticLedger.TODAY, "CAD"),
                        new DsoBenchmark.Point(SyntheticLedger.TODAY, "EUR"),
                        new DsoBenchmark.Point(SyntheticLedger.TODAY, "USD"));
    }

    private static Map<DsoBenchmark.Point, BigDecimal> assertAgree(DsoBenchmark benchmark) {
        Map<DsoBenchmark.Point, BigDecimal> days = benchmark.columnsAnswer(COLUMNS);
        assertThat(days).isEqualTo(benchmark.streamsAnswer(RECORDS)).isNotEmpty();
        return days;
    }

    @Test
    void simple_dso_has_no_value_before_the_ledger_holds_90_days() {
        Map<DsoBenchmark.Point, BigDecimal> days = assertAgree(DsoBenchmark.of(Method.SIMPLE, At.MONTH_ENDS));
        // 1 January to 30 March 2024 are 90 days
        assertThat(days.keySet()).noneMatch(point -> point.asOf().isBefore(LocalDate.of(2024, 3, 30)));
        assertThat(days.keySet().stream().map(DsoBenchmark.Point::asOf).distinct())
                .hasSize(36 - 2);
    }
}
