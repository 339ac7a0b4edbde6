package io.receivables.core.cash;

/** What to do about money that came back. {@link #code()} is the pinned text. */
public enum ReturnAdvice {
    /** Present the same payment again on a later day: the payer lacked the money. */
    REPRESENT_LATER("represent-later"),
    /** The order was wrong: mend it and present it again. */
    REPRESENT_AFTER_FIX("represent-after-fix"),
    /** The account is wrong or closed: ask the payer for another before anything is presented again. */
    NEW_ACCOUNT("new-account"),
    /** There is no valid mandate: agree on one before anything is presented again. */
    NEW_MANDATE("new-mandate"),
    /** The payer or their bank said no: talk to them, and do not present it again by yourself. */
    CONTACT_PAYER("contact-payer"),
    /** It was taken for a second presentation: look whether the first was paid. */
    CHECK_FOR_DUPLICATE("check-for-duplicate"),
    /** Do not present it again, and write to nobody before a person has looked at it: the payer died, or the law forbids it. */
    STOP("stop"),
    /** No cause is told: ask the bank. */
    INVESTIGATE("investigate");

    private final String code;

    ReturnAdvice(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
