package io.receivables.files;

import io.receivables.core.Money;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the caller knows of a file already, so that it is neither detected nor asked. Without a hint everything is
 * detected.
 */
public final class MappingHints {
    private static final MappingHints NONE = new MappingHints(null, List.of(), null, List.of(), Map.of(), Map.of());

    private final @Nullable Character delimiter;
    /** The quote, or that there is none; empty if that is not known. */
    private final List<Optional<Character>> quote;

    private final @Nullable Charset encoding;
    private final List<String> dateFormats;
    private final Map<CsvField, String> columns;
    private final Map<String, String> answers;

    private MappingHints(
            @Nullable Character delimiter,
            List<Optional<Character>> quote,
            @Nullable Charset encoding,
            List<String> dateFormats,
            Map<CsvField, String> columns,
            Map<String, String> answers) {
        this.delimiter = delimiter;
        this.quote = quote;
        this.encoding = encoding;
        this.dateFormats = dateFormats;
        this.columns = columns;
        this.answers = answers;
    }

    /** Nothing is known. */
    public static MappingHints none() {
        return NONE;
    }

    /** Cells are separated by this. */
    public MappingHints withDelimiter(char separator) {
        return new MappingHints(separator, quote, encoding, dateFormats, columns, answers);
    }

    /** Cells are enclosed by this where need be. */
    public MappingHints withQuote(char sign) {
        return new MappingHints(delimiter, List.of(Optional.of(sign)), encoding, dateFormats, columns, answers);
    }

    /** Quotes are characters like all others. */
    public MappingHints withoutQuotes() {
        return new MappingHints(delimiter, List.of(Optional.empty()), encoding, dateFormats, columns, answers);
    }

    /** The file is written in this encoding, unless a byte order mark says otherwise. */
    public MappingHints withEncoding(Charset charset) {
        Objects.requireNonNull(charset, "charset");
        return new MappingHints(delimiter, quote, charset, dateFormats, columns, answers);
    }

    /** Dates are written in these patterns, as in {@link CsvLayout#withDateFormats(List)}. */
    public MappingHints withDateFormats(String... patterns) {
        return new MappingHints(delimiter, quote, encoding, List.of(patterns), columns, answers);
    }

    /**
     * The decimal sign.
     *
     * @throws IllegalArgumentException if it is neither a point nor a comma
     */
    public MappingHints withDecimal(char sign) {
        if (sign != '.' && sign != ',') {
            throw new IllegalArgumentException("decimal sign " + sign + " is neither . nor ,");
        }
        return with(LayoutDraft.DECIMAL, String.valueOf(sign));
    }

    /**
     * The currency of amounts that state none.
     *
     * @throws IllegalArgumentException if the code is no ISO 4217 currency
     */
    public MappingHints withCurrency(String code) {
        return with(LayoutDraft.CURRENCY, Money.currency(code).getCurrencyCode());
    }

    /** The day at whose end the open amounts held. */
    public MappingHints withOpenOn(LocalDate day) {
        return with(LayoutDraft.OPEN_ON, day.toString());
    }

    /** The invoice file holds a field under this header. */
    public MappingHints withColumn(CsvField field, String header) {
        Map<CsvField, String> more = new EnumMap<>(CsvField.class);
        more.putAll(columns);
        more.put(Objects.requireNonNull(field, "field"), Objects.requireNonNull(header, "header"));
        return new MappingHints(delimiter, quote, encoding, dateFormats, Collections.unmodifiableMap(more), answers);
    }

    private MappingHints with(String key, String answer) {
        Map<String, String> more = new HashMap<>(answers);
        more.put(key, answer);
        return new MappingHints(delimiter, quote, encoding, dateFormats, columns, Map.copyOf(more));
    }

    /** These hints without those of single columns, for a second file. */
    MappingHints withoutColumns() {
        return new MappingHints(delimiter, quote, encoding, dateFormats, Map.of(), answers);
    }

    @Nullable Character delimiter() {
        return delimiter;
    }

    List<Optional<Character>> quote() {
        return quote;
    }

    @Nullable Charset encoding() {
        return encoding;
    }

    List<String> dateFormats() {
        return dateFormats;
    }

    Map<CsvField, String> columns() {
        return columns;
    }

    /** Answers to questions by their keys. */
    Map<String, String> answers() {
        return answers;
    }
}
