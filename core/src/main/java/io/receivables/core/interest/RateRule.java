package io.receivables.core.interest;

import io.receivables.core.Convention;
import java.util.List;

/** Which of the rates of a period a late debt bears. */
public enum RateRule implements Convention {
    /** On each day the rate in force on that day; the period is split where the rate changes. */
    BY_DAY(
            "by-day",
            List.of("floating rate", "taux variable"),
            "Directive 2011/7/EU, article 2(7); French Commercial Code, article L441-10"),
    /** The rate in force on the first day of interest, for as long as the debt is late. */
    FIXED_AT_DEFAULT(
            "fixed-at-default",
            List.of("rate at default", "taux figé au premier jour de retard"),
            "Late Payment of Commercial Debts (Rate of Interest) (No. 3) Order 2002, SI 2002/1675, article 4");

    private final String canonicalName;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> aliases;

    private final String citation;

    RateRule(String canonicalName, List<String> aliases, String citation) {
        this.canonicalName = canonicalName;
        this.aliases = aliases;
        this.citation = citation;
    }

    @Override
    public String canonicalName() {
        return canonicalName;
    }

    @Override
    public List<String> aliases() {
        return aliases;
    }

    @Override
    public String citation() {
        return citation;
    }
}
