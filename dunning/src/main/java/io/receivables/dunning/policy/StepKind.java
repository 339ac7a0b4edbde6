package io.receivables.dunning.policy;

import io.receivables.dunning.internal.Codes;

/** What a step is. {@link #code()} is its pinned text in files and stores. */
public enum StepKind {
    /** A friendly notice before the due date or on it; no reminder, and no level of the ladder. */
    COURTESY("courtesy"),
    /** A reminder of what is past due. */
    REMINDER("reminder"),
    /** A formal notice to pay, which has legal effect (French: mise en demeure). */
    FORMAL_NOTICE("formal-notice"),
    /** An offer to talk: a payment plan, a settlement. */
    NEGOTIATION("negotiation"),
    /** The proposal to supply no more on credit. */
    CREDIT_STOP("credit-stop"),
    /** The file goes to somebody else, see {@link DunningStep#successor()}. Nothing of the ladder follows. */
    HAND_OVER("hand-over"),
    /** The proposal to give the item up as a loss. Nothing of the ladder follows. */
    WRITE_OFF_PROPOSAL("write-off-proposal"),
    /** The early contact after a returned payment or a rejected debit; no step of a policy, see {@link
     * DunningPolicy#returnContact()}. */
    RETURN_CONTACT("return-contact");

    private final String code;

    StepKind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** Whether the ladder ends with a step of this kind. */
    public boolean isLast() {
        return this == HAND_OVER || this == WRITE_OFF_PROPOSAL;
    }

    /** Whether the customer hears of a step of this kind; of the others, only the seller's own people do. */
    public boolean reachesCustomer() {
        return switch (this) {
            case COURTESY, REMINDER, FORMAL_NOTICE, NEGOTIATION, RETURN_CONTACT -> true;
            case CREDIT_STOP, HAND_OVER, WRITE_OFF_PROPOSAL -> false;
        };
    }

    /** Whether a step of this kind moves an item up the ladder; others stand beside it. */
    public boolean isOnLadder() {
        return this != COURTESY && this != RETURN_CONTACT;
    }

    /**
     * The kind of a code.
     *
     * @throws IllegalArgumentException if there is none of that code
     */
    public static StepKind ofCode(String code) {
        return Codes.find("kind of step", code, values(), StepKind::code);
    }
}
