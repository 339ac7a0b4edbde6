package io.receivables.dunning.policy;

import io.receivables.core.ProblemCode;
import io.receivables.core.Severity;
import java.util.Locale;
import java.util.ResourceBundle;

/** What can be wrong with a policy. Errors keep a policy from being used; warnings are about what works and may not be meant. */
public enum PolicyProblem implements ProblemCode {
    BLANK("001", Severity.ERROR),
    TOO_LONG("002", Severity.ERROR),
    NO_STEPS("003", Severity.ERROR),
    LEVEL_OUT_OF_RANGE("004", Severity.ERROR),
    LEVEL_NOT_RISING("005", Severity.ERROR),
    COURTESY_WITH_LEVEL("006", Severity.ERROR),
    COURTESY_AFTER_LADDER("007", Severity.ERROR),
    COURTESY_AFTER_DUE("008", Severity.ERROR),
    COURTESY_NOT_RISING("009", Severity.ERROR),
    COURTESY_WITH_CHARGES("010", Severity.ERROR),
    BEFORE_DUE("011", Severity.ERROR),
    NO_TIME("012", Severity.ERROR),
    NOTHING_BEFORE("013", Severity.ERROR),
    DAYS_OUT_OF_RANGE("014", Severity.ERROR),
    NEGATIVE_MINIMUM("015", Severity.ERROR),
    UNREACHABLE("016", Severity.ERROR),
    RETURN_CONTACT_AS_STEP("017", Severity.ERROR),
    NOTICE_WITHOUT_PROOF("018", Severity.ERROR),
    UNKNOWN_LANGUAGE("019", Severity.ERROR),
    UNKNOWN_COUNTRY("020", Severity.ERROR),
    UNKNOWN_REGIME("021", Severity.ERROR),
    ATTEMPTS_OUT_OF_RANGE("022", Severity.ERROR),
    /**
     * A file goes to somebody else without a formal notice. Nowhere is that forbidden, an agency or lawyer sends one of
     * their own, so it is a warning for every country; but a notice of one's own costs less, and often is enough.
     */
    HAND_OVER_WITHOUT_NOTICE("101", Severity.WARNING),
    NOTICE_OF_WEAK_PROOF("102", Severity.WARNING),
    INTEREST_WITHOUT_REGIME("103", Severity.WARNING),
    OVERLAPPING("104", Severity.WARNING),
    WITHIN_GRACE("105", Severity.WARNING),
    WITHIN_INTERVAL("106", Severity.WARNING),
    LOWER_MINIMUM("107", Severity.WARNING),
    HOLD_WITHOUT_DAYS("108", Severity.WARNING),
    NOTICE_WITHOUT_COUNTRY("109", Severity.WARNING);

    private final String id;
    private final Severity severity;

    PolicyProblem(String number, Severity severity) {
        this.id = "RCV-POLICY-" + number;
        this.severity = severity;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Severity severity() {
        return severity;
    }

    @Override
    public ResourceBundle messages(Locale language) {
        return ResourceBundle.getBundle("io.receivables.dunning.policy.PolicyProblems", language);
    }
}
