package io.receivables.payments.manual;

import io.receivables.core.Money;

/** What the fields of facts must be. */
final class Facts {
    /** More is no name or number, and a register's line stays readable. */
    static final int LONGEST = 200;

    private Facts() {}

    static void named(String value, String field) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(field + " is blank: say which is meant");
        }
        if (value.length() > LONGEST) {
            throw new IllegalArgumentException(
                    field + " has " + value.length() + " characters: give at most " + LONGEST);
        }
    }

    static void positive(Money value, String field) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(field + " " + value + " is not above zero: give what was meant");
        }
    }
}
