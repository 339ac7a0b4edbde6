package io.receivables.benchmarks;

import io.receivables.benchmarks.DueDateBenchmark.Agreed;
import io.receivables.benchmarks.LiveBenchmark.Keeper;
import io.receivables.benchmarks.LoadBenchmark.Loader;
import io.receivables.benchmarks.Results.Measured;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Runs every benchmark, checks that all sides give the same answers, and prints what came out as a page of Markdown.
 *
 * <pre>{@code
 * mvn -q -pl benchmarks -am package -DskipTests
 * java -cp benchmarks/target/benchmarks.jar io.receivables.benchmarks.BenchmarkTable --full --write docs/benchmarks.md
 * }</pre>
 */
public final class BenchmarkTable {
    private static final String USAGE = """
            usage: BenchmarkTable [--quick | --million | --full] [--seed NUMBER] [--write FILE]
              --quick        100,000 documents, a JVM for each figure; some eight minutes (default)
              --million      100,000 and 1 million documents; some fifteen minutes
              --full         100,000, 1 million and 10 million documents, and 50 million of the library
                             alone; some 40 minutes on two processors, with 16 GiB of memory
              --seed NUMBER  of the synthetic ledger; 42 if not given
              --write FILE   also write the page there
            """;

    /** What the command line asks for. */
    private record Arguments(Effort effort, long seed, Optional<Path> file, boolean help) {
        static Arguments of(String[] args) {
            Arguments given = new Arguments(Effort.QUICK, 42, Optional.empty(), false);
            for (int i = 0; i < args.length; i++) {
                boolean hasValue = i + 1 < args.length;
                if (args[i].equals("--quick")) {
                    given = new Arguments(Effort.QUICK, given.seed, given.file, given.help);
                } else if (args[i].equals("--million")) {
                    given = new Arguments(Effort.MILLION, given.seed, given.file, given.help);
                } else if (args[i].equals("--full")) {
                    given = new Arguments(Effort.FULL, given.seed, given.file, given.help);
                } else if (args[i].equals("--help")) {
                    given = new Arguments(given.effort, given.seed, given.file, true);
                } else if (args[i].equals("--seed") && hasValue && args[i + 1].matches("-?\\d{1,18}")) {
                    given = new Arguments(given.effort, Long.parseLong(args[++i]), given.file, given.help);
                } else if (args[i].equals("--write") && hasValue) {
                    given = new Arguments(given.effort, given.seed, Optional.of(Path.of(args[++i])), given.help);
                } else {
                    throw new IllegalArgumentException("unknown or incomplete argument \"" + args[i] + "\"");
                }
            }
            return given;
        }
    }

    private final Results results;

    private BenchmarkTable(Results results) {
        this.results = results;
    }

    /** See {@code --help}. Exits with 2 when used wrongly, and with 1 when a benchmark throws or two sides differ. */
    public static void main(String[] args) {
        System.exit(run(args, System.out, System.err));
    }

