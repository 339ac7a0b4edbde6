package io.receivables.examples;

import io.receivables.examples.report.Arguments;
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
import java.util.List;
import java.util.Optional;

/**
 * The aged balance and DSO of a company's own invoice export, on the terminal and as JSON.
 *
 * <pre>{@code
 * mvn -q -pl examples -am compile exec:java
 * mvn -q -pl examples -am compile exec:java -Dexec.args="--invoices invoices.csv --as-of 2026-06-30 --json report.json"
 * }</pre>
 *
 * Without {@code --invoices} it shows the {@link SampleLedger}. Exit code 0 when a report was made, 1 when a file cannot
 * be read or written at all, 2 for wrong usage; both with one line on the error output.
 */
public final class ReceivablesReport {
    private static final int PROGRESS_STEP = 50_000;

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
        }
        Figures figures = Figures.of(source, arguments.asOf().orElse(SampleLedger.AS_OF));
        TerminalReport.print(figures, title(arguments), texts, style, out);
        return arguments.json().map(file -> write(figures, file)).orElse(0);
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

    private Source read(Arguments arguments) throws FailedException {
        for (Optional<Path> file : List.of(arguments.mapping(), arguments.invoices(), arguments.payments())) {
            if (file.isPresent()) {
                checkReadable(file.get());
            }
        }
        try {
            CsvLedgerReader reader = CsvLedgerReader.with(
                            arguments.mapping().map(CsvMapping::read).orElseGet(CsvMapping::canonical))
                    .onProgress(this::tellProgress);
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

    private int write(Figures figures, Path file) {
        try (OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(file))) {
            JsonReport.write(figures, texts, bytes);
            return 0;
        } catch (IOException e) {
            err.println(new FailedException(texts.text("problem.write", file, reason(e))).getMessage());
            return 1;
        }
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
