package io.receivables.statements;

import io.receivables.core.Money;
import io.receivables.core.cash.BankAccount;
import io.receivables.core.cash.BankLine;
import io.receivables.core.cash.BankReference;
import io.receivables.core.cash.Counterparty;
import io.receivables.core.cash.Remittance;
import io.receivables.core.cash.StatementHeader;
import io.receivables.core.cash.StatementKind;
import io.receivables.statements.CsvStatementLayout.Column;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CSV file by a layout. Rows of one account that follow each other are a statement. A cell is text, whatever it looks
 * like: {@code =1+1} is no formula here.
 */
final class CsvStatementReader {
    private static final Pattern PLAIN = Pattern.compile("\\d{1,15}(\\.\\d{0,10})?|\\.\\d{1,10}");

    private final CsvStatementLayout layout;
    private final Reading reading;
    private final CsvRows rows;
    private final DateTimeFormatter lenient;
    private final Pattern grouped;
    private final Map<Column, List<Integer>> places = new EnumMap<>(Column.class);
    private @Nullable StatementHeader header;
    private CsvBalances balances = new CsvBalances();

    private CsvStatementReader(InputStream bytes, CsvStatementLayout layout, Reading reading) {
        this.layout = layout;
        this.reading = reading;
        this.rows = new CsvRows(bytes, layout, reading);
        this.lenient = layout.dates().withResolverStyle(ResolverStyle.SMART);
        StringBuilder signs = new StringBuilder();
        layout.grouping()
                .forEach(sign ->
                        signs.append("\\x{").append(Integer.toHexString(sign)).append('}'));
        this.grouped =
                Pattern.compile(signs.isEmpty() ? "(?!)" : "\\d{1,3}([" + signs + "]\\d{2,3})*[" + signs + "]\\d{3}");
    }

    static void read(InputStream bytes, CsvStatementLayout layout, Reading reading) throws IOException {
        new CsvStatementReader(bytes, layout, reading).readAll();
    }

    private void readAll() throws IOException {
        CsvRows.Row heading = rows.next();
        if (heading == null) {
            reading.problem(StatementProblem.MISSING, "field", "header", "line", layout.headerLine());
        } else if (find(heading)) {
            layout.account().ifPresent(account -> begin(account, layout.currency()));
            CsvRows.Row row = rows.next();
            while (row != null) {
                take(row);
                row = rows.next();
            }
        }
        end();
        reading.endStatements("CSV");
        if (rows.isTooLarge()) {
            reading.problem(
                    StatementProblem.TOO_LARGE,
                    "field",
                    "file",
                    "limit",
                    reading.limits().bytes());
        }
    }

    /** Finds the columns by their headers; false where one is missing, as then the layout is that of another file. */
    private boolean find(CsvRows.Row heading) {
        Map<String, Integer> headers = new HashMap<>();
        for (int i = 0; i < heading.cells().size(); i++) {
            headers.putIfAbsent(heading.cells().get(i).toLowerCase(Locale.ROOT), i);
        }
        boolean[] all = {true};
        layout.columns().forEach((column, names) -> {
            List<Integer> found = names.stream()
                    .map(name -> headers.getOrDefault(name.strip().toLowerCase(Locale.ROOT), -1))
                    .toList();
            for (int i = 0; i < found.size(); i++) {
                if (found.get(i) < 0) {
                    reading.problem(StatementProblem.MISSING, "field", names.get(i), "line", heading.line());
                    all[0] = false;
                }
            }
            places.put(column, found);
        });
        return all[0];
    }

    private void begin(BankAccount account, String currency) {
        end();
        BankAccount of = account.currency().isEmpty() ? account.in(currency) : account;
        StatementHeader begun = new StatementHeader(StatementKind.STATEMENT, "CSV", "", "", of);
        header = begun;
        balances = new CsvBalances();
        reading.begin(begun);
    }

    private void end() {
        if (header != null) {
            balances.opening().ifPresent(reading::balance);
            balances.closing().ifPresent(reading::balance);
        }
        reading.end();
        header = null;
    }

