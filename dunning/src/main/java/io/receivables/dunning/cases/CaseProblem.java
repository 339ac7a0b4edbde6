package io.receivables.dunning.cases;

import io.receivables.core.ProblemCode;
import io.receivables.core.Severity;
import java.util.Locale;
import java.util.ResourceBundle;

/** Why a move of a case is refused. */
public enum CaseProblem implements ProblemCode {
    NOTHING_OPEN("001"),
    NOTHING_WRITTEN_OFF("002"),
    ACTION_PENDING("003"),
    TAKEN_ALREADY("004"),
    OTHER_CYCLE("005"),
    HANDED_OVER("006"),
    NOT_HANDED_OVER("007"),
    SENT_ALREADY("008");

    private final String id;

    CaseProblem(String number) {
        this.id = "RCV-CASE-" + number;
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
        return CaseText.messages(language);
    }
}
