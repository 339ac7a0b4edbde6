package io.receivables.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openjdk.jmh.annotations.Benchmark;

/** Calls every benchmark once, over a small ledger; a benchmark that throws, or a side that differs, fails the run. */
class BenchmarkTableTest {
    private static Results results;
    private static String page = "";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void runAll() throws Exception {
        results = Run.of(Effort.SMOKE, 42);
        page = BenchmarkTable.page(results, "--smoke", "0.1");
    }

    @Test
    void every_benchmark_runs() {
        Stream<String> benchmarks = Stream.of(
                        TaskBenchmark.class,
                        BuildBenchmark.class,
                        LiveBenchmark.class,
                        LoadBenchmark.class,
                        BandwidthBenchmark.class,
                        DueDateBenchmark.class)
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(method -> method.isAnnotationPresent(Benchmark.class))
                .map(method -> method.getDeclaringClass().getName() + "." + method.getName());

        assertThat(results.runs().stream()
                        .map(run -> run.getParams().getBenchmark())
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(benchmarks.toList());
        assertThat(results.runs())
                .allSatisfy(run -> assertThat(run.getPrimaryResult().getScore()).isPositive());
    }

    /** That they are equal, the run has checked; streams are checked by hand in {@link TaskTest}. */
    @Test
    void every_side_answers_every_task_that_it_has() {
        for (Side side : Side.values()) {
            for (Task task : Task.values()) {
                assertThat(results.task(side, task, 1_000).isPresent())
                        .as(side + " " + task)
                        .isEqualTo(side.answers(task));
                assertThat(results.answers().lines())
                        .filteredOn(line -> line.side() == side && line.task() == task)
                        .hasSize(side.answers(task) ? 1 : 0);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "T1_TODAY, 660199ed2d070316",
        "T1_PAST, 40a617d53b48e458",
        "T1_MONTH_ENDS, 7ef491e4edec076a",
        "T2, fb2c82688f078c2e",
        "T3, e7147a173dcea5f7",
        "T4, df080c6128cfb012"
    })
    void answers_stay_what_they_are_on_every_machine_and_jdk(Task task, String checksum) {
        assertThat(results.answers().to(task, 1_000).orElseThrow().checksum()).isEqualTo(checksum);
    }

    @Test
    void whole_processes_give_the_answer_of_the_benchmarks() {
        Answers.Line answer = results.answers().to(Task.T1_TODAY, 1_000).orElseThrow();
        assertThat(results.processes()).hasSize(2).allSatisfy(process -> {
            assertThat(process.figures()).isEqualTo(answer.figures());
            assertThat(process.total()).isEqualTo(answer.total());
            assertThat(process.seconds()).isPositive();
        });
    }

    @Test
    void page_holds_every_task_target_and_statement_and_leaves_no_placeholder() {
        assertThat(page.replace(DuckDb.text().strip(), "")).doesNotContain("${");
        assertThat(page)
                .contains("BenchmarkTable --smoke\n", "smoke: 0 JVM", "| net 30 |", "-- @customer-dso\n")
                .contains("| T2 totals per currency × bucket, today | 1,000 |");
        assertThat(page.lines().filter(line -> line.matches("\\| T\\d .*\\| [0-9a-f]{16} \\|")))
                .hasSize(Task.values().length);
        assertThat(page.lines().filter(line -> line.matches(".*\\| (met|missed) \\|")))
                .isNotEmpty();
    }

    @Test
    void answers_that_differ_fail_and_name_the_question_and_the_sides() {
        assertThatThrownBy(() -> Answers.of(List.of(line(Side.ENGINE_2, Task.T2, "a"), line(Side.FLAT, Task.T2, "b"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("T2 of 1000 documents: ours, 2 threads gives 3 figures, sum 5, checksum a; "
                        + "DuckDB flat gives 3 figures, sum 5, checksum b");
        assertThat(Answers.of(List.of(line(Side.ENGINE_2, Task.T2, "a"), line(Side.FLAT, Task.T4, "b")))
                        .to(Task.T4, 1_000))
                .hasValue(line(Side.FLAT, Task.T4, "b"));
    }

    private static Answers.Line line(Side side, Task task, String checksum) {
        return new Answers.Line(1_000, task, side, 3, 5, checksum, 7, 9);
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
        assertThat(run("--seed", "many")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("\"--fulll\"", "\"--write\"", "\"--seed\"", "usage: BenchmarkTable");
    }
}
