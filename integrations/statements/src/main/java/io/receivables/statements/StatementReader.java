package io.receivables.statements;

import io.receivables.core.Loaded;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a bank's file, whichever it is: camt.052, camt.053 and camt.054 in all versions, MT940 and MT942, BAI2, pain.002; and
 * CSV, where a layout is given. It
 * goes by what the file says, not by its name.
 *
 * <pre>{@code
 * Loaded<StatementFile> file = StatementReader.standard().readAll(Path.of("statement.xml"));
 * file.value().lines().forEach(line -> …);
 * file.problems().forEach(problem -> log(problem.message()));
 * }</pre>
 *
 * <p>A file may be broken, hostile or larger than the memory: good bookings survive, every bad one is a problem, nothing is
 * fetched, and {@link #read(InputStream, StatementSink)} keeps one booking at a time.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class StatementReader {
    private static final int START = 4_096;
    private static final Pattern MT = Pattern.compile("(^|[\\r\\n\\x01]|\\{4:|@@)\\s*(:20:|:940:|:942:|\\{1:F)");

    private final Limits limits;
    private final @Nullable CsvStatementLayout csv;

    private StatementReader(Limits limits, @Nullable CsvStatementLayout csv) {
        this.limits = limits;
        this.csv = csv;
    }

    public static StatementReader standard() {
        return new StatementReader(Limits.STANDARD, null);
    }

    /** This reader for files that are none of the formats above too: they are read as CSV by a layout. */
    public StatementReader withCsv(CsvStatementLayout layout) {
        return new StatementReader(limits, Objects.requireNonNull(layout, "layout"));
    }

    /**
     * This reader for files of another size; two gigabytes are allowed otherwise.
     *
     * @throws IllegalArgumentException if {@code bytes} is not above zero
     */
    public StatementReader withMostBytes(long bytes) {
        if (bytes <= 0) {
            throw new IllegalArgumentException("bytes is " + bytes + ": give a size above zero");
        }
        return new StatementReader(new Limits(bytes, limits.text(), limits.parts(), limits.problems()), csv);
    }

    /**
     * Reads a file whole.
     *
     * @throws UncheckedIOException if the file cannot be read from where it is
     */
    public Loaded<StatementFile> readAll(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            return readAll(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the bytes of a file. */
    public Loaded<StatementFile> readAll(byte[] bytes) {
        return readAll(new ByteArrayInputStream(bytes));
    }

    /**
     * Reads a file whole; the stream stays open.
     *
     * @throws UncheckedIOException if the stream breaks off
     */
    public Loaded<StatementFile> readAll(InputStream bytes) {
        StatementCollector collector = new StatementCollector();
        read(bytes, collector);
        return collector.loaded();
    }

    /**
     * Reads a file and hands over what it says as it is read; the stream stays open.
     *
     * @throws UncheckedIOException if the stream breaks off
     */
    public void read(InputStream bytes, StatementSink sink) {
        Reading reading = new Reading(Objects.requireNonNull(sink, "sink"), limits);
        try {
            BufferedInputStream start = new BufferedInputStream(Objects.requireNonNull(bytes, "bytes"), 1 << 16);
            start.mark(START);
            // ASCII decides, in whatever encoding; UTF-16 puts a zero before or after each sign
            String first = new String(start.readNBytes(START), StandardCharsets.ISO_8859_1)
                    .replace("\0", "")
                    .replaceFirst("^(\u00EF\u00BB\u00BF|\u00FE\u00FF|\u00FF\u00FE)", "")
                    .stripLeading();
            start.reset();
            if (first.isEmpty()) {
                reading.problem(StatementProblem.EMPTY);
            } else if (first.startsWith("<")) {
                CamtReader.read(start, reading);
            } else if (first.startsWith("01,")) {
                Bai2Reader.read(start, reading);
            } else if (MT.matcher(first).find()) {
                MtReader.read(first.startsWith("@@") ? new MtAtSigns(start) : start, reading);
            } else if (csv != null) {
                CsvStatementReader.read(start, csv, reading);
            } else {
                reading.problem(
                        StatementProblem.UNKNOWN_FORMAT, "value", first.substring(0, Math.min(20, first.length())));
            }
            reading.endFile();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
