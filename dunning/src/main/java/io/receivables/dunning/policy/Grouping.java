package io.receivables.dunning.policy;

import io.receivables.dunning.internal.Codes;

/** What goes into one letter. {@link #code()} is its pinned text in files and stores. */
public enum Grouping {
    /** One document each. */
    PER_INVOICE("per-invoice"),
    /** All of a customer, currencies side by side. */
    PER_CUSTOMER("per-customer"),
    /** All of a customer in one currency. */
    PER_CUSTOMER_AND_CURRENCY("per-customer-and-currency"),
    /** All customers of one account group ({@link io.receivables.core.Customer#GROUP}) in one currency; who is in no group is written to alone. */
    PER_ACCOUNT_GROUP("per-account-group");

    private final String code;

    Grouping(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /**
     * The constant of a code.
     *
     * @throws IllegalArgumentException if there is none of that code
     */
    public static Grouping ofCode(String code) {
        return Codes.find("grouping", code, values(), Grouping::code);
    }
}
