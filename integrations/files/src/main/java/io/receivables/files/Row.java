package io.receivables.files;

import io.receivables.core.FactKind;
import io.receivables.core.Money;
import io.receivables.core.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The current row of a file, cell by cell as the fields they hold. Whatever cannot be read is reported with file, line,
 * field and value, and marks the row as rejected; null stands for a blank cell as well as for such a one.
 */
final class Row {
    private static final int MOST_DIGITS = 18;

    private final Columns columns;
    private final RowReader reader;
    private final Tally tally;
    private final CellFormats formats;
    private final Map<CsvField, Integer> slots;
    private final Map<CsvField, String> constants = new EnumMap<>(CsvField.class);
    private boolean rejected;

    Row(Columns columns, RowReader reader, Tally tally) {
        this.columns = columns;
        this.reader = reader;
        this.tally = tally;
        this.formats =
                new CellFormats(columns.layout().dateFormats(), columns.layout().decimal());
        this.slots = columns.slots();
        columns.layout().constants().forEach((field, value) -> constants.put(field, Text.trim(value)));
    }

    void reset() {
        rejected = false;
    }

    boolean isRejected() {
        return rejected;
    }

    Columns columns() {
        return columns;
    }

    long line() {
        return reader.line();
    }

    // ---- cells

    /** The trimmed cell, or else the constant; null if there is neither. */
    private @Nullable String raw(CsvField field) {
        Integer slot = slots.get(field);
        String cell = slot == null ? null : reader.cell(slot);
        return cell == null ? constants.get(field) : cell;
    }

    private @Nullable String mandatory(CsvField field) {
        String value = raw(field);
        if (value == null) {
            reject(CsvProblem.BLANK, field, "");
        }
        return value;
    }

    @Nullable String text(CsvField field) {
        String value = raw(field);
        return value == null ? null : text(field, field.kind(), value);
    }

    /** An identifier in a field that may as well hold a text. */
    @Nullable String mandatoryId(CsvField field) {
        String value = mandatory(field);
        return value == null ? null : text(field, CsvField.Kind.ID, value);
    }

    private @Nullable String text(CsvField field, CsvField.Kind kind, String value) {
        CsvProblem problem = CellFormats.problem(kind, value);
        if (problem != null) {
            reject(problem, field, value, "length", value.length(), "longest", CellFormats.longest(kind));
            return null;
        }
        return Formulas.bare(value);
    }

    @Nullable LocalDate date(CsvField field) {
        String value = raw(field);
        return value == null ? null : date(field, value);
    }

    @Nullable LocalDate mandatoryDate(CsvField field) {
        String value = mandatory(field);
        return value == null ? null : date(field, value);
    }

    private @Nullable LocalDate date(CsvField field, String value) {
        LocalDate date = formats.date(value);
        if (date == null) {
            reject(
                    CsvProblem.NOT_A_DATE,
                    field,
                    value,
                    "formats",
                    String.join(", ", columns.layout().dateFormats()));
        } else if (!DateFormats.isBusinessDate(date)) {
            reject(CsvProblem.DATE_OUT_OF_RANGE, field, value);
            return null;
        }
        return date;
    }

    /** The currency in the cell, the constant, or the fallback where the file has no such column. */
    @Nullable Currency currency(@Nullable Currency fallback) {
        if (!columns.has(CsvField.CURRENCY) && fallback != null) {
            return fallback;
        }
        String value = mandatory(CsvField.CURRENCY);
        Currency currency = value == null ? null : formats.currency(value);
        if (value != null && currency == null) {
            reject(CsvProblem.UNKNOWN_CURRENCY, CsvField.CURRENCY, value);
        }
        return currency;
    }

    /** An amount; without a currency it is only checked for being a number. */
    @Nullable Money money(CsvField field, @Nullable Currency currency) {
        String value = raw(field);
        return value == null ? null : money(field, value, currency);
    }

    @Nullable Money mandatoryMoney(CsvField field, @Nullable Currency currency) {
        String value = mandatory(field);
        return value == null ? null : money(field, value, currency);
    }

    private @Nullable Money money(CsvField field, String value, @Nullable Currency currency) {
        BigDecimal amount = formats.amount(value);
        if (amount == null) {
            reject(
                    CsvProblem.NOT_AN_AMOUNT,
                    field,
                    value,
                    "decimal",
                    String.valueOf(columns.layout().decimal()));
            return null;
        }
        if (currency == null) {
            return null;
        }
        if (Money.fits(amount, currency)) {
            return Money.of(amount, currency);
        }
        int digits = Money.digits(currency);
        boolean large = amount.precision() - amount.scale() > MOST_DIGITS - digits;
        reject(
                large ? CsvProblem.AMOUNT_TOO_LARGE : CsvProblem.TOO_MANY_DECIMALS,
                field,
                value,
                "currency",
                currency.getCurrencyCode(),
                "digits",
                digits);
        return null;
    }

    FactKind type() {
        String value = raw(CsvField.TYPE);
        FactKind type = value == null ? FactKind.INVOICE : CellFormats.type(value);
        if (type == null) {
            reject(CsvProblem.UNKNOWN_TYPE, CsvField.TYPE, value == null ? "" : value);
            return FactKind.INVOICE;
        }
        return type;
    }

    boolean flag(CsvField field) {
        String value = raw(field);
        Boolean flag = value == null ? Boolean.FALSE : CellFormats.flag(value);
        if (flag == null) {
            reject(CsvProblem.NOT_YES_OR_NO, field, value == null ? "" : value);
        }
        return Boolean.TRUE.equals(flag);
    }

    // ---- problems

    /** The cell as it stands in the file, to be quoted in a problem. */
    String stated(CsvField field) {
        String value = raw(field);
        return value == null ? "" : value;
    }

    /** Reports an error; the row is left out. */
    void reject(CsvProblem code, CsvField field, String value, Object... more) {
        rejected = true;
        warn(code, field, value, more);
    }

    /** Reports something about a cell that does not keep the row out. */
    void warn(CsvProblem code, CsvField field, String value, Object... more) {
        report(code, field.code(), Text.shown(value), more);
    }

    /** Rejects the row for its shape. */
    void rejectWhole(CsvProblem code, Object... more) {
        rejected = true;
        report(code, "", "", more);
    }

    private void report(CsvProblem code, String field, String value, Object... more) {
        List<Object> all = new ArrayList<>(List.of(
                Problem.FILE, columns.file(), Problem.LINE, reader.line(), Problem.FIELD, field, Problem.VALUE, value));
        all.addAll(List.of(more));
        tally.report(Problem.of(code, all.toArray()));
    }
}
