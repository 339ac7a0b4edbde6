package io.receivables.dunning;

import io.receivables.core.collection.CollectionLog;
import io.receivables.core.ledger.Ledger;
import io.receivables.dunning.cases.Cases;
import io.receivables.dunning.policy.Policies;
import java.time.LocalDate;
import java.util.List;

/** The engine of dunning: from what is owed and what was done about it to what is to be done next. */
public final class DunningRun {
    private DunningRun() {}

    /** {@link #plan(CollectionLog, Cases, Policies, DunningOptions)} with neither promises nor plans. */
    public static DunningPlan plan(Ledger ledger, Cases cases, Policies policies, LocalDate date) {
        return plan(CollectionLog.of(ledger, List.of()), cases, policies, DunningOptions.standard(date));
    }

    /**
     * What is to be done on a date. It depends on its arguments alone.
     *
     * @throws IllegalArgumentException if a later run was accepted already, or a policy names a calendar that the options
     *     do not have
     */
    public static DunningPlan plan(CollectionLog log, Cases cases, Policies policies, DunningOptions options) {
        throw new UnsupportedOperationException();
    }
}
