package io.receivables.dunning.work;

/** Why a person is needed. Others may be added: have a default branch. {@link #code()} is its pinned text. */
public enum TaskKind {
    /** A call that is to be made. */
    CALL("call"),
    /** A visit that is to be made. */
    VISIT("visit"),
    /** Sending of a letter began, and nobody knows whether it went out. */
    LETTER_IN_DOUBT("letter-in-doubt"),
    /** A letter was given up, or nobody was reached by phone: an address or a number is to be put right. */
    UNDELIVERABLE("undeliverable"),
    /** Sales were asked about a step and have not answered. */
    SALES_QUESTION("sales-question"),
    /** A promise was broken, and nobody has spoken to the customer since. */
    BROKEN_PROMISE("broken-promise"),
    /** A payment plan was broken, and nobody has spoken to the customer since. */
    BROKEN_PLAN("broken-plan");

    private final String code;

    TaskKind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
