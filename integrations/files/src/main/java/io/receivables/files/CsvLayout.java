package io.receivables.files;

import io.receivables.core.FactKind;
import io.receivables.core.Problem;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How one file is laid out: which header holds which field, what stands in for missing values, and how dates, amounts and
 * the file itself are written. Fields that are not mapped are found by their canonical header, {@link CsvField#code()}.
 * What each setting means is described at {@link io.receivables.files}.
 *
 * <pre>{@code
 * CsvLayout layout = CsvLayout.canonical()
 *         .withColumn(CsvField.INVOICE_ID, "Belegnummer")
 *         .withDateFormats("dd.MM.yyyy").withDecimal(',').withDelimiter(';')
 *         .withTypes(Map.of("DR", RowType.INVOICE, "DG", RowType.CREDIT_NOTE, "DZ", RowType.PAYMENT));
 * }</pre>
 */
public final class CsvLayout {

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

    /** What a row of an invoice file is. */
    public enum RowType {
        INVOICE("INVOICE", FactKind.INVOICE),
        CREDIT_NOTE("CREDIT_NOTE", FactKind.CREDIT_NOTE),
        DEBIT_NOTE("DEBIT_NOTE", FactKind.DEBIT_NOTE),
        /** Money received and not yet applied, which many systems list among the invoices. */
        PAYMENT("PAYMENT", FactKind.PAYMENT),
        /** Nothing that counts, such as drafts and cancelled documents: passed over and reported. */
        IGNORED("IGNORED", null);

        private final String code;
        private final @Nullable FactKind kind;

        RowType(String code, @Nullable FactKind kind) {
            this.code = code;
            this.kind = kind;
        }

        /** The pinned text of this choice in mapping documents, and in cells that need no mapping. */
        public String code() {
            return code;
        }

        /** The kind of fact that the row becomes; empty if it becomes none. */
        public Optional<FactKind> kind() {
            return Optional.ofNullable(kind);
        }
    }

    /** The sign of amounts in rows of type {@link RowType#PAYMENT}. */
    public enum PaymentRows {
        /** Below zero, as where the amounts of a file add up to the balance. */
        NEGATIVE("negative"),
        /** Above zero. */
        POSITIVE("positive");

        private final String code;

        PaymentRows(String code) {
            this.code = code;
        }

        /** The pinned text of this choice in mapping documents. */
        public String code() {
            return code;
        }
    }

    /** The settings on their way into a layout. */
    static final class Draft {
        Map<CsvField, String> columns = Map.of();
        Map<CsvField, String> constants = Map.of();
        List<String> dateFormats = List.of("yyyy-MM-dd", "dd/MM/yyyy");
        char decimal = '.';
        char delimiter = ',';

        @Nullable Character quote = '"';

        Charset encoding = StandardCharsets.UTF_8;
        NegativeAmount negativeAmount = NegativeAmount.CREDIT_NOTE;
        MissingDueDate missingDueDate = MissingDueDate.REJECT;
        Map<String, RowType> types = Map.of();
        PaymentRows paymentRows = PaymentRows.NEGATIVE;

        @Nullable CsvField headings;

        @Nullable LocalDate openOn;

        CsvLayout layout() {
            return new CsvLayout(this);
        }
    }

    private static final CsvLayout CANONICAL = new Draft().layout();

    private final Map<CsvField, String> columns;
    private final Map<CsvField, String> constants;
    private final List<String> dateFormats;
    private final char decimal;
    private final char delimiter;
    private final @Nullable Character quote;
    private final Charset encoding;
    private final NegativeAmount negativeAmount;
    private final MissingDueDate missingDueDate;
    private final Map<String, RowType> types;
    private final PaymentRows paymentRows;
    private final @Nullable CsvField headings;
    private final @Nullable LocalDate openOn;

    private CsvLayout(Draft draft) {
        columns = copy(draft.columns);
        constants = copy(draft.constants);
        dateFormats = List.copyOf(draft.dateFormats);
        decimal = draft.decimal;
        delimiter = draft.delimiter;
        quote = draft.quote;
        encoding = Objects.requireNonNull(draft.encoding, "encoding");
        negativeAmount = Objects.requireNonNull(draft.negativeAmount, "negativeAmount");
        missingDueDate = Objects.requireNonNull(draft.missingDueDate, "missingDueDate");
        types = Collections.unmodifiableMap(new LinkedHashMap<>(draft.types));
        paymentRows = Objects.requireNonNull(draft.paymentRows, "paymentRows");
        headings = draft.headings;
        openOn = draft.openOn;
        check();
    }

    private static Map<CsvField, String> copy(Map<CsvField, String> texts) {
        Map<CsvField, String> sorted = new EnumMap<>(CsvField.class);
        sorted.putAll(texts);
        return Collections.unmodifiableMap(sorted);
    }

    private void check() {
        columns.forEach((field, header) ->
                require(!Text.header(header).isEmpty(), "columns." + field.code(), header, "column-header"));
        require(!dateFormats.isEmpty(), "dateFormats", "[]", "one-pattern");
        require(decimal == '.' || decimal == ',', "decimal", String.valueOf(decimal), "\".\", \",\"");
        require(separates(delimiter), "delimiter", String.valueOf(delimiter), "delimiter");
        if (quote != null) {
            require(quotes(quote) && quote != delimiter, "quote", String.valueOf(quote), "quote");
        }
        types.keySet().forEach(text -> require(!Text.header(text).isEmpty(), "types", text, "cell-text"));
        if (headings != null) {
            boolean groups = headings.kind() == CsvField.Kind.TEXT || headings == CsvField.CUSTOMER_ID;
            require(groups, "headings", headings.code(), "heading-field");
        }
        CellFormats formats = new CellFormats(this);
        constants.forEach((field, value) -> require(
                formats.accepts(field.kind(), Text.trim(value)), "constants." + field.code(), value, "cell-value"));
    }

    private static boolean separates(char c) {
        return isSign(c) && c != '"';
    }

    private static boolean quotes(char c) {
        return isSign(c) && c != '\t' && c != ' ';
    }

    private static boolean isSign(char c) {
        boolean invisible = Character.isISOControl(c) && c != '\t';
        return !invisible && c != '\uFFFD' && !Character.isLetterOrDigit(c) && !Character.isSurrogate(c);
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

    // ---- the settings

    /** The header of each field that is mapped. */
    public Map<CsvField, String> columns() {
        return columns;
    }

    /** The value of a field whose column is missing or whose cell is blank. */
    public Map<CsvField, String> constants() {
        return constants;
    }

    /** Patterns of {@link java.time.format.DateTimeFormatter}, tried in order. */
    public List<String> dateFormats() {
        return dateFormats;
    }

    /** The decimal sign: {@code '.'} or {@code ','}. */
    public char decimal() {
        return decimal;
    }

    /** What separates cells. */
    public char delimiter() {
        return delimiter;
    }

    /** What encloses cells that contain delimiters or line breaks; empty where nothing does. */
    public Optional<Character> quote() {
        return Optional.ofNullable(quote);
    }

    /** The character encoding, unless a byte order mark says otherwise. */
    public Charset encoding() {
        return encoding;
    }

    /** What an amount below zero means in an invoice file. */
    public NegativeAmount negativeAmount() {
        return negativeAmount;
    }

    /** What a blank due date means in an invoice file. */
    public MissingDueDate missingDueDate() {
        return missingDueDate;
    }

    /** What the cells of the type column of an invoice file mean, beside the names of {@link RowType}. */
    public Map<String, RowType> types() {
        return types;
    }

    /** The sign of payments that stand in an invoice file. */
    public PaymentRows paymentRows() {
        return paymentRows;
    }

    /** The field that rows with a single filled cell give to the rows after them. */
    public Optional<CsvField> headings() {
        return Optional.ofNullable(headings);
    }

    /** The day at whose end the open amounts of an invoice file held. */
    public Optional<LocalDate> openOn() {
        return Optional.ofNullable(openOn);
    }

    // ---- other settings

    /**
     * This layout with a field found under a header. As all methods that follow, it throws a {@link CsvException} if the
     * value cannot be used, which names key, value and fix.
     */
    public CsvLayout withColumn(CsvField field, String header) {
        return change(draft -> draft.columns = with(columns, field, header));
    }

    /** This layout with a value for a field whose column is missing or whose cell is blank. */
    public CsvLayout withConstant(CsvField field, String value) {
        return change(draft -> draft.constants = with(constants, field, value));
    }

    /** This layout with other date patterns, tried in the order given. */
    public CsvLayout withDateFormats(List<String> patterns) {
        return change(draft -> draft.dateFormats = patterns);
    }

    public CsvLayout withDateFormats(String... patterns) {
        return withDateFormats(List.of(patterns));
    }

    public CsvLayout withDecimal(char sign) {
        return change(draft -> draft.decimal = sign);
    }

    public CsvLayout withDelimiter(char separator) {
        return change(draft -> draft.delimiter = separator);
    }

    public CsvLayout withQuote(char sign) {
        return change(draft -> draft.quote = sign);
    }

    /** This layout for a file in which a quotation mark is a character like others. */
    public CsvLayout withoutQuotes() {
        return change(draft -> draft.quote = null);
    }

    public CsvLayout withEncoding(Charset charset) {
        return change(draft -> draft.encoding = charset);
    }

    public CsvLayout withNegativeAmount(NegativeAmount choice) {
        return change(draft -> draft.negativeAmount = choice);
    }

    public CsvLayout withMissingDueDate(MissingDueDate choice) {
        return change(draft -> draft.missingDueDate = choice);
    }

    /** This layout with other meanings of the cells of the type column; capitals do not matter. */
    public CsvLayout withTypes(Map<String, RowType> meanings) {
        return change(draft -> draft.types = meanings);
    }

    public CsvLayout withPaymentRows(PaymentRows sign) {
        return change(draft -> draft.paymentRows = sign);
    }

    /** This layout for a file in which headings name the customer, or what else is a text, of the rows after them. */
    public CsvLayout withHeadings(CsvField field) {
        return change(draft -> draft.headings = Objects.requireNonNull(field, "field"));
    }

    public CsvLayout withOpenOn(LocalDate day) {
        return change(draft -> draft.openOn = Objects.requireNonNull(day, "day"));
    }

    /** The canonical columns, written as this layout's dates, amounts and cells are. */
    public CsvLayout canonicalColumns() {
        return CANONICAL.change(draft -> {
            draft.dateFormats = dateFormats;
            draft.decimal = decimal;
            draft.delimiter = delimiter;
            draft.quote = quote;
            draft.encoding = encoding;
        });
    }

    private CsvLayout change(Consumer<Draft> change) {
        Draft draft = draft();
        change.accept(draft);
        return draft.layout();
    }

    /** These settings, to be changed. */
    Draft draft() {
        Draft draft = new Draft();
        draft.columns = columns;
        draft.constants = constants;
        draft.dateFormats = dateFormats;
        draft.decimal = decimal;
        draft.delimiter = delimiter;
        draft.quote = quote;
        draft.encoding = encoding;
        draft.negativeAmount = negativeAmount;
        draft.missingDueDate = missingDueDate;
        draft.types = types;
        draft.paymentRows = paymentRows;
        draft.headings = headings;
        draft.openOn = openOn;
        return draft;
    }

    private static Map<CsvField, String> with(Map<CsvField, String> texts, CsvField field, String text) {
        Map<CsvField, String> changed = new EnumMap<>(CsvField.class);
        changed.putAll(texts);
        changed.put(field, Objects.requireNonNull(text, field.code()));
        return changed;
    }

    private List<@Nullable Object> settings() {
        return Arrays.asList(
                columns,
                constants,
                dateFormats,
                decimal,
                delimiter,
                quote,
                encoding,
                negativeAmount,
                missingDueDate,
                types,
                paymentRows,
                headings,
                openOn);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CsvLayout that && settings().equals(that.settings());
    }

    @Override
    public int hashCode() {
        return settings().hashCode();
    }

    @Override
    public String toString() {
        return "CsvLayout" + settings();
    }
}
