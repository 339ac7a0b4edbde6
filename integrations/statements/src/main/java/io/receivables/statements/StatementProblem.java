package io.receivables.statements;

import io.receivables.core.ProblemCode;
import io.receivables.core.Severity;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What can be wrong with a bank's file. Attributes: {@code statement} and {@code entry} (the booking's number in it) where
 * there are some, {@code line} of the file, {@code field}, {@code value}.
 */
public enum StatementProblem implements ProblemCode {
    /** The file is none of the formats that are read. */
    UNKNOWN_FORMAT("001", Severity.ERROR),
    /** The file is empty. */
    EMPTY("002", Severity.ERROR),
    /** The file, or something in it, is larger than allowed; what was read before stays. */
    TOO_LARGE("003", Severity.ERROR),
    /** The file is not well formed from some place on; what was read before stays. */
    BROKEN("004", Severity.ERROR),
    /** Bytes that are no text in the file's encoding. */
    WRONG_ENCODING("005", Severity.ERROR),
    /** A message that is none that is read, such as an order. */
    OTHER_MESSAGE("006", Severity.ERROR),
    /** The message has no statement. */
    NO_STATEMENT("007", Severity.ERROR),
    /** An archive or a compressed file: it is not unpacked. */
    PACKED("008", Severity.ERROR),
    /** A message that an envelope holds as text, not as elements: it is not taken out. */
    WRAPPED("009", Severity.ERROR),

    /** Something that a statement or booking needs is missing. */
    MISSING("010", Severity.ERROR),
    NOT_A_DATE("011", Severity.ERROR),
    NOT_AN_AMOUNT("012", Severity.ERROR),
    TOO_MANY_DECIMALS("013", Severity.ERROR),
    UNKNOWN_CURRENCY("014", Severity.ERROR),
    /** A code that decides what the booking means is none of those known. */
    UNKNOWN_CODE("015", Severity.ERROR),

    /** The file has a document type, which serves attacks and nothing else: it is not read. */
    DOCTYPE("020", Severity.ERROR),

    /** Opening balance and booked lines do not give the closing balance. */
    BALANCES_DISAGREE("101", Severity.WARNING),
    /** The parts of a sum do not add up to it, so it is kept as a sum. */
    PARTS_DISAGREE("102", Severity.WARNING),
    /** A control figure of the file, such as a number of entries, is not what was read. */
    TOTALS_DISAGREE("103", Severity.WARNING),
    /** A date that no calendar has, such as February 30: the last day of the month was taken. */
    DATE_CORRECTED("104", Severity.WARNING),
    /** A field that is not needed could not be read and is left out. */
    LEFT_OUT("105", Severity.WARNING),
    /** Problems beyond those reported. */
    MORE_PROBLEMS("199", Severity.WARNING);

    private final String id;
    private final Severity severity;

    StatementProblem(String number, Severity severity) {
        this.id = "RCV-STATEMENT-" + number;
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
        return ResourceBundle.getBundle("io.receivables.statements.StatementProblems", language);
    }
}
