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

    private Peer peer;
    private long heapBytes;
    private @Nullable Object last;

    @Setup
    public void open() {
        Dataset data = Dataset.of(rows, seed, Path.of(folder));
        if (task == Answers.MEASURED) {
            Footprint<Peer> opened = Footprint.of(() -> side.open(data));
            peer = opened.value();
            heapBytes = opened.bytes();
        } else {
            peer = side.open(data);
        }
    }

    @Benchmark
    public Object answer() {
        Object computed = peer.compute(task);
        last = computed;
        return computed;
    }

    @TearDown
    public void check() {
        if (last != null) {
            Answer answer = peer.answer(task, last);
            Answers.record(
                    Path.of(folder),
                    new Answers.Line(rows, task, side, answer, peer.sizeInBytes(heapBytes), heapBytes));
        }
        peer.close();
    }
}
