package io.receivables.benchmarks;

import io.receivables.benchmarks.LiveBenchmark.Keeper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;

/** Runs all benchmarks of an effort, one after the other, and collects what they measure. */
final class Run {
    private static final int CSV_TIMES = 3;

    /** Facts of larger ledgers are objects that take more time to make than to apply. */
    private static final int LARGEST_LIVE = 1_000_000;

    private final Effort effort;
    private final long seed;
    private final Path folder;
    private final List<RunResult> results = new ArrayList<>();
    private final List<CsvProcess> processes = new ArrayList<>();

    private Run(Effort effort, long seed, Path folder) {
        this.effort = effort;
        this.seed = seed;
        this.folder = folder;
    }

    /**
     * Runs everything, in a temporary folder that is deleted afterwards.
     *
     * @throws IllegalStateException if two sides give different answers
     */
    static Results of(Effort effort, long seed) throws RunnerException, IOException, InterruptedException {
        Path folder = Files.createTempDirectory("receivables-benchmarks");
        try {
            Run run = new Run(effort, seed, folder);
            run.all();
            return new Results(effort, seed, run.results, run.processes, Answers.of(folder));
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void all() throws RunnerException, IOException, InterruptedException {
        add(effort.jmh(BandwidthBenchmark.class, 0.02, 2).param("mebibytes", effort.forks() == 0 ? "8" : "512"));
        for (int rows : effort.sizes()) {
            ofSize(rows);
        }
        if (effort.alone() > 0) {
            add(task(Side.ENGINE_2, Task.T1_TODAY, effort.alone()));
        }
        add(effort.jmh(DueDateBenchmark.class, 0, 1));
    }

    private void ofSize(int rows) throws RunnerException, IOException, InterruptedException {
        Dataset data = Dataset.of(rows, seed, folder);
        data.prepare();
        for (Side side : Side.values()) {
            for (Task task : Task.values()) {
                if (side.answers(task)) {
                    add(task(side, task, rows));
                }
            }
        }
        if (rows <= LARGEST_LIVE) {
            for (Keeper keeper : Keeper.values()) {
                double seconds = keeper == Keeper.DUCKDB ? 8 : 4;
                add(sized(effort.jmh(LiveBenchmark.class, seconds, 6), rows).param("keeper", keeper.name()));
            }
        }
        add(sized(effort.jmh(BuildBenchmark.class, 2e-7 * rows, heap(rows)), rows));
        add(sized(effort.jmh(LoadBenchmark.class, 1e-6 * rows, heap(rows)), rows));
        for (Side side : List.of(Side.ENGINE_2, Side.JOIN)) {
            processes.add(CsvProcess.of(side, data, CSV_TIMES, Arrays.asList(Effort.jvmArguments(heap(rows)))));
        }
        Files.delete(data.database());
    }

    private ChainedOptionsBuilder task(Side side, Task task, int rows) {
        int heap = side == Side.STREAMS ? 2 + rows / 900_000 : heap(rows);
        return sized(effort.jmh(TaskBenchmark.class, side.expectedSeconds(task, rows), heap), rows)
                .param("side", side.name())
                .param("task", task.name());
    }

    private ChainedOptionsBuilder sized(ChainedOptionsBuilder options, int rows) {
        return options.param("rows", Integer.toString(rows))
                .param("seed", Long.toString(seed))
                .param("folder", folder.toString());
    }

    private static int heap(int rows) {
        return 2 + rows / 4_000_000;
    }

    private void add(ChainedOptionsBuilder options) throws RunnerException {
        results.addAll(new Runner(options.build()).run());
    }
}
