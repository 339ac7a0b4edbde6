package io.receivables.core.collection;

import io.receivables.core.ProblemCode;
import io.receivables.core.Severity;
import java.util.Locale;
import java.util.ResourceBundle;

/** What can be wrong with facts of a collection. */
public enum CollectionProblem implements ProblemCode {
    DUPLICATE("001", Severity.ERROR),
    CONFLICTING_ID("002", Severity.ERROR),
    UNKNOWN_CUSTOMER("003", Severity.ERROR),
    UNKNOWN_DOCUMENT("004", Severity.ERROR),
    NOT_A_DEBIT("005", Severity.ERROR),
    UNKNOWN_INSTALMENT("006", Severity.ERROR),
    CURRENCY_MISMATCH("007", Severity.ERROR),
    UNKNOWN_TARGET("008", Severity.ERROR),
    ALREADY_CANCELLED("009", Severity.ERROR),
    OTHER_CUSTOMER("101", Severity.WARNING),
    BEFORE_DOCUMENT("102", Severity.WARNING),
    ABOVE_OPEN_AMOUNT("103", Severity.WARNING),
    OVERLAPPING_PLAN("104", Severity.WARNING),
    BEFORE_ITS_TARGET("105", Severity.WARNING);

    private final String id;
    private final Severity severity;

    CollectionProblem(String number, Severity severity) {
        this.id = "RCV-COLLECTION-" + number;
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
        return ResourceBundle.getBundle("io.receivables.core.collection.CollectionProblems", language);
    }
}
