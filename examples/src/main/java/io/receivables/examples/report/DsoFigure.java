package io.receivables.examples.report;

import io.receivables.metrics.dso.DsoMethod;

/** The DSO lines of the report; {@link #key()} is their name in the JSON and in the texts. */
public enum DsoFigure {
    SIMPLE_90("simple90", DsoMethod.simple(90)),
    SIMPLE_365("simple365", DsoMethod.simple(365)),
    COUNT_BACK_MONTHLY("countBackMonthly", DsoMethod.countBackMonthly()),
    COUNT_BACK_DAILY("countBackDaily", DsoMethod.countBackDaily()),
    BEST_POSSIBLE_90("bestPossible90", DsoMethod.bestPossible(90)),
    AVERAGE_DAYS_DELINQUENT_90("averageDaysDelinquent90", DsoMethod.averageDaysDelinquent(90));

    private final String key;

    @SuppressWarnings("ImmutableEnumChecker") // a record of immutable values
    private final DsoMethod method;

    DsoFigure(String key, DsoMethod method) {
        this.key = key;
        this.method = method;
    }

    public String key() {
        return key;
    }

    public DsoMethod method() {
        return method;
    }
}
