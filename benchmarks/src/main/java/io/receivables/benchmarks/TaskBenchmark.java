package io.receivables.benchmarks;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One task on one side. Its last answer is added up into a checksum after the measurement and written into the run's folder. */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@SuppressWarnings("NullAway.Init") // JMH fills it
public class TaskBenchmark {
    @Param
    public Side side;

    @Param
    public Task task;

    @Param("100000")
    public int rows;

    @Param("42")
    public long seed;

    /** Where the run's files are. */
    @Param(".")
    public String folder;

    private Footprint<Peer> peer;
    private @Nullable Object last;

    @Setup
    public void open() {
        Dataset data = Dataset.of(rows, seed, Path.of(folder));
        peer = Footprint.of(() -> side.open(data));
    }

    @Benchmark
    public Object answer() {
        Object computed = peer.value().compute(task);
        last = computed;
        return computed;
    }

    @TearDown
    public void check() {
        Peer opened = peer.value();
        if (last != null) {
            Answer answer = opened.answer(task, last);
            Answers.record(
                    Path.of(folder), new Answers.Line(rows, task, side, answer, opened.sizeInBytes(peer.bytes()), peer.bytes()));
        }
        opened.close();
    }
}
