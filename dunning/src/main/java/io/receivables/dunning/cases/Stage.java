package io.receivables.dunning.cases;

/** Where a case stands on its way. {@link #code()} is its pinned text in files and stores. */
public enum Stage {
    /** Nothing was sent. */
    CURRENT("current"),
    /** A courtesy notice was sent. */
    NOTIFIED("notified"),
    /** Reminded, as often as the level says. */
    REMINDED("reminded"),
    /** Formal notice was given; later steps such as a negotiation leave it so. */
    FORMAL_NOTICE("formal-notice"),
    /** A collection agency or a lawyer has the file. */
    HANDED_OVER("handed-over"),
    /** Nothing is open. A returned payment reopens the case where it stood. */
    SETTLED("settled"),
    /** Given up as a loss. */
    WRITTEN_OFF("written-off");

    private final String code;

    Stage(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