    private void take(CsvRows.Row row) {
        String code = cell(row, Column.CURRENCY).toUpperCase(Locale.ROOT);
        String currencyCode = code.isEmpty() ? layout.currency() : code;
        String number = reading.accountNumber(cell(row, Column.ACCOUNT));
        StatementHeader open = header;
        if (!number.isEmpty() && (open == null || !open.account().number().equals(number))) {
            begin(BankAccount.of(number), currencyCode);
        } else if (number.isEmpty() && layout.account().isPresent()) {
            BankAccount fixed = layout.account().get();
            if (open == null || !open.account().number().equals(fixed.number())) {
                begin(fixed, currencyCode);
            }
        }
        open = header;
        if (open == null || (number.isEmpty() && layout.account().isEmpty())) {
            problem(StatementProblem.MISSING, Column.ACCOUNT, "", row);
            return;
        }
        int entry = reading.nextEntry();
        Currency currency = currencyCode.isEmpty() ? null : MtValues.currency(currencyCode);
        if (currency == null) {
            problem(StatementProblem.UNKNOWN_CURRENCY, Column.CURRENCY, currencyCode, row);
            return;
        }
        LocalDate date = date(row, Column.BOOKING_DATE, StatementProblem.NOT_A_DATE);
        Money booked = booked(row, currency);
        if (date == null || booked == null) {
            return;
        }
        BankLine.Builder line = BankLine.of(open.account(), date, booked)
                .from("", entry)
                .text(cell(row, Column.TEXT))
                .reference(BankReference.SERVICER, cell(row, Column.SERVICER))
                .reference(BankReference.END_TO_END, cell(row, Column.END_TO_END))
                .reference(BankReference.MANDATE, cell(row, Column.MANDATE))
                .counterparty(new Counterparty(
                        cell(row, Column.COUNTERPARTY_NAME),
                        cell(row, Column.COUNTERPARTY_ACCOUNT),
                        cell(row, Column.COUNTERPARTY_BANK),
                        ""))
                .remittance(remittance(row));
        if (!cell(row, Column.VALUE_DATE).isEmpty()) {
            LocalDate valueDate = date(row, Column.VALUE_DATE, StatementProblem.LEFT_OUT);
            if (valueDate != null) {
                line.valueOn(valueDate);
            }
        }
        reading.line(line.build());
        balance(row, date, booked);
    }

    private void balance(CsvRows.Row row, LocalDate date, Money booked) {
        String text = cell(row, Column.BALANCE);
        if (text.isEmpty()) {
            return;
        }
        Money after = amount(text, booked.currency());
        if (after == null) {
            problem(StatementProblem.LEFT_OUT, Column.BALANCE, text, row);
            return;
        }
        CsvBalances.Gap gap = balances.add(date, booked, after);
        if (gap != null) {
            reading.problem(
                    StatementProblem.BALANCES_DISAGREE,
                    "opening",
                    gap.before(),
                    "lines",
                    gap.booked(),
                    "closing",
                    gap.after(),
                    "difference",
                    gap.difference(),
                    "line",
                    row.line());
        }
    }

    private Remittance remittance(CsvRows.Row row) {
        List<String> pieces = places.getOrDefault(Column.REMITTANCE, List.of()).stream()
                .map(place -> cell(row, place))
                .filter(piece -> !piece.isEmpty())
                .toList();
        return new Remittance(pieces, List.of(), List.of());
    }

    private @Nullable Money booked(CsvRows.Row row, Currency currency) {
        if (places.containsKey(Column.AMOUNT)) {
            Money amount = needed(row, Column.AMOUNT, currency);
            return amount == null || !places.containsKey(Column.INDICATOR) ? amount : signed(row, amount.abs());
        }
        String debit = cell(row, Column.DEBIT);
        String credit = cell(row, Column.CREDIT);
        if (debit.isEmpty() && credit.isEmpty()) {
            problem(StatementProblem.MISSING, Column.AMOUNT, "", row);
            return null;
        }
        Money out = debit.isEmpty() ? Money.zero(currency) : needed(row, Column.DEBIT, currency);
        Money in = credit.isEmpty() ? Money.zero(currency) : needed(row, Column.CREDIT, currency);
        if (out == null || in == null) {
            return null;
        }
        if (!out.isZero() && !in.isZero()) {
            // nobody can say which of the two it is
            problem(StatementProblem.NOT_AN_AMOUNT, Column.AMOUNT, debit + " / " + credit, row);
            return null;
        }
        return in.isZero() ? out.abs().negated() : in;
    }

    private @Nullable Money signed(CsvRows.Row row, Money amount) {
        String indicator = cell(row, Column.INDICATOR).toLowerCase(Locale.ROOT);
        if (layout.credits().contains(indicator)) {
            return amount;
        }
        if (layout.debits().contains(indicator)) {
            return amount.negated();
        }
        reading.problem(
                StatementProblem.UNKNOWN_CODE,
                "field",
                layout.columns().getOrDefault(Column.INDICATOR, List.of("")).get(0),
                "value",
                MtValues.shown(indicator),
                "line",
                row.line(),
                "expected",
                String.join(", ", layout.credits()) + ", " + String.join(", ", layout.debits()));
        return null;
    }

