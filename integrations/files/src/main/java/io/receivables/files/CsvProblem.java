package io.receivables.files;

import io.receivables.core.ProblemCode;
import io.receivables.core.Severity;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What can be wrong with mapping documents (001–009) and whole files (010–019), which a {@link CsvException} holds, and
 * with rows: errors (020–099) keep the row out, with warnings (101–199) it is taken over. What a CSV file cannot hold when
 * a ledger is written (201–202) comes last.
 */
public enum CsvProblem implements ProblemCode {
    MAPPING_NOT_JSON("001", Severity.ERROR),
    UNKNOWN_KEY("002", Severity.ERROR),
    UNKNOWN_FIELD("003", Severity.ERROR),
    WRONG_SETTING("004", Severity.ERROR),

    EMPTY_FILE("010", Severity.ERROR),
    UNREADABLE_HEADER("011", Severity.ERROR),
    UNKNOWN_HEADER("012", Severity.ERROR),
    DUPLICATE_HEADER("013", Severity.ERROR),
    MISSING_COLUMN("014", Severity.ERROR),
    WRONG_DELIMITER("015", Severity.ERROR),
    OPEN_ON_MISSING("016", Severity.ERROR),
    NOT_COLUMNAR("017", Severity.ERROR),

    BLANK("020", Severity.ERROR),
    NOT_A_DATE("021", Severity.ERROR),
    DATE_OUT_OF_RANGE("022", Severity.ERROR),
    NOT_AN_AMOUNT("023", Severity.ERROR),
    TOO_MANY_DECIMALS("024", Severity.ERROR),
    AMOUNT_TOO_LARGE("025", Severity.ERROR),
    NEGATIVE_AMOUNT("026", Severity.ERROR),
    TAX_OUTSIDE_AMOUNT("027", Severity.ERROR),
    UNKNOWN_CURRENCY("028", Severity.ERROR),
    UNKNOWN_TYPE("029", Severity.ERROR),
    NOT_YES_OR_NO("030", Severity.ERROR),
    TOO_LONG("031", Severity.ERROR),
    INVISIBLE_CHARACTER("032", Severity.ERROR),
    UNDECODABLE("033", Severity.ERROR),
    WRONG_NUMBER_OF_CELLS("034", Severity.ERROR),
    MALFORMED_ROW("035", Severity.ERROR),
    CONFLICTING_ROW("036", Severity.ERROR),
    UNKNOWN_INVOICE("037", Severity.ERROR),
    NEITHER_INVOICE_NOR_CUSTOMER("038", Severity.ERROR),
    PAYS_CREDIT_NOTE("039", Severity.ERROR),
    OTHER_CURRENCY("040", Severity.ERROR),
    PAYMENT_NOT_POSITIVE("041", Severity.ERROR),
    TOTAL_TOO_LARGE("042", Severity.ERROR),
    MARKED_OTHERWISE("043", Severity.ERROR),
    OPEN_ABOVE_AMOUNT("044", Severity.ERROR),
    PAYMENT_ROW_SIGN("045", Severity.ERROR),

    DUPLICATE_ROW("101", Severity.WARNING),
    DUE_BEFORE_ISSUE("102", Severity.WARNING),
    DISPUTED_CREDIT_NOTE("103", Severity.WARNING),
    CUSTOMER_DIFFERS("104", Severity.WARNING),
    UNAPPLIED_TO_UNKNOWN_INVOICE("105", Severity.WARNING),
    NO_ROWS("106", Severity.WARNING),
    TEXT_LINE("107", Severity.WARNING),
    HEADER_AGAIN("108", Severity.WARNING),
    TOTALS_LINE("109", Severity.WARNING),
    IGNORED_ROW("110", Severity.WARNING),
    APPLIED_PAYMENT("111", Severity.WARNING),
    MORE_PROBLEMS("112", Severity.WARNING),

    NOT_WRITTEN("201", Severity.ERROR),
    DETAIL_NOT_WRITTEN("202", Severity.WARNING);

    private final String id;
    private final Severity severity;

    CsvProblem(String number, Severity severity) {
        this.id = "RCV-FILES-" + number;
        this.severity = severity;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Severity severity() {
        return severity;
    }

    @Override
    public ResourceBundle messages(Locale language) {
        return ResourceBundle.getBundle("io.receivables.files.CsvProblems", language);
    }
}
