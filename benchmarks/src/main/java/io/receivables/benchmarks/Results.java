package io.receivables.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * What was measured in a run.
 *
 * @param answers what the sides gave, the same for all of them
 */
record Results(Effort effort, long seed, List<RunResult> runs, List<CsvProcess> processes, Answers answers) {
    private static final String ALLOCATION = "gc.alloc.rate.norm";

    Results {
        runs = List.copyOf(runs);
        processes = List.copyOf(processes);
    }

    /**
     * Of one benchmark with one set of parameters.
     *
     * @param median the median of a call, in the benchmark's unit
     * @param bytes what a call allocated on the Java heap
     */
    record Measured(double median, double bytes) {
        private static Measured of(RunResult run) {
            Result<?> allocated = run.getSecondaryResults().get(ALLOCATION);
            return new Measured(
                    run.getPrimaryResult().getStatistics().getPercentile(50),
                    allocated == null ? 0 : allocated.getScore());
        }
    }

    /** What a task took on a side, in milliseconds; empty if the side was not asked. */
    Optional<Measured> task(Side side, Task task, int rows) {
        return of(TaskBenchmark.class, "answer", Map.of("side", side.name(), "task", task.name(), "rows", "" + rows));
    }

    /** How many times as long one side takes for a task as another. */
    Optional<Double> ratio(Side slower, Side faster, Task task, int rows) {
        return task(slower, task, rows)
                .flatMap(slow -> task(faster, task, rows).map(fast -> slow.median / fast.median));
    }

    Optional<Measured> build(int threads, int rows) {
        return of(BuildBenchmark.class, "build", Map.of("threads", "" + threads, "rows", "" + rows));
    }

    Optional<Measured> load(LoadBenchmark.Loader loader, int rows) {
        return of(LoadBenchmark.class, "load", Map.of("loader", loader.name(), "rows", "" + rows));
    }

    /** The nanoseconds that a fact takes in running totals. */
    Optional<Double> perFact(LiveBenchmark.Keeper keeper, int rows) {
        return of(LiveBenchmark.class, "apply", Map.of("keeper", keeper.name(), "rows", "" + rows))
                .map(all -> all.median * 1e6 / LiveBenchmark.facts(rows, seed));
    }

    Optional<CsvProcess> csv(Side side, int rows) {
        return processes.stream()
                .filter(process -> process.side() == side && process.rows() == rows)
                .findFirst();
    }

    /** Bytes a second that the threads read from memory. */
    Optional<Double> bandwidth(int threads) {
        return runs.stream()
                .filter(run -> isOf(run, BandwidthBenchmark.class, "sum", Map.of("threads", "" + threads)))
                .findFirst()
                .map(run -> {
                    double bytes = Double.parseDouble(run.getParams().getParam("mebibytes")) * (1 << 20);
                    return bytes / (Measured.of(run).median / 1_000);
                });
    }

    Optional<Measured> of(Class<?> benchmark, String method, Map<String, String> parameters) {
        return runs.stream()
                .filter(run -> isOf(run, benchmark, method, parameters))
                .findFirst()
                .map(Measured::of);
    }

    private static boolean isOf(RunResult run, Class<?> benchmark, String method, Map<String, String> parameters) {
        return run.getParams().getBenchmark().equals(benchmark.getName() + "." + method)
                && parameters.entrySet().stream()
                        .allMatch(each -> each.getValue().equals(run.getParams().getParam(each.getKey())));
    }
}
