package io.receivables.payments.manual;

import io.receivables.payments.spi.PaymentFact;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The rules that rows of {@link ChequeTable} follow. {@link #id()} is pinned. */
public enum ChequeRule {
    // asking
    ASKED("CHQ-01", PaymentFact.AWAITING_PAYER),
    ASKED_ALREADY("CHQ-02", ChequeProblem.ASKED_ALREADY),
    NOT_ASKED("CHQ-03", ChequeProblem.NOT_ASKED),

    // in the office
    RECEIVED("CHQ-10", PaymentFact.PAYER_ACCEPTED),
    RECEIVED_POST_DATED("CHQ-11", PaymentFact.PAYER_ACCEPTED),
    RECEIVED_STALE("CHQ-12", PaymentFact.FAILED),
    ONE_CHEQUE("CHQ-13", ChequeProblem.ONE_CHEQUE),
    NO_CHEQUE("CHQ-14", ChequeProblem.NO_CHEQUE),
    DATE_REACHED("CHQ-20"),
    CERTIFIED("CHQ-21"),
    WENT_STALE("CHQ-22", PaymentFact.FAILED),
    CERTIFIED_TOO_LATE("CHQ-23", ChequeProblem.NEW_CHEQUE),

    // at the bank
    DEPOSITED("CHQ-30", PaymentFact.PAYER_ACCEPTED),
    TOO_EARLY("CHQ-31", ChequeProblem.POST_DATED),
    TOO_OLD("CHQ-32", ChequeProblem.STALE),
    DEPOSITED_ALREADY("CHQ-33", ChequeProblem.DEPOSITED_ALREADY),
    NEVER_AGAIN("CHQ-34", ChequeProblem.NEW_CHEQUE),
    CLEARED("CHQ-40", PaymentFact.SETTLED),
    RETURNED_UNCLEARED("CHQ-41", PaymentFact.FAILED),
    RETURNED("CHQ-42", PaymentFact.RETURNED),
    NOT_DEPOSITED("CHQ-43", ChequeProblem.NOT_DEPOSITED),

    // time
    NOTHING_TO_WAIT_FOR("CHQ-50");

    private final String id;
    private final @Nullable PaymentFact says;
    private final @Nullable ChequeProblem problem;

    ChequeRule(String id, @Nullable PaymentFact says, @Nullable ChequeProblem problem) {
        this.id = id;
        this.says = says;
        this.problem = problem;
    }

    ChequeRule(String id, PaymentFact says) {
        this(id, says, null);
    }

    ChequeRule(String id, ChequeProblem problem) {
        this(id, null, problem);
    }

    ChequeRule(String id) {
        this(id, null, null);
    }

    public String id() {
        return id;
    }

    /** What is observed of the payment; empty where nothing that matters to it happened. */
    public Optional<PaymentFact> says() {
        return Optional.ofNullable(says);
    }

    /** What whoever tells it is answered, where the rule refuses. */
    public Optional<ChequeProblem> problem() {
        return Optional.ofNullable(problem);
    }

    /** What the rule says, in French where the locale's language is French, in English otherwise. */
    public String text(Locale locale) {
        Locale language = locale.getLanguage().equals("fr") ? Locale.FRENCH : Locale.ENGLISH;
        return ResourceBundle.getBundle("io.receivables.payments.manual.ChequeMessages", language)
                .getString(id);
    }
}
