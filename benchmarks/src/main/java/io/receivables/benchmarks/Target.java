package io.receivables.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that the library is to reach, and whether it did.
 *
 * @param goal what is compared with what
 * @param atLeast whether more is better
 * @param wanted the ratio or figure to reach
 * @param reached the one measured; empty if the run did not measure it
 * @param unit after the figures
 */
record Target(String goal, boolean atLeast, double wanted, Optional<Double> reached, String unit) {
    private static final String TIMES = "x";

    /** All of them, at the largest size that all sides were asked at. */
    static List<Target> of(Results results) {
        int rows = results.effort().largest();
        int smallest = results.effort().sizes().get(0);
        return List.of(
                faster("T1 today, flat / ours", 20, results.ratio(Side.FLAT, Side.ENGINE_2, Task.T1_TODAY, rows)),
                faster("T1 today, join / ours", 60, results.ratio(Side.JOIN, Side.ENGINE_2, Task.T1_TODAY, rows)),
                faster(
                        "T1 today, streams / ours",
                        250,
                        results.ratio(Side.STREAMS, Side.ENGINE_2, Task.T1_TODAY, rows)),
                atMost("T1 today, ours / streaming its columns", 3, TIMES, overStreamingLimit(results, rows)),
                faster("T2 scan, flat / ours", 12, results.ratio(Side.FLAT, Side.ENGINE_2, Task.T2, rows)),
                atMost("T2 from the cube", 1, " µs", micros(results, Task.T2, rows)),
                atMost("T3 from daily totals", 10, " µs", micros(results, Task.T3, rows)),
                faster("T3 in one pass, flat / ours", 5, results.ratio(Side.FLAT, Side.ENGINE_2, Task.T3, rows)),
                faster("T3 in one pass, join / ours", 36, results.ratio(Side.JOIN, Side.ENGINE_2, Task.T3, rows)),
                faster("T4, flat / ours", 35, results.ratio(Side.FLAT, Side.ENGINE_2, Task.T4, rows)),
                faster("T4, join / ours", 140, results.ratio(Side.JOIN, Side.ENGINE_2, Task.T4, rows)),
                faster(
                        "T1 at 36 month-ends, flat / ours",
                        50,
                        results.ratio(Side.FLAT, Side.ENGINE_2, Task.T1_MONTH_ENDS, rows)),
                factsPerSecond(results, "T5 through ids", LiveBenchmark.Keeper.ENGINE, 5),
                factsPerSecond(
                        results,
                        "T5 with totals and three DSOs read after each",
                        LiveBenchmark.Keeper.ENGINE_READ,
                        2.5),
                atMost(
                        "bytes per document with its settlements",
                        32,
                        " bytes",
                        results.answers().of(Side.ENGINE_2, rows).map(line -> (double) line.sizeInBytes() / rows)),
                atMost(
                        String.format(Locale.ROOT, "T1 per document, at %,d / at %,d: linear cost", rows, smallest),
                        1.5,
                        TIMES,
                        perDocument(results, rows)
                                .flatMap(most -> perDocument(results, smallest).map(least -> most / least))),
                new Target(
                        "build from arrays",
                        true,
                        5,
                        results.build(2, rows).map(build -> rows / build.median() / 1_000),
                        " million documents a second"),
                atMost(
                        "load CSV, ours / DuckDB",
                        1,
                        TIMES,
                        results.load(LoadBenchmark.Loader.ENGINE, rows)
                                .flatMap(ours -> results.load(LoadBenchmark.Loader.DUCKDB, rows)
                                        .map(theirs -> ours.median() / theirs.median()))),
                faster(
                        "CSV to T1 as a whole process, DuckDB / ours",
                        2,
                        results.csv(Side.ENGINE_2, rows)
                                .flatMap(ours -> results.csv(Side.JOIN, rows)
                                        .map(theirs -> theirs.seconds() / ours.seconds()))));
    }

    private static Optional<Double> micros(Results results, Task task, int rows) {
        return results.task(Side.PREPARED, task, rows).map(time -> time.median() * 1_000);
    }

    private static Target factsPerSecond(Results results, String goal, LiveBenchmark.Keeper keeper, double wanted) {
        Optional<Double> nanos = results.effort().sizes().stream()
                .map(rows -> results.perFact(keeper, rows))
                .flatMap(Optional::stream)
                .reduce((smaller, larger) -> larger);
        return new Target(goal, true, wanted, nanos.map(each -> 1_000 / each), " million facts a second");
    }

    private static Target faster(String goal, double wanted, Optional<Double> reached) {
        return new Target(goal, true, wanted, reached, TIMES);
    }

    private static Target atMost(String goal, double wanted, String unit, Optional<Double> reached) {
        return new Target(goal, false, wanted, reached, unit);
    }

    /** How many times as long T1 takes as two threads need to read the bytes that it needs. */
    static Optional<Double> overStreamingLimit(Results results, int rows) {
        return results.task(Side.ENGINE_2, Task.T1_TODAY, rows)
                .flatMap(t1 -> results.bandwidth(2)
                        .map(bytes -> t1.median() / 1_000 / ((double) rows * EnginePeer.T1_BYTES / bytes)));
    }

    private static Optional<Double> perDocument(Results results, int rows) {
        return results.task(Side.ENGINE_2, Task.T1_TODAY, rows).map(t1 -> t1.median() / rows);
    }

    boolean met() {
        return reached.filter(figure -> atLeast ? figure >= wanted : figure <= wanted)
                .isPresent();
    }

    /** As a row of a Markdown table. */
    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %s %s%s | %s | %s |",
                goal,
                atLeast ? "≥" : "≤",
                Texts.figure(wanted),
                unit,
                reached.map(figure -> Texts.figure(figure) + unit).orElse("not measured"),
                reached.isEmpty() ? "–" : met() ? "met" : "missed");
    }
}
