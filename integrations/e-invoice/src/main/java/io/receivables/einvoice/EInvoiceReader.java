package io.receivables.einvoice;

import io.receivables.core.Loaded;
import io.receivables.core.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Reads e-invoices of EN 16931, in UBL 2.1 or CII. Good ones load; each bad one is among the problems with file, line,
 * column and business term, and never keeps the others out. What is read, and into what, is described at {@link
 * io.receivables.einvoice}.
 *
 * <pre>{@code
 * Loaded<List<EInvoice>> loaded = EInvoiceReader.standard()
 *         .invoice(Path.of("F-1001.xml"))
 *         .folder(Path.of("inbox"))
 *         .load();
 * loaded.value().forEach(invoice -> drafts.add(invoice.documentDraft()));
 * loaded.problems().forEach(System.out::println);
 * }</pre>
 *
 * <p>Documents may be hostile. One with a document type or with entities of its own is refused, nothing that it names is
 * fetched, and a document beyond the limits is refused as soon as it exceeds them.
 */
public final class EInvoiceReader {
    private final List<Source> sources = new ArrayList<>();
    private long mostBytes = Limits.BYTES;

    /** A document to read: its name in problems, and how to open it. */
    private record Source(String name, Opener opener) {
        @FunctionalInterface
        interface Opener {
            InputStream open() throws IOException;
        }

        static Source of(Path file) {
            String name = Objects.requireNonNullElse(file.getFileName(), file).toString();
            return new Source(name, () -> Files.newInputStream(file));
        }
    }

    private EInvoiceReader() {}

    /** A reader with the usual limits. */
    public static EInvoiceReader standard() {
        return new EInvoiceReader();
    }

    /**
     * How many bytes a document may have, 100 MiB unless stated. Attachments count, but are passed over and take no memory.
     *
     * @throws IllegalArgumentException if the number is not above zero
     */
    public EInvoiceReader atMostBytes(long most) {
        if (most <= 0) {
            throw new IllegalArgumentException("most " + most + " is not above zero");
        }
        mostBytes = most;
        return this;
    }

    /** An invoice in a file. */
    public EInvoiceReader invoice(Path file) {
        sources.add(Source.of(file));
        return this;
    }

    /** An invoice from bytes, under the name that problems are to show; the stream is closed when it was read. */
    public EInvoiceReader invoice(String name, InputStream bytes) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(bytes, "bytes");
        sources.add(new Source(name, () -> bytes));
        return this;
    }

    /**
     * The files of a folder whose names end in {@code .xml}, by name; not those of folders within it.
     *
     * @throws UncheckedIOException if the folder cannot be listed
     */
    public EInvoiceReader folder(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".xml"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .forEach(this::invoice);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /**
     * Reads all documents.
     *
     * @return the good invoices, and the problems of all documents, both in the order in which they were given
     */
    public Loaded<List<EInvoice>> load() {
        List<EInvoice> invoices = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Source source : sources) {
            Findings findings = new Findings(source.name());
            read(source, findings, invoices);
            problems.addAll(findings.all());
        }
        return new Loaded<>(List.copyOf(invoices), problems);
    }

    private void read(Source source, Findings findings, List<EInvoice> invoices) {
        try (InputStream bytes = source.opener().open()) {
            ParsedInvoice parsed = InvoiceParser.parse(bytes, mostBytes);
            new InvoiceReading(source.name(), parsed, findings).read().ifPresent(invoices::add);
        } catch (RefusedException e) {
            findings.report(e.problem());
        } catch (IOException e) {
            findings.report(Problem.of(EInvoiceProblem.NOT_READABLE, "detail", Shown.of(e.toString())));
        }
    }
}
