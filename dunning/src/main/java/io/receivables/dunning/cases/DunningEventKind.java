package io.receivables.dunning.cases;

import io.receivables.dunning.internal.Codes;

/** The kinds of {@link DunningEvent}, for exhaustive switches and as the stored discriminator ({@link #code()}). */
public enum DunningEventKind {
    ACTION_ACCEPTED("action-accepted"),
    ACTION_SKIPPED("action-skipped"),
    ACTION_POSTPONED("action-postponed"),
    LETTER_SENDING("letter-sending"),
    LETTER_SENT("letter-sent"),
    LETTER_FAILED("letter-failed"),
    LETTER_WITHDRAWN("letter-withdrawn"),
    LETTER_ACKNOWLEDGED("letter-acknowledged"),
    SALES_ASKED("sales-asked"),
    SALES_ANSWERED("sales-answered"),
    CALL_MADE("call-made"),
    CONTACT_CORRECTED("contact-corrected"),
    HOLD_SET("hold-set"),
    HOLD_RELEASED("hold-released"),
    INSOLVENCY_OPENED("insolvency-opened"),
    INSOLVENCY_CLOSED("insolvency-closed"),
    DEBIT_REJECTED("debit-rejected"),
    RECOVERED("recovered"),
    LADDER_RESTARTED("ladder-restarted"),
    FILE_RECALLED("file-recalled"),
    PLAN_OFFERED("plan-offered"),
    PLAN_DECLINED("plan-declined"),
    PLAN_AGREED("plan-agreed");

    private final String code;

    DunningEventKind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /**
     * The kind of a code.
     *
     * @throws IllegalArgumentException if there is none of that code
     */
    public static DunningEventKind ofCode(String code) {
        return Codes.find("kind of dunning event", code, values(), DunningEventKind::code);
    }
}
