package io.receivables.metrics;

/** What a measure is counted in. */
public enum Unit {
    DAYS("days"),
    PERCENT("percent"),
    TIMES("times"),
    /** Points of an index with a scale of its own. */
    POINTS("points"),
    /** How many. */
    COUNT("count"),
    /** An amount in major units of the measure's currency. */
    CURRENCY("currency");

    private final String code;

    Unit(String code) {
        this.code = code;
    }

    /** The pinned text of this unit in files and stores. */
    public String code() {
        return code;
    }
}
