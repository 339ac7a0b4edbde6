package io.receivables.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;

/** Calls every benchmark once, over a small ledger; a benchmark that throws fails the run. */
class BenchmarkTableTest {
    private static Collection<RunResult> runs = List.of();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void runAll() throws RunnerException {
        runs = new Runner(Effort.SMOKE.jmh().build()).run();
    }

    @Test
    void every_benchmark_runs_with_every_parameter() {
        Stream<String> benchmarks = Stream.of(AgingBenchmark.class, DsoBenchmark.class, DueDateBenchmark.class)
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(method -> method.isAnnotationPresent(Benchmark.class))
                .map(method -> method.getDeclaringClass().getName() + "." + method.getName());

        assertThat(runs.stream().map(run -> run.getParams().getBenchmark()).distinct())
                .containsExactlyInAnyOrderElementsOf(benchmarks.toList());
        assertThat(runs)
                .hasSize(2 * 2 * 2 + 2 * 2 * 2 + 2 * 4) // sides x lines x dates, sides x methods x dates, sides x terms
                .allSatisfy(run -> assertThat(run.getPrimaryResult().getScore()).isPositive());
    }

    @Test
    void page_holds_every_question_with_equal_checksums_and_leaves_no_placeholder() throws Exception {
        String page = BenchmarkTable.page(Effort.SMOKE, "--smoke", "0.1", runs);

        assertThat(page)
                .doesNotContain("${")
                .contains("BenchmarkTable --smoke\n")
                .contains("smoke: 0 forks")
                .contains("| aging per customer and bucket, 2026-12-31 | 1,000 |")
                .contains("| aging per currency and bucket, 2025-06-30 | 1,000 |")
                .contains("| simple DSO, today | 1,000 |")
                .contains("| count-back DSO, month-ends | 1,000 |")
                .contains("| net 30 |")
                .contains("| 45 days, then end of month |");
        assertThat(page.lines().filter(line -> line.matches("\\| (aging|simple|count-back).*\\| [0-9a-f]{8} \\|")))
                .hasSize(2 * 2 + 2 * 2); // lines x dates, methods x dates
    }

    @Test
    void answers_that_differ_fail_and_name_the_question() {
        Comparison comparison = Comparison.of(runs.stream()
                        .filter(run -> run.getParams().getParamsKeys().contains("rows"))
                        .toList())
                .get(0);
        ColumnLedger other = ColumnLedger.of(1_001);
        RecordLedger records = RecordLedger.of(1_000);

        assertThatThrownBy(() -> comparison.checksum(other, records))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(comparison.question() + " of 1000 documents: columns answer ");
    }

    @Test
    void side_without_its_peer_fails() {
        List<RunResult> columnsOnly = runs.stream()
                .filter(run -> run.getParams().getBenchmark().endsWith(".columns"))
                .toList();

        assertThatThrownBy(() -> Comparison.of(columnsOnly))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("[columns]");
    }

    private int run(String... args) {
        return BenchmarkTable.run(
                args,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @Test
    void help_is_printed_on_request() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("usage: BenchmarkTable");
    }

    @Test
    void wrong_argument_is_named_and_exits_with_2() {
        assertThat(run("--fulll")).isEqualTo(2);
        assertThat(run("--write")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("\"--fulll\"", "\"--write\"", "usage: BenchmarkTable");
    }
}
