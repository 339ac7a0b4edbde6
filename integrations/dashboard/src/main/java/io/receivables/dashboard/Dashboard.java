package io.receivables.dashboard;

import io.receivables.core.Problem;
import io.receivables.core.ledger.Ledger;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * The figures of a ledger as one HTML page that needs nothing else: aged balance, DSO with its trend, who owes what is
 * overdue, disputes, concentration, and every customer with what is open, in English and French, on screen and on paper.
 *
 * <pre>{@code
 * Dashboard.of(ledger, asOf)
 *         .titled("Acme Ltée")
 *         .groupedBy(Customer.SEGMENT, Customer.COUNTRY)
 *         .withProblems(loaded.problems())
 *         .write(Path.of("receivables.html"));
 * }</pre>
 *
 * The page loads nothing from anywhere, and its security policy keeps it from doing so. Whatever comes from data is text
 * in it and never code. The same input gives the same bytes. Immutable: each method returns a changed copy.
 */
public final class Dashboard {
    private final Ledger ledger;
    private final LocalDate asOf;
    private final Optional<String> title;
    private final Locale language;
    private final Optional<List<String>> attributes;
    private final Optional<List<Problem>> problems;

    private Dashboard(
            Ledger ledger,
            LocalDate asOf,
            Optional<String> title,
            Locale language,
            Optional<List<String>> attributes,
            Optional<List<Problem>> problems) {
        this.ledger = ledger;
        this.asOf = asOf;
        this.title = title;
        this.language = language;
        this.attributes = attributes;
        this.problems = problems;
    }

    /**
     * The page of a ledger at the end of a date.
     *
     * @throws IllegalArgumentException if the date is outside the years 1900 to 9999
     */
    public static Dashboard of(Ledger ledger, LocalDate asOf) {
        Objects.requireNonNull(ledger, "ledger");
        if (asOf.getYear() < 1900 || asOf.getYear() > 9999) {
            throw new IllegalArgumentException(
                    "as-of date " + asOf + " is outside the years 1900 to 9999: check the date");
        }
        return new Dashboard(ledger, asOf, Optional.empty(), Locale.ENGLISH, Optional.empty(), Optional.empty());
    }

    /** With a title, such as the company's name. */
    public Dashboard titled(String text) {
        return new Dashboard(ledger, asOf, Optional.of(text), language, attributes, problems);
    }

    /** With French shown first where the locale's language is French, English otherwise; the reader can switch. */
    public Dashboard inLanguage(Locale first) {
        Locale shown = first.getLanguage().equals("fr") ? Locale.FRENCH : Locale.ENGLISH;
        return new Dashboard(ledger, asOf, title, shown, attributes, problems);
    }

    /** With what is overdue by these customer attributes; otherwise by all that customers have. */
    public Dashboard groupedBy(String... customerAttributes) {
        List<String> distinct = List.of(customerAttributes).stream().distinct().toList();
        return new Dashboard(ledger, asOf, title, language, Optional.of(distinct), problems);
    }

    /** With what was wrong with the data; without this the page says nothing about it. */
    public Dashboard withProblems(List<Problem> found) {
        return new Dashboard(ledger, asOf, title, language, attributes, Optional.of(List.copyOf(found)));
    }

    /**
     * Writes the page, in place of what the file may hold.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public void write(Path file) {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            page().write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    /**
     * Writes the page as UTF-8; the stream is flushed and not closed.
     *
     * @throws UncheckedIOException if it fails
     */
    public void write(OutputStream out) {
        try {
            page().write(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Page page() {
        List<String> groupings = attributes.orElseGet(() -> Figures.attributes(ledger));
        return new Page(Figures.of(ledger, asOf, groupings), title, language, problems);
    }
}
