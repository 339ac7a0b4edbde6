package io.receivables.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * How much is run.
 *
 * @param name as on the command line
 * @param rows the sizes of ledgers, in documents
 * @param forks the number of JVMs for each benchmark; 0 runs in the calling one
 * @param warmups the number of iterations before the measured ones
 * @param iterations the number of measured iterations
 * @param millis the time of an iteration; at least one call is made in it
 */
record Effort(String name, List<Integer> rows, int forks, int warmups, int iterations, int millis) {
    /** Everything: some ten minutes. */
    static final Effort FULL = new Effort("full", List.of(100_000, 1_000_000), 1, 5, 5, 1_000);

    /** The smaller size, for a first impression: two minutes. */
    static final Effort QUICK = new Effort("quick", List.of(100_000), 1, 4, 3, 1_000);

    /** Every benchmark is called, and that is all. */
    static final Effort SMOKE = new Effort("smoke", List.of(1_000), 0, 0, 1, 1);

    /** What JMH is to run: every benchmark, with its allocations, failing if one throws. */
    ChainedOptionsBuilder jmh() {
        return new OptionsBuilder()
                .include(Effort.class.getPackageName())
                .param("rows", rows.stream().map(String::valueOf).toArray(String[]::new))
                .forks(forks)
                .warmupIterations(warmups)
                .warmupTime(new TimeValue(millis, TimeUnit.MILLISECONDS))
                .measurementIterations(iterations)
                .measurementTime(new TimeValue(millis, TimeUnit.MILLISECONDS))
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(forks == 0 ? VerboseMode.SILENT : VerboseMode.NORMAL);
    }

    /** In one line. */
    String description() {
        return name + ": " + forks + " forks, " + warmups + " warm-up and " + iterations + " measured iterations of "
                + millis + " ms each";
    }
}
