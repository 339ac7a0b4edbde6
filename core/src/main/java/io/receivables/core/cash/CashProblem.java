package io.receivables.core.cash;

import io.receivables.core.ProblemCode;
import io.receivables.core.Severity;
import java.util.Locale;
import java.util.ResourceBundle;

/** Why a bank line was not applied, or not taken back, or not booked at all. All deserve a look; none loses money. */
public enum CashProblem implements ProblemCode {
    /** The line names nothing that is open. */
    NO_ITEM_NAMED("001"),
    /** What is open of the items named is not what was paid. */
    AMOUNT_DIFFERS("002"),
    /** The line names items of several customers. */
    SEVERAL_CUSTOMERS("003"),
    /** Several divisions fit. */
    SEVERAL_FIT("004"),
    /** What it names is owed in another currency. */
    OTHER_CURRENCY("005"),
    /** A matcher proposed more than is open, or more than was paid. */
    PROPOSAL_DOES_NOT_FIT("006"),
    /** A sum whose parts are not stated. */
    SUM_WITHOUT_PARTS("007"),
    /** What came back is no payment that is known. */
    ORIGINAL_UNKNOWN("008"),
    /** Several payments may be the one that came back. */
    SEVERAL_ORIGINALS("009"),
    /** The payment that came back was of another amount. */
    RETURN_DIFFERS("010"),
    /** The payment that came back has come back before. */
    RETURNED_BEFORE("011"),
    /** A payment of our own came back, or the bank undid a booking: no customer paid. */
    MONEY_BACK_IN("012"),
    /** The parts of a sum came after the sum was booked as one payment. */
    PARTS_CAME_LATE("013");

    private final String id;

    CashProblem(String number) {
        this.id = "RCV-CASH-" + number;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public ResourceBundle messages(Locale language) {
        return ResourceBundle.getBundle("io.receivables.core.cash.CashProblems", language);
    }
}
