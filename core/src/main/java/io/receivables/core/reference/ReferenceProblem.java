package io.receivables.core.reference;

import io.receivables.core.ProblemCode;
import io.receivables.core.Severity;
import java.util.Locale;
import java.util.ResourceBundle;

/** What can be wrong with a payment reference, an IBAN or a BIC. */
public enum ReferenceProblem implements ProblemCode {
    EMPTY("001"),
    SIGN("002"),
    LENGTH("003"),
    NO_PREFIX("004"),
    CHECK_DIGITS("005"),
    IBAN_EMPTY("011"),
    IBAN_SIGN("012"),
    IBAN_COUNTRY("013"),
    IBAN_LENGTH("014"),
    IBAN_STRUCTURE("015"),
    IBAN_CHECK_DIGITS("016"),
    BIC("021");

    /** The attribute of the {@link ReferenceScheme#code() scheme} that a reference does not fit. */
    public static final String SCHEME = "scheme";

    /** The attribute of what would be right: the number of characters, the check digits. */
    public static final String EXPECTED = "expected";

    /** The attribute of what is there instead. */
    public static final String FOUND = "found";

    /** The attribute of the place of a character, counted from 1. */
    public static final String POSITION = "position";

    private final String id;

    ReferenceProblem(String number) {
        this.id = "RCV-REFERENCE-" + number;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public ResourceBundle messages(Locale language) {
        return ResourceBundle.getBundle("io.receivables.core.reference.ReferenceProblems", language);
    }
}
