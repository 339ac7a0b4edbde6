package io.receivables.files;

import io.receivables.core.Money;
import io.receivables.core.Problem;
import io.receivables.files.CsvLayout.RowType;
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
    private final RowCursor reader;
    private final Tally tally;
    private final CellFormats formats;
    private final Map<CsvField, Integer> slots;
    private final Map<CsvField, String> constants = new EnumMap<>(CsvField.class);
    private final @Nullable CsvField headed;
    private final @Nullable RejectedFile rejectedFile;
    private boolean rejected;

    /**
     * @param rejectedFile where to note why a row is rejected; null where nobody wants to know
     */
    Row(Columns columns, RowCursor reader, Tally tally, @Nullable RejectedFile rejectedFile) {
        this.columns = columns;
        this.reader = reader;
        this.tally = tally;
        this.rejectedFile = rejectedFile;
        this.formats = new CellFormats(columns.layout());
        this.slots = columns.slots();
        this.headed = columns.layout().headings().orElse(null);
        columns.layout().constants().forEach((field, value) -> constants.put(field, Text.trim(value)));
    }

    void reset() {
        rejected = false;
        if (rejectedFile != null) {
            rejectedFile.startRow();
        }
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

    /**
     * Whether this is a totals line: without an identifier and a date of its own, and either called a total or nothing but
     * amounts.
     */
    boolean isTotal(List<CsvField> marks) {
        boolean blank = true;
        for (CsvField mark : marks) {
            String cell = cell(mark);
            if (cell != null && !cell.equals(reader.lead())) {
                return false;
            }
            blank &= cell == null;
        }
        return NonData.isTotal(reader.lead()) || (blank && hasNothingButAmounts());
    }

    private boolean hasNothingButAmounts() {
        return cell(CsvField.AMOUNT) != null
                && cell(CsvField.CUSTOMER_ID) == null
                && cell(CsvField.CUSTOMER_NAME) == null
                && cell(CsvField.INVOICE_ID) == null;
    }

    // ---- cells

    /** The trimmed cell itself; null where it is blank or the column missing. */
    private @Nullable String cell(CsvField field) {
        Integer slot = slots.get(field);
        String cell = slot == null ? null : reader.cell(slot);
        if (cell == null) {
            return null;
        }
        // of identifiers and texts the guard is taken off later: it counts as one of their characters
        boolean isText = field.kind() == CsvField.Kind.ID || field.kind() == CsvField.Kind.TEXT;
        String bare = isText ? cell : Formulas.bare(cell);
        return CellFormats.isNothing(field.kind(), bare) ? null : bare;
    }

    /** The trimmed cell, or else the heading above it, or else the constant; null if there is none of them. */
    private @Nullable String raw(CsvField field) {
        String cell = cell(field);
        if (cell != null) {
            return cell;
        }
        String heading = field == headed ? reader.heading() : null;
        return heading == null ? constants.get(field) : heading;
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
        Amounts.Stated stated = formats.amount(value);
        if (stated == null) {
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
        if (!stated.isIn(currency)) {
            reject(CsvProblem.MARKED_OTHERWISE, field, value, "currency", currency.getCurrencyCode());
            return null;
        }
        BigDecimal amount = stated.value();
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

    RowType type() {
        String value = raw(CsvField.TYPE);
        RowType type = value == null ? RowType.INVOICE : formats.type(value);
        if (type == null) {
            reject(CsvProblem.UNKNOWN_TYPE, CsvField.TYPE, value == null ? "" : value);
            return RowType.INVOICE;
        }
        return type;
    }

    /** Whether the status is one of rows that do not count, such as that of a draft; other statuses say nothing. */
    boolean isIgnoredByStatus() {
        String status = raw(CsvField.STATUS);
        return status != null && formats.type(status) == RowType.IGNORED;
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
    Tally.Fate rejectWhole(CsvProblem code, Object... more) {
        rejected = true;
        report(code, "", "", more);
        return Tally.Fate.REJECTED;
    }

    /** Says that the row holds no data. */
    Tally.Fate passOver(CsvProblem code) {
        report(code, "", Text.shown(reader.lead()));
        return Tally.Fate.PASSED_OVER;
    }

    private void report(CsvProblem code, String field, String value, Object... more) {
        if (!tally.keepsProblems() && rejectedFile == null) {
            tally.reportUnkept(code);
            return;
        }
        List<Object> all = new ArrayList<>(List.of(
                Problem.FILE, columns.file(), Problem.LINE, reader.line(), Problem.FIELD, field, Problem.VALUE, value));
        all.addAll(List.of(more));
        Problem problem = Problem.of(code, all.toArray());
        tally.report(problem);
        if (rejectedFile != null && problem.isError()) {
            rejectedFile.because(problem);
        }
    }
}
