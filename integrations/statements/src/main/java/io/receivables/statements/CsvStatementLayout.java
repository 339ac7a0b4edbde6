package io.receivables.statements;

import io.receivables.core.Money;
import io.receivables.core.cash.BankAccount;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which column of a bank's CSV export means what. Give it to {@link StatementReader#withCsv}.
 *
 * <pre>{@code
 * CsvStatementLayout layout = CsvStatementLayout.withDates("dd.MM.yyyy")
 *         .separatedBy(';')
 *         .decimals(',').grouping('.')
 *         .account(BankAccount.of("DE33100205000001194700"))
 *         .currency("EUR")
 *         .column(Column.BOOKING_DATE, "Buchungstag")
 *         .column(Column.AMOUNT, "Betrag")
 *         .column(Column.REMITTANCE, "Verwendungszweck", "Verwendungszweck 2")
 *         .build();
 * }</pre>
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class CsvStatementLayout {
    /** What a column can mean. {@link #code()} is the pinned text. */
    public enum Column {
        /** The day of booking; needed. */
        BOOKING_DATE("booking-date"),
        VALUE_DATE("value-date"),
        /** The amount: negative for what went out, or without a sign beside an {@link #INDICATOR}. */
        AMOUNT("amount"),
        /** What went out, whether or not it has a sign. */
        DEBIT("debit"),
        /** What came in; negative for what was taken back. */
        CREDIT("credit"),
        /** Whether {@link #AMOUNT} came in or went out. */
        INDICATOR("indicator"),
        /** The amount's currency code. */
        CURRENCY("currency"),
        /** The account that the row is of. */
        ACCOUNT("account"),
        COUNTERPARTY_NAME("counterparty-name"),
        COUNTERPARTY_ACCOUNT("counterparty-account"),
        COUNTERPARTY_BANK("counterparty-bank"),
        /** What the payer says it is for; several columns are several pieces. */
        REMITTANCE("remittance"),
        END_TO_END("end-to-end"),
        MANDATE("mandate"),
        /** The bank's reference of the booking. */
        SERVICER("servicer"),
        /** The account's balance after the booking, which is checked from row to row. */
        BALANCE("balance"),
        /** What the bank itself says of the booking. */
        TEXT("text");

        private final String code;

        Column(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    private final char separator;
    private final char quote;
    private final Charset charset;
    private final DateTimeFormatter dates;
    private final char decimals;
    private final Set<Character> grouping;
    private final String currency;
    private final Optional<BankAccount> account;
    private final Set<String> credits;
    private final Set<String> debits;
    private final int headerLine;
    private final Map<Column, List<String>> columns;

    private CsvStatementLayout(Builder from) {
        this.separator = from.separator;
        this.quote = from.quote;
        this.charset = from.charset;
        this.dates = from.dates;
        this.decimals = from.decimals;
        this.grouping = from.grouping;
        this.currency = from.currency;
        this.account = from.account;
        this.credits = from.credits;
        this.debits = from.debits;
        this.headerLine = from.headerLine;
        this.columns = Collections.unmodifiableMap(new EnumMap<>(from.columns));
    }

    /**
     * Begins a layout whose dates are written by a pattern of {@link DateTimeFormatter}, such as {@code dd.MM.yyyy}.
     *
     * @throws IllegalArgumentException if the pattern is none
     */
    public static Builder withDates(String pattern) {
        return new Builder(pattern);
    }

    char separator() {
        return separator;
    }

    char quote() {
        return quote;
    }

    Charset charset() {
        return charset;
    }

    DateTimeFormatter dates() {
        return dates;
    }

    char decimals() {
        return decimals;
    }

    Set<Character> grouping() {
        return grouping;
    }

    /** The currency of rows that state none; or empty. */
    String currency() {
        return currency;
    }

    Optional<BankAccount> account() {
        return account;
    }

    Set<String> credits() {
        return credits;
    }

    Set<String> debits() {
        return debits;
    }

    int headerLine() {
        return headerLine;
    }

    /** The headers of each column, in the order of the columns. */
    Map<Column, List<String>> columns() {
        return columns;
    }

    /** Builds a layout step by step. */
    public static final class Builder {
        private final DateTimeFormatter dates;
        private final Map<Column, List<String>> columns = new EnumMap<>(Column.class);
        private char separator = ',';
        private char quote = '"';
        private Charset charset = StandardCharsets.UTF_8;
        private char decimals = '.';
        private Set<Character> grouping = Set.of();
        private String currency = "";
        private Optional<BankAccount> account = Optional.empty();
        private Set<String> credits = Set.of();
        private Set<String> debits = Set.of();
        private int headerLine = 1;

        private Builder(String pattern) {
            dates = DateTimeFormatter.ofPattern(withoutEras(pattern), Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);
        }

        /** The pattern with years that need no era, outside of its quoted texts. */
        private static String withoutEras(String pattern) {
            StringBuilder changed = new StringBuilder(pattern);
            boolean quoted = false;
            for (int i = 0; i < changed.length(); i++) {
                quoted ^= changed.charAt(i) == '\'';
                if (!quoted && changed.charAt(i) == 'y') {
                    changed.setCharAt(i, 'u');
                }
            }
            return changed.toString();
        }

        /** The sign between cells; a comma unless told. */
        public Builder separatedBy(char separator) {
            this.separator = separator;
            return this;
        }

        /** The sign around cells that hold a separator; a double quote unless told. */
        public Builder quotedBy(char quote) {
            this.quote = quote;
            return this;
        }

        /**
         * The charset of rows that are no UTF-8; UTF-8 unless told.
         *
         * @throws IllegalArgumentException if it has more than one byte for an ASCII sign, as UTF-16 has
         */
        public Builder encodedIn(Charset charset) {
            this.charset = ByteLines.checked(charset);
            return this;
        }

        /** The sign before decimals; a point unless told. */
        public Builder decimals(char decimals) {
            this.decimals = decimals;
            return this;
        }

        /** Signs between thousands; none unless told. Blanks are passed over in any case. */
        public Builder grouping(Character... signs) {
            this.grouping = Set.of(signs);
            return this;
        }

        /**
         * The currency of rows that state none.
         *
         * @throws IllegalArgumentException if it is no ISO 4217 code
         */
        public Builder currency(String code) {
            this.currency = Money.currency(code).getCurrencyCode();
            return this;
        }

        /** The account of rows that state none. */
        public Builder account(BankAccount account) {
            this.account = Optional.of(account);
            return this;
        }

        /** How an {@link Column#INDICATOR} says that money came in, such as {@code C}, {@code CR} or {@code H}. */
        public Builder credits(String... words) {
            this.credits = lower(words);
            return this;
        }

        /** How an {@link Column#INDICATOR} says that money went out, such as {@code D}, {@code DR} or {@code S}. */
        public Builder debits(String... words) {
            this.debits = lower(words);
            return this;
        }

        private static Set<String> lower(String... words) {
            return Arrays.stream(words)
                    .map(word -> word.strip().toLowerCase(Locale.ROOT))
                    .collect(Collectors.toUnmodifiableSet());
        }

        /**
         * On which line of the file the column headers are; the lines before it are passed over. 1 unless told.
         *
         * @throws IllegalArgumentException if the number is below 1
         */
        public Builder headerOn(int line) {
            if (line < 1) {
                throw new IllegalArgumentException("line is " + line + ": the first line is 1");
            }
            this.headerLine = line;
            return this;
        }

        /**
         * Which columns, by their headers in upper or lower case, mean something.
         *
         * @throws IllegalArgumentException if there is none, or several where one is meant
         */
        public Builder column(Column column, String... headers) {
            Objects.requireNonNull(column, "column");
            if (headers.length == 0 || (headers.length > 1 && column != Column.REMITTANCE)) {
                throw new IllegalArgumentException("headers of " + column.code() + " are " + List.of(headers)
                        + ": give one, or for remittance one or more");
            }
            columns.put(column, List.of(headers));
            return this;
        }

        /**
         * The layout.
         *
         * @throws IllegalArgumentException if it does not say where date, amount, account and currency are, or says it twice
         */
        public CsvStatementLayout build() {
            require(columns.containsKey(Column.BOOKING_DATE), "has no column for the day of booking");
            boolean sides = columns.containsKey(Column.DEBIT) || columns.containsKey(Column.CREDIT);
            boolean amount = columns.containsKey(Column.AMOUNT);
            require(amount != sides, "needs a column for the amount, or columns for debit and credit, and not both");
            require(
                    !columns.containsKey(Column.INDICATOR) || (amount && !credits.isEmpty() && !debits.isEmpty()),
                    "has an indicator: say credits and debits, and the column of the amount");
            require(
                    account.isPresent() || columns.containsKey(Column.ACCOUNT),
                    "has neither an account nor a column for it");
            require(
                    !currency.isEmpty() || columns.containsKey(Column.CURRENCY),
                    "has neither a currency nor a column for it");
            require(
                    separator != quote && !grouping.contains(decimals),
                    "has one sign for two purposes: separator " + separator + ", quote " + quote + ", decimals "
                            + decimals);
            return new CsvStatementLayout(this);
        }

        private static void require(boolean holds, String otherwise) {
            if (!holds) {
                throw new IllegalArgumentException("layout " + otherwise);
            }
        }
    }
}