    private @Nullable Money needed(CsvRows.Row row, Column column, Currency currency) {
        String text = cell(row, column);
        Money amount = amount(text, currency);
        if (amount == null) {
            BigDecimal value = decimal(text);
            if (text.isEmpty()) {
                problem(StatementProblem.MISSING, column, "", row);
            } else if (value != null && value.stripTrailingZeros().scale() > Money.digits(currency)) {
                reading.problem(
                        StatementProblem.TOO_MANY_DECIMALS,
                        "field",
                        name(column),
                        "value",
                        MtValues.shown(text),
                        "currency",
                        currency.getCurrencyCode(),
                        "line",
                        row.line());
            } else {
                problem(StatementProblem.NOT_AN_AMOUNT, column, text, row);
            }
        }
        return amount;
    }

    private @Nullable Money amount(String text, Currency currency) {
        BigDecimal value = decimal(text);
        return value == null ? null : MtValues.held(value, currency);
    }

    /** A number with a sign before or after it, or in brackets where it is negative. */
    private @Nullable BigDecimal decimal(String text) {
        StringBuilder kept = new StringBuilder();
        text.chars()
                .filter(sign -> !Character.isWhitespace(sign) && !Character.isSpaceChar(sign))
                .forEach(sign -> kept.append(sign == '\u2212' ? '-' : (char) sign));
        String plain = kept.toString();
        boolean negative = false;
        if (plain.startsWith("(") && plain.endsWith(")") && plain.length() > 2) {
            negative = true;
            plain = plain.substring(1, plain.length() - 1);
        } else if (plain.startsWith("-") || plain.startsWith("+")) {
            negative = plain.startsWith("-");
            plain = plain.substring(1);
        } else if (plain.endsWith("-") || plain.endsWith("+")) {
            negative = plain.endsWith("-");
            plain = plain.substring(0, plain.length() - 1);
        }
        int point = plain.indexOf(layout.decimals());
        String whole = point < 0 ? plain : plain.substring(0, point);
        // in groups of three only: where the signs are mixed up, 12.34 must not become 1234
        if (whole.length() <= 30 && grouped.matcher(whole).matches()) {
            whole = whole.chars()
                    .filter(sign -> sign >= '0' && sign <= '9')
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
        }
        String digits = point < 0 ? whole : whole + "." + plain.substring(point + 1);
        if (whole.indexOf('.') >= 0 || !PLAIN.matcher(digits).matches()) {
            return null;
        }
        BigDecimal value = new BigDecimal(digits);
        return negative ? value.negate() : value;
    }

    private @Nullable LocalDate date(CsvRows.Row row, Column column, StatementProblem otherwise) {
        String text = cell(row, column);
        if (text.isEmpty()) {
            problem(StatementProblem.MISSING, column, "", row);
            return null;
        }
        try {
            return LocalDate.parse(text, layout.dates());
        } catch (DateTimeException e) {
            return corrected(row, column, text, otherwise);
        }
    }

    private @Nullable LocalDate corrected(CsvRows.Row row, Column column, String text, StatementProblem otherwise) {
        try {
            LocalDate taken = LocalDate.parse(text, lenient);
            reading.problem(
                    StatementProblem.DATE_CORRECTED,
                    "field",
                    name(column),
                    "value",
                    MtValues.shown(text),
                    "line",
                    row.line(),
                    "taken",
                    taken);
            return taken;
        } catch (DateTimeException e) {
            problem(otherwise, column, text, row);
            return null;
        }
    }

    private String cell(CsvRows.Row row, Column column) {
        List<Integer> places = this.places.getOrDefault(column, List.of());
        return places.isEmpty() ? "" : cell(row, places.get(0));
    }

    private static String cell(CsvRows.Row row, int place) {
        return place < row.cells().size() ? row.cells().get(place) : "";
    }

    /** The header of a column, or what it means where the file has no such column. */
    private String name(Column column) {
        return layout.columns().getOrDefault(column, List.of(column.code())).get(0);
    }

    private void problem(StatementProblem code, Column column, String value, CsvRows.Row row) {
        reading.problem(code, "field", name(column), "value", MtValues.shown(value), "line", row.line());
    }
}
