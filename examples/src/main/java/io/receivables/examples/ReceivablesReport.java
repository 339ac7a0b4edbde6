package io.receivables.examples;

import io.receivables.dashboard.Dashboard;
import io.receivables.examples.report.Arguments;
import io.receivables.examples.report.AutoMapping;
import io.receivables.examples.report.Figures;
import io.receivables.examples.report.JsonReport;
import io.receivables.examples.report.Source;
import io.receivables.examples.report.Style;
import io.receivables.examples.report.TerminalReport;
import io.receivables.examples.report.Texts;
import io.receivables.examples.report.UsageException;
import io.receivables.examples.sample.SampleLedger;
import io.receivables.files.CsvException;
import io.receivables.files.CsvLedgerReader;
import io.receivables.files.CsvMapping;
import java.io.BufferedOutputStream;
import java.io.Console;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The aged balance and DSO of a company's own invoice export, on the terminal, as JSON and as a page for the browser.
 *
 * <pre>{@code
 * mvn -q -pl examples -am compile exec:java
 * mvn -q -pl examples -am compile exec:java -Dexec.args="--invoices invoices.csv --as-of 2026-06-30 --json report.json"
 * }</pre>
 *
 * Without {@code --invoices} it shows the {@link SampleLedger}, and writes its page to {@code target/receivables.html}. Exit
 * code 0 when a report was made, 1 when a file cannot be read or written at all or leaves a question open, 2 for wrong
 * usage; the last two with one line on the error output.
 */
public final class ReceivablesReport {
    private static final int PROGRESS_STEP = 50_000;

    /** Where the sample's page goes; below the working directory. */
    private static final Path SAMPLE_FOLDER = Path.of("target");

    private static final Path SAMPLE_PAGE = SAMPLE_FOLDER.resolve("receivables.html");

    private final Texts texts;
    private final PrintStream out;
    private final PrintStream err;
    private int rowsTold;

