package io.receivables.dunning.cases;

/** What may move a case. {@link #code()} is its pinned text. */
public enum CaseTrigger {
    // ---- what is owed, told by the ledger
    ISSUED("issued"),
    /** A payment was applied, and something is left. */
    PART_PAID("part-paid"),
    /** A payment was applied, and nothing is left. */
    PAID_IN_FULL("paid-in-full"),
    /** A credit note was applied. */
    CREDITED("credited"),
    /** What was paid went back, or is applied no longer. */
    PAYMENT_RETURNED("payment-returned"),
    /** A credit is applied no longer. */
    SETTLEMENT_UNDONE("settlement-undone"),
    WRITTEN_OFF("written-off"),
    /** A write-off was taken back. */
    WRITE_OFF_UNDONE("write-off-undone"),
    RECOVERED("recovered"),
    DEBIT_REJECTED("debit-rejected"),

    // ---- the ladder, told by the journal
    /** A step was due, and the action was accepted. */
    STEP_DUE("step-due"),
    ACTION_SENDING("action-sending"),
    ACTION_DELIVERED("action-delivered"),
    /** The action that was delivered hands the file over. */
    HANDED_OVER("handed-over"),
    ACTION_FAILED("action-failed"),
    ACTION_WITHDRAWN("action-withdrawn"),
    ACTION_SKIPPED("action-skipped"),
    ACTION_POSTPONED("action-postponed"),
    LADDER_RESTARTED("ladder-restarted"),
    FILE_RECALLED("file-recalled"),

    // ---- people
    SALES_ASKED("sales-asked"),
    SALES_ANSWERED("sales-answered"),
    CALL_MADE("call-made"),
    CONTACT_CORRECTED("contact-corrected"),

    // ---- what suspends
    DISPUTE_OPENED("dispute-opened"),
    DISPUTE_FOR_SELLER("dispute-for-seller"),
    DISPUTE_FOR_CUSTOMER("dispute-for-customer"),
    DISPUTE_SPLIT("dispute-split"),
    DISPUTE_WITHDRAWN("dispute-withdrawn"),
    /** A dispute ended, and nobody said in whose favour. */
    DISPUTE_ENDED("dispute-ended"),
    PROMISE_MADE("promise-made"),
    /** The money that had kept a promise went back, and there is time left. */
    PROMISE_REOPENED("promise-reopened"),
    PROMISE_KEPT("promise-kept"),
    PROMISE_BROKEN("promise-broken"),
    PROMISE_CANCELLED("promise-cancelled"),
    PLAN_OFFERED("plan-offered"),
    PLAN_DECLINED("plan-declined"),
    /** The journal says that the offer was agreed to; that the plan runs, the collection says. */
    OFFER_AGREED("offer-agreed"),
    PLAN_AGREED("plan-agreed"),
    /** A plan that was behind, or had been paid with money that went back, is in order. */
    PLAN_IN_ORDER("plan-in-order"),
    /** An instalment is late, within the tolerance. */
    INSTALMENT_LATE("instalment-late"),
    INSTALMENT_MISSED("instalment-missed"),
    PLAN_COMPLETED("plan-completed"),
    PLAN_CANCELLED("plan-cancelled"),
    HOLD_SET("hold-set"),
    HOLD_RELEASED("hold-released"),
    INSOLVENCY_OPENED("insolvency-opened"),
    INSOLVENCY_CLOSED("insolvency-closed");

    private final String code;

    CaseTrigger(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
