package io.receivables.benchmarks;

import io.receivables.benchmarks.AgingBenchmark.Per;
import io.receivables.benchmarks.DsoBenchmark.At;
import io.receivables.benchmarks.DsoBenchmark.Method;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * Both sides of one benchmark under the same parameters.
 *
 * @param question what was asked
 * @param peers what asks it
 * @param rows the number of documents
 */
record Comparison(String question, Peers<?> peers, int rows, Side columns, Side streams) {
    private static final String ALLOCATION = "gc.alloc.rate.norm";

    /**
     * What was measured of one side.
     *
     * @param millis the median time of a call
     * @param bytes what a call allocated
     */
    record Side(double millis, double bytes) {
        static Side of(RunResult run) {
            Result<?> allocated = run.getSecondaryResults().get(ALLOCATION);
            if (allocated == null) {
                throw new IllegalStateException("JMH reports no " + ALLOCATION + " of "
                        + run.getParams().getBenchmark() + ": it needs a HotSpot JVM");
            }
            return new Side(run.getPrimaryResult().getStatistics().getPercentile(50), allocated.getScore());
        }
    }

    /** Pairs the results that differ in nothing but the side; in order of size, and then as they were run. */
    static List<Comparison> of(Collection<RunResult> runs) {
        Map<String, Map<String, RunResult>> pairs = new LinkedHashMap<>();
        for (RunResult run : runs) {
            String name = run.getParams().getBenchmark();
            int dot = name.lastIndexOf('.');
            String pair = name.substring(0, dot) + parameters(run.getParams());
            pairs.computeIfAbsent(pair, key -> new LinkedHashMap<>()).put(name.substring(dot + 1), run);
        }
        List<Comparison> comparisons = new ArrayList<>();
        pairs.forEach((pair, sides) -> {
            RunResult columns = sides.get("columns");
            RunResult streams = sides.get("streams");
            if (columns == null || streams == null) {
                throw new IllegalStateException(pair + " has no two sides to compare: " + sides.keySet());
            }
            comparisons.add(of(columns, streams));
        });
        comparisons.sort((a, b) -> Integer.compare(a.rows, b.rows));
        return comparisons;
    }

    private static Comparison of(RunResult columns, RunResult streams) {
        BenchmarkParams params = columns.getParams();
        int rows = Integer.parseInt(params.getParam("rows"));
        if (params.getBenchmark().startsWith(AgingBenchmark.class.getName())) {
            Per linePer = Per.valueOf(params.getParam("linePer"));
            LocalDate asOf = LocalDate.parse(params.getParam("asOf"));
            String question = "aging per " + words(linePer) + " and bucket, " + asOf;
            return new Comparison(question, AgingBenchmark.of(linePer, asOf), rows, Side.of(columns), Side.of(streams));
        }
        Method method = Method.valueOf(params.getParam("method"));
        At at = At.valueOf(params.getParam("at"));
        String question = words(method) + " DSO, " + words(at);
        return new Comparison(question, DsoBenchmark.of(method, at), rows, Side.of(columns), Side.of(streams));
    }

    private static Map<String, String> parameters(BenchmarkParams params) {
        Map<String, String> values = new LinkedHashMap<>();
        params.getParamsKeys().forEach(key -> values.put(key, params.getParam(key)));
        return values;
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How many times as long the streams take. */
    double ratio() {
        return streams.millis / columns.millis;
    }

    /**
     * The checksum of both sides' answers.
     *
     * @throws IllegalStateException if the answers differ
     */
    String checksum(ColumnLedger columnLedger, RecordLedger recordLedger) {
        Map<?, BigDecimal> ours = peers.columnsAnswer(columnLedger);
        Map<?, BigDecimal> theirs = peers.streamsAnswer(recordLedger);
        if (!ours.equals(theirs)) {
            throw new IllegalStateException(question + " of " + rows + " documents: columns answer "
                    + Peers.checksum(ours) + ", streams " + Peers.checksum(theirs));
        }
        return Peers.checksum(ours);
    }
}