    private ReceivablesReport(Texts texts, PrintStream out, PrintStream err) {
        this.texts = texts;
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) {
        int exit = run(
                args,
                isTerminal() ? Style.COLOUR : Style.PLAIN,
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8));
        // the JVM may be Maven's: it is ended only to report a failure
        if (exit != 0) {
            System.exit(exit);
        }
    }

    /** Makes the report and gives the exit code. */
    static int run(String[] args, Style style, PrintStream out, PrintStream err) {
        Arguments arguments;
        try {
            arguments = Arguments.parse(args);
        } catch (UsageException e) {
            err.println(e.getMessage());
            return 2;
        }
        if (arguments.help()) {
            out.println(arguments.texts().text("help"));
            return 0;
        }
        return new ReceivablesReport(arguments.texts(), out, err).report(arguments, style);
    }

    private int report(Arguments arguments, Style style) {
        Source source;
        try {
            source = arguments.invoices().isPresent() ? read(arguments) : Source.of(SampleLedger.load());
        } catch (FailedException e) {
            err.println(e.getMessage());
            return 1;
        } catch (UsageException e) {
            err.println(e.getMessage());
            return 2;
        }
        Figures figures = Figures.of(source, arguments.asOf().orElse(SampleLedger.AS_OF));
        TerminalReport.print(figures, title(arguments), texts, style, out);
        int exit = arguments
                .json()
                .map(file -> write(file, out -> JsonReport.write(figures, texts, out)))
                .orElse(0);
        return exit == 0 ? page(arguments, source, figures.asOf()) : exit;
    }

    /** The page that was asked for; of the sample without being asked, because that is what one wants to look at. */
    private int page(Arguments arguments, Source source, LocalDate asOf) {
        Optional<Path> asked = arguments.html();
        if (asked.isEmpty() && arguments.invoices().isPresent()) {
            return 0;
        }
        Path file = asked.orElse(SAMPLE_PAGE);
        Dashboard dashboard = Dashboard.of(source.ledger(), asOf)
                .titled(title(arguments))
                .inLanguage(texts.locale())
                .withProblems(source.problems());
        int exit = write(file, dashboard::write);
        if (exit == 0) {
            out.println(texts.text("page", file.toString().replaceAll("\\p{Cntrl}", "?")));
        }
        return exit;
    }

    private String title(Arguments arguments) {
        return arguments
                .invoices()
                .map(file -> name(file)
                        + arguments
                                .payments()
                                .map(payments -> " + " + name(payments))
                                .orElse(""))
                .orElseGet(() -> texts.text("sample.title"));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName()).replaceAll("\\p{Cntrl}", "?");
    }

    // ---- files

    /** Nothing can be shown; the message is one line. */
    private static final class FailedException extends Exception {
        private static final long serialVersionUID = 1L;

        FailedException(String message) {
            super(message.replaceAll("\\p{Cntrl}", " "));
        }
    }

    private Source read(Arguments arguments) throws FailedException, UsageException {
        for (Optional<Path> file : List.of(arguments.mapping(), arguments.invoices(), arguments.payments())) {
            if (file.isPresent()) {
                checkReadable(file.get());
            }
        }
        try {
            CsvLedgerReader reader = CsvLedgerReader.with(mapping(arguments)).onProgress(this::tellProgress);
            arguments.rejected().ifPresent(folder -> reader.rejectedRows(folder, texts.locale()));
            arguments.currency().ifPresent(reader::defaultCurrency);
            arguments.invoices().ifPresent(reader::invoices);
            arguments.payments().ifPresent(reader::payments);
            return Source.of(reader.load());
        } catch (CsvException e) {
            throw new FailedException(
                    e.problem().code().id() + ": " + e.problem().message(texts.locale()));
        } catch (UncheckedIOException e) {
            throw new FailedException(String.valueOf(e.getMessage()));
        }
    }

    private CsvMapping mapping(Arguments arguments) throws FailedException, UsageException {
        if (!arguments.autoMapping()) {
            return arguments.mapping().map(CsvMapping::read).orElseGet(CsvMapping::canonical);
        }
        AutoMapping made = AutoMapping.of(arguments);
        made.print(out);
        Optional<String> open = made.openQuestion();
        if (open.isPresent()) {
            throw new FailedException(open.get());
        }
        arguments.savedMapping().ifPresent(made.mapping()::write);
        return made.mapping();
    }

    /** Opened and closed again, so that the reason is said in the user's language. */
    private void checkReadable(Path file) throws FailedException {
        if (Files.isDirectory(file)) {
            throw new FailedException(texts.text("problem.read", file, texts.text("reason.directory")));
        }
        try {
            Files.newInputStream(file).close();
        } catch (IOException e) {
            throw new FailedException(texts.text("problem.read", file, reason(e)));
        }
    }

    private String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return texts.text("reason.missing");
        }
        return e instanceof AccessDeniedException
                ? texts.text("reason.denied")
                : e.getClass().getSimpleName() + " " + e.getMessage();
    }

    private void tellProgress(String file, int rows) {
        // told once more at the end of the file
        if (rows > 0 && rows % PROGRESS_STEP == 0 && rows != rowsTold) {
            err.println(texts.text("progress", file, texts.number(rows)));
        }
        rowsTold = rows;
    }

    /** What writes a file's content. */
    private interface Content {
        void write(OutputStream out) throws IOException;
    }

    private int write(Path file, Content content) {
        try (OutputStream bytes = new BufferedOutputStream(open(file))) {
            content.write(bytes);
            return 0;
        } catch (IOException e) {
            return notWritten(file, e);
        } catch (UncheckedIOException e) {
            return notWritten(file, Objects.requireNonNull(e.getCause()));
        }
    }

    /** The folder of the sample's page may not exist yet. */
    private static OutputStream open(Path file) throws IOException {
        if (file.equals(SAMPLE_PAGE)) {
            Files.createDirectories(SAMPLE_FOLDER);
        }
        return Files.newOutputStream(file);
    }

    private int notWritten(Path file, IOException e) {
        err.println(new FailedException(texts.text("problem.write", file, reason(e))).getMessage());
        return 1;
    }

    // ---- the terminal

    /** Whether colours would be seen as such; the convention of NO_COLOR is respected. */
    @SuppressWarnings("SystemConsoleNull") // what JDK 22 changed is looked at below
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null || System.getenv("NO_COLOR") != null || "dumb".equals(System.getenv("TERM"))) {
            return false;
        }
        try {
            // from JDK 22 on there may be a console without a terminal, and a method that tells
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
