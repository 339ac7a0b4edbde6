package io.receivables.core.interest;

import io.receivables.core.ProblemCode;
import io.receivables.core.Severity;
import java.util.Locale;
import java.util.ResourceBundle;

/** Why interest cannot be charged, or what deserves a look before it is. */
public enum InterestProblem implements ProblemCode {
    /** A series of reference rates has no value for a day; the value of another day is never taken. */
    MISSING_RATE("001", Severity.ERROR),
    /** A regime has no rules for documents of a day. */
    REGIME_WITHOUT_RULES("002", Severity.ERROR),
    /** The fixed sum is in another currency than the document, and so left out. */
    FIXED_SUM_IN_OTHER_CURRENCY("101", Severity.WARNING),
    /** The agreed rate is below what the law allows parties to agree on. */
    BELOW_FLOOR("102", Severity.WARNING),
    /** The agreed rate is above what the law allows. */
    ABOVE_CAP("103", Severity.WARNING),
    /** The contract states no yearly rate, so that a lower one is charged. */
    YEARLY_RATE_NOT_STATED("104", Severity.WARNING),
    /** A legal limit of the agreed rate could not be checked for want of a reference rate. */
    LIMIT_NOT_CHECKED("105", Severity.WARNING);

    private final String id;
    private final Severity severity;

    InterestProblem(String number, Severity severity) {
        this.id = "RCV-INTEREST-" + number;
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
        return ResourceBundle.getBundle("io.receivables.core.interest.InterestProblems", language);
    }
}