    static int run(String[] args, PrintStream out, PrintStream err) {
        Arguments given;
        try {
            given = Arguments.of(args);
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.print(USAGE);
            return 2;
        }
        if (given.help) {
            out.print(USAGE);
            return 0;
        }
        try {
            String loadBefore = Machine.load();
            Results results = Run.of(given.effort, given.seed);
            String load = loadBefore + " before and " + Machine.load() + " after";
            String page = page(results, String.join(" ", args), load);
            out.println(page);
            if (given.file.isPresent()) {
                Files.writeString(given.file.get(), page);
            }
            return 0;
        } catch (RunnerException | IllegalStateException | IOException e) {
            err.println(e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    /** The page of a run. */
    static String page(Results results, String arguments, String load) throws IOException {
        BenchmarkTable table = new BenchmarkTable(results);
        return template()
                .replace("${arguments}", arguments)
                .replace("${machine}", Machine.line())
                .replace("${jdk}", Machine.jdk())
                .replace("${duckdb}", DuckDb.version())
                .replace("${t1Bytes}", Integer.toString(EnginePeer.T1_BYTES))
                .replace("${seed}", Long.toString(results.seed()))
                .replace("${effort}", results.effort().description())
                .replace("${load}", load)
                .replace("${targets}", table.targets())
                .replace("${times}", table.times())
                .replace("${ratios}", table.ratios())
                .replace("${alone}", table.alone())
                .replace("${bandwidth}", table.bandwidth())
                .replace("${allocation}", table.allocation())
                .replace("${sizes}", table.sizes())
                .replace("${builds}", table.builds())
                .replace("${facts}", table.facts())
                .replace("${loads}", table.loads())
                .replace("${dueDates}", table.dueDates())
                .replace("${sql}", DuckDb.text().strip());
    }

    private static String template() throws IOException {
        try (InputStream page = BenchmarkTable.class.getResourceAsStream("page.md")) {
            return new String(Objects.requireNonNull(page, "page.md").readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String targets() {
        return Target.of(results).stream().map(Target::row).collect(Collectors.joining("\n"));
    }

    /** A row for each size and task, a column for each side. */
    private String perTask(TaskRow row) {
        return results.effort().sizes().stream()
                .flatMap(rows -> EnumSet.allOf(Task.class).stream()
                        .map(task -> "| " + title(task) + " | " + String.format(Locale.ROOT, "%,d", rows) + " | "
                                + row.cells(task, rows) + " |"))
                .collect(Collectors.joining("\n"));
    }

    private interface TaskRow {
        String cells(Task task, int rows);
    }

    private static String title(Task task) {
        return task.code + " " + task.question;
    }

    private String times() {
        return perTask((task, rows) -> cells(
                        Set.of(Side.values()),
                        side -> results.task(side, task, rows).map(time -> Texts.time(time.median())))
                + " | "
                + results.answers().to(task, rows).map(Answers.Line::checksum).orElse("–"));
    }

    private String ratios() {
        return perTask((task, rows) -> cells(
                EnumSet.of(Side.FLAT, Side.JOIN, Side.STREAMS),
                side -> results.ratio(side, Side.ENGINE_2, task, rows).map(Texts::figure)));
    }

    private String allocation() {
        return perTask((task, rows) -> cells(
                EnumSet.of(Side.ENGINE_1, Side.ENGINE_2, Side.STREAMS),
                side -> results.task(side, task, rows).map(time -> Texts.size(time.bytes()))));
    }

    private interface SideCell {
        Optional<String> of(Side side);
    }

    private static String cells(Set<Side> sides, SideCell cell) {
        return EnumSet.copyOf(sides).stream()
                .map(side -> cell.of(side).orElse("–"))
                .collect(Collectors.joining(" | "));
    }

    private String alone() {
        int rows = results.effort().alone();
        return results.task(Side.ENGINE_2, Task.T1_TODAY, rows)
                .map(time -> String.format(
                        Locale.ROOT,
                        "Of %,d documents, T1 today takes %s with 2 threads; the ledger takes %s per document.",
                        rows,
                        Texts.time(time.median()),
                        bytesPerDocument(Side.ENGINE_2, rows)))
                .orElse("This run asked for no larger ledger.");
    }

    private String bytesPerDocument(Side side, int rows) {
        return results.answers()
                .of(side, rows)
                .map(line -> Texts.figure((double) line.sizeInBytes() / rows) + " bytes")
                .orElse("–");
    }

    private String bandwidth() {
        return Set.of(1, 2).stream()
                .sorted()
                .map(threads -> "| " + threads + " | "
                        + results.bandwidth(threads)
                                .map(bytes -> Texts.figure(bytes / 1e9))
                                .orElse("–") + " |")
                .collect(Collectors.joining("\n"));
    }

    private String sizes() {
        return results.effort().sizes().stream()
                .map(rows -> String.format(Locale.ROOT, "| %,d | ", rows)
                        + cells(
                                EnumSet.of(Side.ENGINE_2, Side.FLAT, Side.JOIN, Side.STREAMS),
                                side -> Optional.of(bytesPerDocument(side, rows)))
                        + " | "
                        + results.answers()
                                .of(Side.ENGINE_2, rows)
                                .map(line -> Texts.figure((double) line.heapBytes() / rows) + " bytes")
                                .orElse("–")
                        + " |")
                .collect(Collectors.joining("\n"));
    }

    private String builds() {
        return results.effort().sizes().stream()
                .map(rows -> String.format(Locale.ROOT, "| %,d | %s | %s |", rows, build(1, rows), build(2, rows)))
                .collect(Collectors.joining("\n"));
    }

    private String build(int threads, int rows) {
        return results.build(threads, rows)
                .map(build -> Texts.time(build.median()) + ", " + Texts.figure(rows / build.median() / 1_000) + " M/s")
                .orElse("–");
    }

    private String facts() {
        return results.effort().sizes().stream()
                .filter(rows -> results.perFact(Keeper.ENGINE, rows).isPresent())
                .map(rows -> String.format(Locale.ROOT, "| %,d | ", rows)
                        + EnumSet.allOf(Keeper.class).stream()
                                .map(keeper -> results.perFact(keeper, rows)
                                        .map(nanos -> Texts.time(nanos / 1e6))
                                        .orElse("–"))
                                .collect(Collectors.joining(" | "))
                        + " |")
                .collect(Collectors.joining("\n"));
    }

    private String loads() {
        return results.effort().sizes().stream()
                .map(rows -> String.format(
                        Locale.ROOT,
                        "| %,d | %s | %s | %s | %s |",
                        rows,
                        load(Loader.ENGINE, rows),
                        load(Loader.DUCKDB, rows),
                        process(Side.ENGINE_2, rows),
                        process(Side.JOIN, rows)))
                .collect(Collectors.joining("\n"));
    }

    private String load(Loader loader, int rows) {
        return results.load(loader, rows).map(load -> Texts.time(load.median())).orElse("–");
    }

    private String process(Side side, int rows) {
        return results.csv(side, rows)
                .map(process -> Texts.figure(process.seconds()) + " s, " + process.mebibytes() + " MiB")
                .orElse("–");
    }

    private String dueDates() {
        return EnumSet.allOf(Agreed.class).stream().map(this::dueDates).collect(Collectors.joining("\n"));
    }

    private String dueDates(Agreed agreed) {
        DueDateBenchmark benchmark = DueDateBenchmark.of(agreed);
        long sum = benchmark.terms();
        if (sum != benchmark.byHand()) {
            throw new IllegalStateException(agreed + ": terms come to " + sum + ", by hand to " + benchmark.byHand());
        }
        double terms = dueDate(agreed, "terms");
        double byHand = dueDate(agreed, "byHand");
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %d |",
                agreed.terms,
                Texts.time(terms),
                Texts.time(byHand),
                Texts.figure(terms / byHand),
                sum);
    }

    private double dueDate(Agreed agreed, String side) {
        return results.of(DueDateBenchmark.class, side, Map.of("agreed", agreed.name()))
                .map(Measured::median)
                .orElseThrow(() -> new IllegalStateException("no run of " + agreed + " " + side));
    }
}
