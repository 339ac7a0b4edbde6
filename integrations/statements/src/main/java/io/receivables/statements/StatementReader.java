package io.receivables.statements;

import io.receivables.core.Loaded;
import io.receivables.core.cash.BankAccount;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a bank's file, whichever it is: camt.052, camt.053 and camt.054 in all versions, MT940 and MT942, BAI2, pain.002; and
 * CSV, where a layout is given. It goes by what the file says, not by its name.
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
    private static final String ZIP = "PK\u0003\u0004";
    private static final String GZIP = "\u001F\u008B";
    private static final Pattern MT = Pattern.compile("(^|[\\r\\n\\x01]|\\{4:|@@)\\s*(:20:|:940:|:942:|\\{1:F)");

    private final Limits limits;
    private final Charset charset;
    private final @Nullable CsvStatementLayout csv;
    private final Map<String, String> accounts;

    private StatementReader(
            Limits limits, Charset charset, @Nullable CsvStatementLayout csv, Map<String, String> accounts) {
        this.limits = limits;
        this.charset = charset;
        this.csv = csv;
        this.accounts = accounts;
    }

    public static StatementReader standard() {
        return new StatementReader(Limits.STANDARD, StandardCharsets.ISO_8859_1, null, Map.of());
    }

    /** This reader for files that are none of the formats above too: they are read as CSV by a layout. */
    public StatementReader withCsv(CsvStatementLayout layout) {
        return new StatementReader(limits, charset, Objects.requireNonNull(layout, "layout"), accounts);
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
        return new StatementReader(
                new Limits(bytes, limits.text(), limits.parts(), limits.problems()), charset, csv, accounts);
    }

    /**
     * This reader for MT940, MT942 and BAI2 in another code page, such as windows-1250 of Polish and Hungarian banks. It is that
     * of lines which are not UTF-8; ISO 8859-1 otherwise. XML says its own, and a layout of CSV that of CSV.
     *
     * @throws IllegalArgumentException if it has more than one byte for an ASCII sign, as UTF-16 has
     */
    public StatementReader withCharset(Charset charset) {
        return new StatementReader(limits, ByteLines.checked(charset), csv, accounts);
    }

    /**
     * This reader for an account that goes by two numbers, the IBAN in one message and the bank's own in another: what is
     * booked in both is known as one booking only where the account has one number. (A German number with its bank code, such
     * as {@code 10020500/1194700}, is known without this.)
     *
     * @param stated the number that files state
     * @param number the number to read instead
     * @throws IllegalArgumentException if a number is blank
     */
    public StatementReader withAccount(String stated, String number) {
        Map<String, String> more = new HashMap<>(accounts);
        more.put(BankAccount.of(stated).number(), BankAccount.of(number).number());
        return new StatementReader(limits, charset, csv, Map.copyOf(more));
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
        Reading reading = new Reading(Objects.requireNonNull(sink, "sink"), limits, charset, accounts);
        try {
            BufferedInputStream start = new BufferedInputStream(Objects.requireNonNull(bytes, "bytes"), 1 << 16);
            start.mark(START);
            // ASCII decides, in whatever encoding; UTF-16 puts a zero before or after each sign
            String raw = new String(start.readNBytes(START), StandardCharsets.ISO_8859_1);
            String first = raw.replace("\0", "")
                    .replaceFirst("^(\u00EF\u00BB\u00BF|\u00FE\u00FF|\u00FF\u00FE)", "")
                    .stripLeading();
            start.reset();
            if (first.isEmpty()) {
                reading.problem(StatementProblem.EMPTY);
            } else if (raw.startsWith(ZIP) || raw.startsWith(GZIP)) {
                reading.problem(StatementProblem.PACKED, "value", raw.startsWith(ZIP) ? "ZIP" : "GZIP");
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
                        StatementProblem.UNKNOWN_FORMAT,
                        "value",
                        CamtValues.shown(first.substring(0, Math.min(20, first.length()))));
            }
            reading.endFile();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
