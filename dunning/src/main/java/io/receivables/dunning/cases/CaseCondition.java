package io.receivables.dunning.cases;

/** A condition of a guard: one of the answers to a question about a case and a move. */
public enum CaseCondition {
    NOTHING_OPEN(CaseQuestion.OPEN, "nothing is open then"),
    SOMETHING_OPEN(CaseQuestion.OPEN, "something is open then"),

    WITH_LOSS(CaseQuestion.LOSS, "something was written off"),
    WITHOUT_LOSS(CaseQuestion.LOSS, "nothing was written off"),

    NEW(CaseQuestion.DUE, "the step is new"),
    ANOTHER_PENDING(CaseQuestion.DUE, "an action is pending"),
    TAKEN_ALREADY(CaseQuestion.DUE, "the step was taken already"),
    OF_OTHER_CYCLE(CaseQuestion.DUE, "the step is of another cycle"),

    PENDING(CaseQuestion.AWAITED, "the action is the pending one"),
    TAKEN_LAST(CaseQuestion.AWAITED, "the action is the one taken last"),
    NEITHER(CaseQuestion.AWAITED, "the action is neither pending nor the last"),

    THIS_CYCLE(CaseQuestion.CYCLE, "it is of this cycle"),
    OTHER_CYCLE(CaseQuestion.CYCLE, "it is of another cycle"),

    COURTESY(CaseQuestion.STEP, "a courtesy notice"),
    LADDER_STEP(CaseQuestion.STEP, "a reminder, negotiation, credit stop or write-off proposal"),
    FORMAL_NOTICE(CaseQuestion.STEP, "a formal notice"),
    RETURN_CONTACT(CaseQuestion.STEP, "the contact after a return"),

    LATEST_ATTEMPT(CaseQuestion.ATTEMPT, "no later attempt is known"),
    OVERTAKEN(CaseQuestion.ATTEMPT, "a later attempt is known"),

    TO_TRY_AGAIN(CaseQuestion.AGAIN, "it will be tried again"),
    GIVEN_UP(CaseQuestion.AGAIN, "it will not be tried again"),

    NEW_CYCLE(CaseQuestion.RESTART, "the cycle is new"),
    KNOWN_CYCLE(CaseQuestion.RESTART, "the cycle is known");

    private final CaseQuestion question;
    private final String words;

    CaseCondition(CaseQuestion question, String words) {
        this.question = question;
        this.words = words;
    }

    CaseQuestion question() {
        return question;
    }

    /** The condition in English, as it stands in docs/dunning-states.md. */
    @Override
    public String toString() {
        return words;
    }
}
