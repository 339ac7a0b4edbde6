package io.receivables.payments.desk;

import io.receivables.core.ProblemCode;
import io.receivables.core.Severity;
import java.util.Locale;
import java.util.ResourceBundle;

/** Why the desk refuses what it is told. No message repeats a secret or personal data. */
public enum PaymentDeskProblem implements ProblemCode {
    UNKNOWN_PROVIDER("001"),
    UNKNOWN_FACTORY("002"),
    FACTORY_TWICE("003"),
    NEWER_PROVIDER("004"),
    PROVIDER_REFUSES_CONFIGURATION("005"),
    UNKNOWN_PAYMENT("006"),
    OTHER_REQUEST("007"),
    ASKED_ALREADY("008"),
    NOTHING_TO_REFUND("009"),
    PAYMENT_ENDED("010"),
    OPERATION_UNSUPPORTED("011"),
    NOT_IN_DOUBT("012"),
    KEY_IMPOSSIBLE("013"),
    REFERENCE_TAKEN("014"),
    OTHER_ERRAND("015");

    private final String id;

    PaymentDeskProblem(String number) {
        this.id = "RCV-PAYDESK-" + number;
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
        return ResourceBundle.getBundle("io.receivables.payments.desk.PaymentDeskProblems", language);
    }
}
