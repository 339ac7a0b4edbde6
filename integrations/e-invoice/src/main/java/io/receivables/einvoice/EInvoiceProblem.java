package io.receivables.einvoice;

import io.receivables.core.ProblemCode;
import io.receivables.core.Severity;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What can be wrong with an e-invoice: with the file as a whole (001–009) or with a business term (010–099), either of
 * which keeps the invoice out, and what deserves a look (101–199). The attribute {@code field} names the business term of
 * EN 16931 where there is one, {@code element} the element, {@code line} and {@code column} the end of its start tag.
 */
public enum EInvoiceProblem implements ProblemCode {
    NOT_READABLE("001", Severity.ERROR),
    NOT_XML("002", Severity.ERROR),
    UNKNOWN_ENCODING("003", Severity.ERROR),
    WRONG_ENCODING("004", Severity.ERROR),
    DOCTYPE("005", Severity.ERROR),
    TOO_LARGE("006", Severity.ERROR),
    NOT_AN_INVOICE("007", Severity.ERROR),

    MISSING("010", Severity.ERROR),
    CONTRADICTORY("011", Severity.ERROR),
    NOT_A_DATE("012", Severity.ERROR),
    NOT_AN_AMOUNT("013", Severity.ERROR),
    TOO_MANY_DECIMALS("014", Severity.ERROR),
    AMOUNT_TOO_LARGE("015", Severity.ERROR),
    UNKNOWN_CURRENCY("016", Severity.ERROR),
    OTHER_CURRENCY("017", Severity.ERROR),
    UNSUPPORTED_TYPE("018", Severity.ERROR),
    TYPE_AGAINST_ROOT("019", Severity.ERROR),

    TOTALS_DISAGREE("101", Severity.WARNING),
    NOT_AN_IBAN("102", Severity.WARNING),
    NEGATIVE_TOTAL("103", Severity.WARNING),
    TYPE_MISSING("104", Severity.WARNING),
    CORRECTED_INVOICE("105", Severity.WARNING),
    DUE_DATE_MISSING("106", Severity.WARNING),
    SEVERAL_VALUES("107", Severity.WARNING),
    DISCOUNT_LEFT_OUT("108", Severity.WARNING),
    INSTALMENTS_LEFT_OUT("109", Severity.WARNING),
    MORE_PROBLEMS("110", Severity.WARNING);

    private final String id;
    private final Severity severity;

    EInvoiceProblem(String number, Severity severity) {
        this.id = "RCV-EINVOICE-" + number;
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
        return ResourceBundle.getBundle("io.receivables.einvoice.EInvoiceProblems", language);
    }
}
