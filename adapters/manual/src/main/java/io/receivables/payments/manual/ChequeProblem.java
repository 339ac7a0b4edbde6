package io.receivables.payments.manual;

import io.receivables.core.ProblemCode;
import io.receivables.core.Severity;
import java.util.Locale;
import java.util.ResourceBundle;

/** Why something that the office tells of a cheque is not recorded. */
public enum ChequeProblem implements ProblemCode {
    NOT_ASKED("001"),
    ASKED_ALREADY("002"),
    ONE_CHEQUE("003"),
    NO_CHEQUE("004"),
    NOT_DEPOSITED("005"),
    POST_DATED("006"),
    STALE("007"),
    DEPOSITED_ALREADY("008"),
    NEW_CHEQUE("009"),
    OTHER_CURRENCY("010"),
    IN_THE_FUTURE("011"),
    OUT_OF_ORDER("012");

    private final String id;

    ChequeProblem(String number) {
        this.id = "RCV-CHEQUE-" + number;
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
        return ResourceBundle.getBundle("io.receivables.payments.manual.ChequeMessages", language);
    }
}
