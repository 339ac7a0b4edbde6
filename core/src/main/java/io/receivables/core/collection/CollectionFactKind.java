package io.receivables.core.collection;

/** The kinds of {@link CollectionFact}, for exhaustive switches and as the stored discriminator ({@link #code()}). */
public enum CollectionFactKind {
    PROMISE_TO_PAY("promise-to-pay"),
    PAYMENT_PLAN("payment-plan"),
    CREDIT_LIMIT("credit-limit"),
    CREDIT_HOLD("credit-hold"),
    REMINDER_SENT("reminder-sent"),
    CANCELLATION("cancellation");

    private final String code;

    CollectionFactKind(String code) {
        this.code = code;
    }

    /** The pinned text of this kind in files and stores. */
    public String code() {
        return code;
    }

    /**
     * The kind of a code.
     *
     * @throws IllegalArgumentException if there is none of that code
     */
    public static CollectionFactKind ofCode(String code) {
        for (CollectionFactKind kind : values()) {
            if (kind.code.equals(code)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("kind of collection fact \"" + code + "\" is unknown");
    }
}
