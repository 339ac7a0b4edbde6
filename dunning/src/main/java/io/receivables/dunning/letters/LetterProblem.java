package io.receivables.dunning.letters;

import io.receivables.core.ProblemCode;
import io.receivables.core.Severity;
import java.util.Locale;
import java.util.ResourceBundle;

/** What can be wrong with templates of letters. */
public enum LetterProblem implements ProblemCode {
    // a policy and its templates
    MISSING_TEMPLATE("001", Severity.ERROR),
    MISSING_PART("002", Severity.ERROR),
    MISSING_MENTION("003", Severity.ERROR),
    NO_COUNTRY("004", Severity.ERROR),
    UNKNOWN_COUNTRY("005", Severity.ERROR),
    // a template by itself
    UNKNOWN_FILE("101", Severity.ERROR),
    UNKNOWN_PART("102", Severity.ERROR),
    MALFORMED("103", Severity.ERROR),
    FORBIDDEN_TAG("104", Severity.ERROR),
    UNKNOWN_VARIABLE("105", Severity.ERROR),
    NOT_A_VALUE("106", Severity.ERROR),
    MAY_BE_ABSENT("107", Severity.ERROR),
    UNKNOWN_PARTIAL("108", Severity.ERROR),
    TOO_DEEP("109", Severity.ERROR),
    TOO_LARGE("110", Severity.ERROR),
    LIST_IN_FOREIGN_LIST("111", Severity.ERROR);

    private final String id;
    private final Severity severity;

    LetterProblem(String number, Severity severity) {
        this.id = "RCV-LETTER-" + number;
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
        return ResourceBundle.getBundle("io.receivables.dunning.letters.LetterProblems", language);
    }
}
