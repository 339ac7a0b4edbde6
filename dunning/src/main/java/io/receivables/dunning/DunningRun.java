package io.receivables.dunning;

import io.receivables.core.collection.CollectionLog;
import io.receivables.core.ledger.Ledger;
import io.receivables.dunning.cases.Cases;
import io.receivables.dunning.policy.Policies;
import java.time.LocalDate;
import java.util.List;

/**
 * The engine of dunning: from what is owed, and what was done about it, to what is to be done next.
 *
 * <pre>{@code
 * DunningPlan plan = DunningRun.plan(ledger, cases, policies, LocalDate.parse("2026-05-11"));
 * plan.letters();         // what to send, to whom, about which items
 * plan.why("F-1001");     // which rule decided about an invoice, on what facts, until when
 * }</pre>
 *
 * A plan depends on its arguments alone, so that a dry run and the run are the same call. What is in it has not happened:
 * an action that is accepted and sent becomes events, and {@link Cases} made from them keep the next run from proposing it
 * again. One item takes one step a day at most, in the order of its policy's levels; what a missed run left out, a later
 * one takes up.
 */
public final class DunningRun {
    private DunningRun() {}

    /** {@link #plan(CollectionLog, Cases, Policies, DunningOptions)} with neither promises nor payment plans. */
    public static DunningPlan plan(Ledger ledger, Cases cases, Policies policies, LocalDate date) {
        return plan(CollectionLog.of(ledger, List.of()), cases, policies, DunningOptions.standard(date));
    }

    /**
     * What is to be done on a date.
     *
     * @param log the ledger and what customers promised; facts dated up to the run's date count
     * @param cases what was done and told so far
     * @throws IllegalArgumentException if a later run was accepted already, or a policy names a calendar that the options
     *     do not have
     */
    public static DunningPlan plan(CollectionLog log, Cases cases, Policies policies, DunningOptions options) {
        return new Planner(new RunContext(log, cases, policies, options)).plan();
    }

    /**
     * What {@link #plan(CollectionLog, Cases, Policies, DunningOptions)} decides about single items and customers, for who
     * asks about some of many.
     *
     * @throws IllegalArgumentException as there
     */
    public static Reasons reasons(CollectionLog log, Cases cases, Policies policies, DunningOptions options) {
        return new Reasons(new Planner(new RunContext(log, cases, policies, options)));
    }
}
