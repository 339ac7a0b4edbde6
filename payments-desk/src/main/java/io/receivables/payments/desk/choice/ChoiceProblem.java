package io.receivables.payments.desk.choice;

import io.receivables.core.ProblemCode;
import io.receivables.core.Severity;
import java.util.Locale;
import java.util.ResourceBundle;

/** Why a provider cannot be offered. */
public enum ChoiceProblem implements ProblemCode {
    /** The provider does not have the currency. */
    CURRENCY("001"),
    TOO_LITTLE("002"),
    TOO_MUCH("003"),
    /** The payer gave no mandate. */
    MANDATE("004"),
    /** A request of this provider does not end by itself. */
    NO_EXPIRY("005"),
    /** A request of this provider cannot end so soon or so late. */
    EXPIRY("006");

    private final String id;

    ChoiceProblem(String number) {
        this.id = "RCV-CHOICE-" + number;
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
        return ChoiceMessages.in(language);
    }
}
