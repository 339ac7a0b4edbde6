package io.receivables.dunning;

/**
 * The rules that decide about an item, in the order in which they are tried: the first that applies decides. {@link #id()}
 * is pinned.
 */
public enum Rule {
    // nothing to collect
    NOT_ISSUED("DUN-01"),
    SETTLED("DUN-02"),
    WRITTEN_OFF("DUN-03"),
    HANDED_OVER("DUN-04"),
    // nobody may collect
    INSOLVENT("DUN-10"),
    ON_HOLD("DUN-11"),
    PAYMENT_IN_TRANSIT("DUN-12"),
    ALERT_HOLD("DUN-13"),
    ON_PLAN("DUN-14"),
    PROMISED("DUN-15"),
    PLAN_OFFERED("DUN-16"),
    DISPUTED("DUN-17"),
    COVERED_BY_CREDIT("DUN-18"),
    // something is under way
    ACTION_PENDING("DUN-20"),
    UNDELIVERABLE("DUN-21"),
    ACTED_TODAY("DUN-22"),
    POSTPONED("DUN-23"),
    // not yet
    NOT_DUE("DUN-30"),
    IN_GRACE("DUN-31"),
    LADDER_DONE("DUN-32"),
    STEP_NOT_DUE("DUN-33"),
    AFTER_PREVIOUS_STEP("DUN-34"),
    BELOW_MINIMUM("DUN-35"),
    INTERVAL("DUN-36"),
    NO_BUSINESS_DAY("DUN-37"),
    SALES_TO_ANSWER("DUN-38"),
    SALES_REFUSED("DUN-39"),
    // something is to be done
    RETURNED("DUN-50"),
    ALERTED("DUN-51"),
    COURTESY_DUE("DUN-52"),
    STEP_DUE("DUN-53");

    private final String id;

    Rule(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    /** Whether the rule leads to an action. */
    public boolean acts() {
        return compareTo(RETURNED) >= 0;
    }
}
