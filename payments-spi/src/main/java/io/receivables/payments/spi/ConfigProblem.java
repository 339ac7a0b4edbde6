package io.receivables.payments.spi;

import io.receivables.core.ProblemCode;
import io.receivables.core.Severity;
import java.util.Locale;
import java.util.ResourceBundle;

/** What can be wrong with a provider's configuration. No message repeats a secret. */
public enum ConfigProblem implements ProblemCode {
    MISSING("001"),
    UNKNOWN_KEY("002"),
    WRONG_VALUE("003"),
    WRONG_SECRET("004"),
    SECRET_AMONG_VALUES("005");

    private final String id;

    ConfigProblem(String number) {
        this.id = "RCV-PAYCONFIG-" + number;
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
        return ResourceBundle.getBundle("io.receivables.payments.spi.ConfigProblems", language);
    }
}
