package io.receivables.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * How much is run.
 *
 * @param name as on the command line
 * @param sizes the sizes of ledgers that all sides answer from, in documents
 * @param alone the size that only the library is asked at, or 0
 * @param forks the number of JVMs for each benchmark; 0 runs in the calling one
 * @param millis the time of an iteration; at least one call is made in it
 */
record Effort(String name, List<Integer> sizes, int alone, int forks, int millis) {
    /** Everything: some 40 minutes. */
    static final Effort FULL = new Effort("full", List.of(100_000, 1_000_000, 10_000_000), 50_000_000, 1, 800);

    /** Up to a million documents: some fifteen minutes. */
    static final Effort MILLION = new Effort("million", List.of(100_000, 1_000_000), 0, 1, 800);

    /** The smallest size, for a first impression: some eight minutes. */
    static final Effort QUICK = new Effort("quick", List.of(100_000), 0, 1, 800);

    /** Every benchmark is called once, and that is all. */
    static final Effort SMOKE = new Effort("smoke", List.of(1_000), 0, 0, 1);

    private static final int WARMUPS = 5;
    private static final int ITERATIONS = 5;
    private static final double SLOW_SECONDS = 0.2;
    private static final double SHOTS_SECONDS = 20;
    private static final int MOST_SHOTS = 8;

    /** The largest size that all sides answer from. */
    int largest() {
        return sizes.get(sizes.size() - 1);
    }

    /**
     * What JMH is to run, failing if it throws.
     *
     * @param benchmark the class
     * @param seconds roughly how long a call takes: slow ones are called a few times, each of them timed; of others many
     *     calls are sampled
     * @param heapGibibytes the size of the heap
     */
    ChainedOptionsBuilder jmh(Class<?> benchmark, double seconds, int heapGibibytes) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("\\b" + benchmark.getSimpleName() + "\\.")
                .forks(forks)
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(forks == 0 ? VerboseMode.SILENT : VerboseMode.NORMAL)
                .jvmArgs(jvmArguments(heapGibibytes));
        if (forks == 0 || seconds > SLOW_SECONDS) {
            int shots = forks == 0 ? 1 : (int) Math.max(1, Math.min(MOST_SHOTS, SHOTS_SECONDS / seconds));
            return options.mode(Mode.SingleShotTime).warmupIterations(shots / 2).measurementIterations(shots);
        }
        TimeValue time = new TimeValue(millis, TimeUnit.MILLISECONDS);
        return options.mode(Mode.SampleTime)
                .warmupIterations(WARMUPS)
                .warmupTime(time)
                .measurementIterations(ITERATIONS)
                .measurementTime(time);
    }

    /** For a JVM with a heap of that size, in which DuckDB may load its library. */
    static String[] jvmArguments(int heapGibibytes) {
        String heap = "-Xmx" + heapGibibytes + "g";
        return Runtime.version().feature() < 22
                ? new String[] {heap}
                : new String[] {heap, "--enable-native-access=ALL-UNNAMED"};
    }

    /** In one line. */
    String description() {
        return name + ": " + forks + " JVM for each figure, after " + WARMUPS + " warm-up iterations of " + millis
                + " ms; medians of all calls in " + ITERATIONS + " such iterations, or of 1 to " + MOST_SHOTS
                + " calls where one takes more than " + SLOW_SECONDS + " s";
    }
}
