package io.receivables.dunning.desk;

import io.receivables.core.ProblemCode;
import io.receivables.core.Severity;
import java.util.Locale;
import java.util.ResourceBundle;

/** Why the desk refuses what it is told. */
public enum DeskProblem implements ProblemCode {
    UNKNOWN_LETTER("001"),
    LETTER_NOT_SENT("002"),
    LETTER_REACHED("003"),
    LETTER_NOT_IN_DOUBT("004"),
    CONFLICTING_EVENT("005"),
    UNKNOWN_HOLD("006"),
    NOT_INSOLVENT("007"),
    UNKNOWN_OFFER("008"),
    OFFER_DECLINED("009"),
    OFFER_EXPIRED("010"),
    INSTALMENT_PAST("011"),
    ACTION_UNDER_WAY("012"),
    NOT_HANDED_OVER("013"),
    ENDS_BEFORE_IT_BEGINS("014"),
    OFFER_AGREED("015");

    private final String id;

    DeskProblem(String number) {
        this.id = "RCV-DESK-" + number;
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
        return ResourceBundle.getBundle("io.receivables.dunning.desk.DeskProblems", language);
    }
}
