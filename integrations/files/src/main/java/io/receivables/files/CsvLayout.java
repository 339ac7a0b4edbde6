package io.receivables.files;

import io.receivables.core.Problem;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How one file is laid out: which header holds which field, what stands in for missing values, and how dates, amounts and
 * the file itself are written. Fields that are not mapped are found by their canonical header, {@link CsvField#code()}.
 *
 * @param columns the header of a field
 * @param constants the value of a field whose column is missing or whose cell is blank
 * @param dateFormats patterns of {@link java.time.format.DateTimeFormatter}, tried in order
 * @param decimal the decimal sign: {@code '.'} or {@code ','}
 * @param delimiter what separates cells
 * @param encoding the character encoding, unless a byte order mark says otherwise
 * @param negativeAmount what an amount below zero means in an invoice file
 * @param missingDueDate what a blank due date means in an invoice file
 */
public record CsvLayout(
        Map<CsvField, String> columns,
        Map<CsvField, String> constants,
        List<String> dateFormats,
        char decimal,
        char delimiter,
        Charset encoding,
        NegativeAmount negativeAmount,
        MissingDueDate missingDueDate) {

    /** What an amount below zero means. */
    public enum NegativeAmount {
        /** The row is a credit note of that size. */
        CREDIT_NOTE("credit-note"),
        /** The row is rejected. */
        REJECT("reject");

        private final String code;

        NegativeAmount(String code) {
            this.code = code;
        }

        /** The pinned text of this choice in mapping documents. */
        public String code() {
            return code;
        }
    }

    /** What a blank due date means. */
    public enum MissingDueDate {
        /** The row is rejected. */
        REJECT("reject"),
        /** The document is due on its issue date. */
        ISSUE_DATE("issue-date");

        private final String code;

        MissingDueDate(String code) {
            this.code = code;
        }

        /** The pinned text of this choice in mapping documents. */
        public String code() {
            return code;
        }
    }

    private static final CsvLayout CANONICAL = new CsvLayout(
            Map.of(),
            Map.of(),
            List.of("yyyy-MM-dd", "dd/MM/yyyy"),
            '.',
            ',',
            StandardCharsets.UTF_8,
            NegativeAmount.CREDIT_NOTE,
            MissingDueDate.REJECT);

    /**
     * @throws CsvException if a value cannot be used; it names key, value and fix
     */
    public CsvLayout {
        columns = copy(columns);
        constants = copy(constants);
        dateFormats = List.copyOf(dateFormats);
        Objects.requireNonNull(encoding, "encoding");
        Objects.requireNonNull(negativeAmount, "negativeAmount");
        Objects.requireNonNull(missingDueDate, "missingDueDate");
        columns.forEach((field, header) ->
                require(!Text.header(header).isEmpty(), "columns." + field.code(), header, "column-header"));
        require(!dateFormats.isEmpty(), "dateFormats", "[]", "one-pattern");
        CellFormats formats = new CellFormats(dateFormats, decimal);
        require(decimal == '.' || decimal == ',', "decimal", String.valueOf(decimal), "\".\", \",\"");
        require(isDelimiter(delimiter), "delimiter", String.valueOf(delimiter), "delimiter");
        constants.forEach((field, value) -> require(
                formats.accepts(field.kind(), Text.trim(value)), "constants." + field.code(), value, "cell-value"));
    }

    private static Map<CsvField, String> copy(Map<CsvField, String> texts) {
        Map<CsvField, String> sorted = new EnumMap<>(CsvField.class);
        sorted.putAll(texts);
        return Collections.unmodifiableMap(sorted);
    }

    private static boolean isDelimiter(char c) {
        boolean invisible = Character.isISOControl(c) && c != '\t';
        return !invisible && c != '"' && c != '\uFFFD' && !Character.isLetterOrDigit(c) && !Character.isSurrogate(c);
    }

    static void require(boolean condition, String key, String value, String expected) {
        if (!condition) {
            throw wrong(key, value, expected);
        }
    }

    static CsvException wrong(String key, String value, String expected) {
        return new CsvException(Problem.of(
                CsvProblem.WRONG_SETTING, "key", key, Problem.VALUE, Text.shown(value), "expected", expected));
    }

    /** The layout of a file with canonical headers and default settings. */
    public static CsvLayout canonical() {
        return CANONICAL;
    }

    /** This layout with a field found under a header. */
    public CsvLayout withColumn(CsvField field, String header) {
        return new CsvLayout(
                with(columns, field, header),
                constants,
                dateFormats,
                decimal,
                delimiter,
                encoding,
                negativeAmount,
                missingDueDate);
    }

    /** This layout with a value for a field whose column is missing or whose cell is blank. */
    public CsvLayout withConstant(CsvField field, String value) {
        return new CsvLayout(
                columns,
                with(constants, field, value),
                dateFormats,
                decimal,
                delimiter,
                encoding,
                negativeAmount,
                missingDueDate);
    }

    /** This layout with other date patterns, tried in the order given. */
    public CsvLayout withDateFormats(List<String> patterns) {
        return new CsvLayout(
                columns, constants, patterns, decimal, delimiter, encoding, negativeAmount, missingDueDate);
    }

    public CsvLayout withDateFormats(String... patterns) {
        return withDateFormats(List.of(patterns));
    }

    public CsvLayout withDecimal(char sign) {
        return new CsvLayout(
                columns, constants, dateFormats, sign, delimiter, encoding, negativeAmount, missingDueDate);
    }

    public CsvLayout withDelimiter(char separator) {
        return new CsvLayout(
                columns, constants, dateFormats, decimal, separator, encoding, negativeAmount, missingDueDate);
    }

    public CsvLayout withEncoding(Charset charset) {
        return new CsvLayout(
                columns, constants, dateFormats, decimal, delimiter, charset, negativeAmount, missingDueDate);
    }

    public CsvLayout withNegativeAmount(NegativeAmount choice) {
        return new CsvLayout(columns, constants, dateFormats, decimal, delimiter, encoding, choice, missingDueDate);
    }

    public CsvLayout withMissingDueDate(MissingDueDate choice) {
        return new CsvLayout(columns, constants, dateFormats, decimal, delimiter, encoding, negativeAmount, choice);
    }

    /** The canonical columns, written as this layout's dates, amounts and cells are. */
    public CsvLayout canonicalColumns() {
        return CANONICAL
                .withDateFormats(dateFormats)
                .withDecimal(decimal)
                .withDelimiter(delimiter)
                .withEncoding(encoding);
    }

    private static Map<CsvField, String> with(Map<CsvField, String> texts, CsvField field, String text) {
        Map<CsvField, String> changed = new EnumMap<>(CsvField.class);
        changed.putAll(texts);
        changed.put(field, Objects.requireNonNull(text, field.code()));
        return changed;
    }
}
