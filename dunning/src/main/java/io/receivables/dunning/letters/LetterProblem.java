package io.receivables.dunning.letters;

import io.receivables.core.ProblemCode;
import io.receivables.core.Severity;
import java.util.Locale;
import java.util.ResourceBundle;

/** What can be wrong with templates of letters. */
public enum LetterProblem implements ProblemCode {
    // a policy and its templates
    MISSING_TEMPLATE("001"),
    MISSING_PART("002"),
    MISSING_MENTION("003"),
    NO_COUNTRY("004"),
    UNKNOWN_COUNTRY("005"),
    // a template by itself
    UNKNOWN_FILE("101"),
    UNKNOWN_PART("102"),
    MALFORMED("103"),
    FORBIDDEN_TAG("104"),
    UNKNOWN_VARIABLE("105"),
    NOT_A_VALUE("106"),
    MAY_BE_ABSENT("107"),
    UNKNOWN_PARTIAL("108"),
    TOO_DEEP("109"),
    TOO_LARGE("110"),
    LIST_IN_FOREIGN_LIST("111");

    private final String id;

    LetterProblem(String number) {
        this.id = "RCV-LETTER-" + number;
    }

    @Override
    public String id() {
        return id;
    }

    /** What is wrong with a template is an error: no letter may go out with a part or a mention missing. */
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public ResourceBundle messages(Locale language) {
        return ResourceBundle.getBundle("io.receivables.dunning.letters.LetterProblems", language);
    }
}
