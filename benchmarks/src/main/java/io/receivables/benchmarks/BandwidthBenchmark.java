package io.receivables.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** How fast Java reads memory: the sum of an array of {@code long} that is larger than any cache, each thread its part. */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@SuppressWarnings("NullAway.Init") // JMH fills it
public class BandwidthBenchmark {
    @Param({"1", "2"})
    public int threads;

    /** The size of the array. */
    @Param("512")
    public int mebibytes;

    private long[] numbers;

    @Setup
    public void fill() {
        numbers = new long[mebibytes << 17];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i;
        }
    }

    @Benchmark
    public List<Long> sum() {
        int each = numbers.length / threads;
        return TwoThreads.workers(threads).all(threads, part -> sum(part * each, (part + 1) * each));
    }

    private long sum(int from, int to) {
        long[] values = numbers;
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum;
    }
}
