package io.receivables.core.ledger;

import io.receivables.core.ProblemCode;
import io.receivables.core.Severity;
import java.util.Locale;
import java.util.ResourceBundle;

/** What can be wrong with facts that are to become a ledger. */
public enum LedgerProblem implements ProblemCode {
    DUPLICATE("001", Severity.ERROR),
    CONFLICTING_ID("002", Severity.ERROR),
    UNKNOWN_DOCUMENT("003", Severity.ERROR),
    UNKNOWN_SOURCE("004", Severity.ERROR),
    CURRENCY_MISMATCH("005", Severity.ERROR),
    ABOVE_OPEN_AMOUNT("006", Severity.ERROR),
    ABOVE_SOURCE("007", Severity.ERROR),
    UNKNOWN_REVERSAL_TARGET("008", Severity.ERROR),
    ALREADY_REVERSED("009", Severity.ERROR),
    SOURCE_REVERSED("010", Severity.ERROR),
    UNKNOWN_DISPUTE("011", Severity.ERROR),
    NOT_A_DEBIT("012", Severity.ERROR),
    UNKNOWN_INSTALMENT("013", Severity.ERROR),
    DISPUTE_ABOVE_DOCUMENT("014", Severity.ERROR),
    ALREADY_RESOLVED("015", Severity.ERROR),
    PAYMENT_BEFORE_DOCUMENT("101", Severity.WARNING),
    OVERPAYMENT("102", Severity.WARNING),
    BEFORE_ITS_TARGET("103", Severity.WARNING),
    OTHER_CUSTOMER("104", Severity.WARNING),
    UNMATCHED_REMITTANCE("105", Severity.WARNING),
    REFUNDED_BEFORE_REVERSAL("106", Severity.WARNING);

    private final String id;
    private final Severity severity;

    LedgerProblem(String number, Severity severity) {
        this.id = "RCV-LEDGER-" + number;
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
        return ResourceBundle.getBundle("io.receivables.core.ledger.LedgerProblems", language);
    }
}
