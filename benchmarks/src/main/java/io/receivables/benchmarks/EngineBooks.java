package io.receivables.benchmarks;

import io.receivables.core.Fact;
import io.receivables.metrics.aging.AgedBucket;
import io.receivables.metrics.dso.DsoMethod;
import io.receivables.metrics.live.LiveLedger;
import io.receivables.metrics.live.LiveTotals;

/** The library's live ledger. */
final class EngineBooks implements Books.ReadBooks {
    private static final DsoMethod SIMPLE = DsoMethod.simple(Task.WINDOW);
    private static final DsoMethod BEST_POSSIBLE = DsoMethod.bestPossible(Task.WINDOW);
    private static final DsoMethod COUNT_BACK = DsoMethod.countBackMonthly();

    private final LiveLedger live = LiveLedger.startingOn(SyntheticLedger.TODAY);

    @Override
    public void apply(Fact fact) {
        live.apply(fact);
    }

    @Override
    public double[] read(String currency) {
        LiveTotals totals = live.totals(currency);
        return new double[] {
            totals.balance().minorUnits(),
            live.dsoDays(currency, SIMPLE),
            live.dsoDays(currency, BEST_POSSIBLE),
            live.dsoDays(currency, COUNT_BACK)
        };
    }

    @Override
    public Answer totals() {
        Answer answer = new Answer();
        for (String code : live.currencies()) {
            int currency = SyntheticLedger.CURRENCIES.indexOf(code);
            int bucket = 0;
            for (AgedBucket each : live.totals(code).buckets()) {
                answer.add(
                        SyntheticLedger.TODAY,
                        Answer.ALL,
                        currency,
                        Answer.part(bucket, false),
                        each.amount().minorUnits());
                answer.add(
                        SyntheticLedger.TODAY,
                        Answer.ALL,
                        currency,
                        Answer.part(bucket, true),
                        each.credits().minorUnits());
                bucket++;
            }
        }
        return answer;
    }
}
