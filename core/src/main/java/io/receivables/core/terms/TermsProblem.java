package io.receivables.core.terms;

import io.receivables.core.ProblemCode;
import io.receivables.core.Severity;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What can be wrong with a text of payment terms. Each names the text, how far it was understood ({@link #UNDERSTOOD}) and
 * what follows ({@link #REST}).
 */
public enum TermsProblem implements ProblemCode {
    NOT_TERMS("001", Severity.ERROR),
    NOT_UNDERSTOOD("002", Severity.ERROR),
    INCOMPLETE("003", Severity.ERROR),
    NOT_A_COUNT("004", Severity.ERROR),
    NOT_A_DAY("005", Severity.ERROR),
    NOT_A_PERCENT("006", Severity.ERROR),
    CONTRADICTION("007", Severity.ERROR),
    NOT_THE_WHOLE("008", Severity.ERROR),
    NO_DUE_RULE("009", Severity.ERROR),
    DISCOUNT_BEYOND_DUE_DATE("010", Severity.ERROR),
    DISCOUNT_ORDER("011", Severity.ERROR),
    TOO_LONG("012", Severity.ERROR),
    TWO_READINGS("101", Severity.WARNING),
    DISCOUNT_OF_A_PART("102", Severity.WARNING);

    /** The attribute of the part of the text that was understood. */
    public static final String UNDERSTOOD = "understood";

    /** The attribute of the part of the text that follows. */
    public static final String REST = "rest";

    private final String id;
    private final Severity severity;

    TermsProblem(String number, Severity severity) {
        this.id = "RCV-TERMS-" + number;
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
        return ResourceBundle.getBundle("io.receivables.core.terms.TermsProblems", language);
    }
}
