package io.receivables.benchmarks;

import io.receivables.benchmarks.DueDateBenchmark.Agreed;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Runs every benchmark, checks that both sides of each give the same answers, and prints what came out as a page of
 * Markdown.
 *
 * <pre>{@code
 * mvn -q -pl benchmarks -am package -DskipTests
 * java -cp benchmarks/target/benchmarks.jar io.receivables.benchmarks.BenchmarkTable --full --write docs/benchmarks.md
 * }</pre>
 */
public final class BenchmarkTable {
    private static final String USAGE = """
            usage: BenchmarkTable [--quick | --full] [--write FILE]
              --quick       100,000 documents, one JVM each; two minutes (default)
              --full        100,000 and 1,000,000 documents, a JVM each; some ten minutes
              --write FILE  also write the page there
            """;

    private final Effort effort;
    private final StringBuilder times = new StringBuilder();
    private final StringBuilder sizes = new StringBuilder();
    private final StringBuilder dueDates = new StringBuilder();

    private BenchmarkTable(Effort effort) {
        this.effort = effort;
    }

    /** See {@code --help}. Exits with 2 when used wrongly, and with 1 when a benchmark throws or two sides differ. */
    public static void main(String[] args) {
        System.exit(run(args, System.out, System.err));
    }

    static int run(String[] args, PrintStream out, PrintStream err) {
        Effort effort = Effort.QUICK;
        Path file = Path.of("");
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--quick" -> effort = Effort.QUICK;
                case "--full" -> effort = Effort.FULL;
                case "--help" -> {
                    out.print(USAGE);
                    return 0;
                }
                default -> {
                    if (!args[i].equals("--write") || i + 1 == args.length) {
                        err.println("unknown or incomplete argument \"" + args[i] + "\"");
                        err.print(USAGE);
                        return 2;
                    }
                    file = Path.of(args[++i]);
                }
            }
        }
        try {
            String page = page(effort, String.join(" ", args));
            out.println(page);
            if (!file.toString().isEmpty()) {
                Files.writeString(file, page);
            }
            return 0;
        } catch (RunnerException | IllegalStateException | IOException e) {
            err.println(e.getMessage());
            return 1;
        }
    }

    private static String page(Effort effort, String arguments) throws RunnerException, IOException {
        String loadBefore = Machine.load();
        Collection<RunResult> runs = new Runner(effort.jmh().build()).run();
        return page(effort, arguments, loadBefore + " before and " + Machine.load() + " after", runs);
    }

    /**
     * The page of a run.
     *
     * @throws IllegalStateException if both sides of a benchmark give different answers
     */
    static String page(Effort effort, String arguments, String load, Collection<RunResult> runs) throws IOException {
        BenchmarkTable table = new BenchmarkTable(effort);
        table.addDueDates(runs.stream().filter(BenchmarkTable::isDueDates).toList());
        table.fill(Comparison.of(runs.stream().filter(run -> !isDueDates(run)).toList()));
        return template()
                .replace("${arguments}", arguments)
                .replace("${machine}", Machine.line())
                .replace("${jdk}", Machine.jdk())
                .replace("${effort}", effort.description())
                .replace("${load}", load)
                .replace("${times}", table.times.toString().stripTrailing())
                .replace("${dueDates}", table.dueDates.toString().stripTrailing())
                .replace("${sizes}", table.sizes.toString().stripTrailing());
    }

    private static String template() throws IOException {
        try (InputStream page = BenchmarkTable.class.getResourceAsStream("page.md")) {
            return new String(Objects.requireNonNull(page, "page.md").readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static boolean isDueDates(RunResult run) {
        return run.getParams().getBenchmark().startsWith(DueDateBenchmark.class.getName());
    }

    private void addDueDates(List<RunResult> runs) {
        for (Agreed agreed : Agreed.values()) {
            DueDateBenchmark benchmark = DueDateBenchmark.of(agreed);
            long sum = benchmark.terms();
            if (sum != benchmark.byHand()) {
                throw new IllegalStateException(
                        agreed + ": terms come to " + sum + ", by hand to " + benchmark.byHand());
            }
            double terms = perSecond(runs, agreed, "terms");
            double byHand = perSecond(runs, agreed, "byHand");
            dueDates.append(String.format(
                    Locale.ROOT,
                    "| %s | %.1f | %.1f | %.2f | %d |%n",
                    agreed.terms,
                    terms / 1_000_000,
                    byHand / 1_000_000,
                    terms / byHand,
                    sum));
        }
    }

    /** The median of the iterations. */
    private static double perSecond(List<RunResult> runs, Agreed agreed, String side) {
        return runs.stream()
                .filter(run -> run.getParams().getBenchmark().endsWith("." + side))
                .filter(run -> run.getParams().getParam("agreed").equals(agreed.name()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no run of " + agreed + " " + side))
                .getPrimaryResult()
                .getStatistics()
                .getPercentile(50);
    }

    private void fill(List<Comparison> comparisons) {
        for (int rows : effort.rows()) {
            Footprint<ColumnLedger> columns = Footprint.of(() -> ColumnLedger.of(rows));
            Footprint<RecordLedger> records = Footprint.of(() -> RecordLedger.of(rows));
            comparisons.stream()
                    .filter(comparison -> comparison.rows() == rows)
                    .forEach(comparison -> addTimes(comparison, comparison.checksum(columns.value(), records.value())));
            addSizes(rows, columns, records);
        }
    }

    private void addTimes(Comparison comparison, String checksum) {
        times.append(String.format(
                Locale.ROOT,
                "| %s | %,d | %s | %s | %.0f | %s | %s | %s |%n",
                comparison.question(),
                comparison.rows(),
                millis(comparison.columns().millis()),
                millis(comparison.streams().millis()),
                comparison.ratio(),
                mebibytes(comparison.columns().bytes()),
                mebibytes(comparison.streams().bytes()),
                checksum));
    }

    private void addSizes(int rows, Footprint<ColumnLedger> columns, Footprint<RecordLedger> records) {
        var numbers = columns.value().ledger.columns();
        sizes.append(String.format(
                Locale.ROOT,
                "| %,d | %.2f | %.1f | %.1f | %.1f | %.1f |%n",
                rows,
                (double) numbers.settlements() / rows,
                (double) numbers.sizeInBytes() / rows,
                (double) numbers.idSizeInBytes() / rows,
                (double) columns.bytes() / rows,
                (double) records.bytes() / rows));
    }

    private static String millis(double millis) {
        return String.format(Locale.ROOT, millis < 10 ? "%.2f" : millis < 100 ? "%.1f" : "%,.0f", millis);
    }

    private static String mebibytes(double bytes) {
        double mebibytes = bytes / (1 << 20);
        return String.format(Locale.ROOT, mebibytes < 10 ? "%.2f" : "%,.0f", mebibytes);
    }
}
