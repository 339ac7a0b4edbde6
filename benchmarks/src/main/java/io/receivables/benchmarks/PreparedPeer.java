package io.receivables.benchmarks;

import io.receivables.core.ledger.Ledger;
import io.receivables.metrics.MeasureBasis;
import io.receivables.metrics.dso.DsoTable;
import io.receivables.metrics.totals.AgingCube;
import io.receivables.metrics.totals.DailyTotals;
import java.time.LocalDate;
import java.util.List;

/** The library where sums were made beforehand: a cube of totals for T2, daily totals for T3. */
final class PreparedPeer implements Peer {
    /** The last age of each bucket but the last. */
    private static final int[] LAST_AGES = {0, 30, 60, 90};

    private final AgingCube cube;
    private final DailyTotals totals;

    private PreparedPeer(AgingCube cube, DailyTotals totals) {
        this.cube = cube;
        this.totals = totals;
    }

    static PreparedPeer of(SyntheticLedger data) {
        Ledger ledger = Ledger.ofColumns(EnginePeer.columns(data, TwoThreads.workers(2)));
        AgingCube cube = AgingCube.of(ledger, TwoThreads.workers(2));
        if (!cube.isIndexed()) {
            throw new IllegalStateException("the cube was not made: it would have been too large");
        }
        return new PreparedPeer(cube, DailyTotals.of(ledger, MeasureBasis.standard(), TwoThreads.workers(2)));
    }

    @Override
    public Object compute(Task task) {
        return switch (task) {
            case T2 -> open((int) task.dates().get(0).toEpochDay());
            case T3 -> EnginePeer.dsoAtMonthEnds(totals);
            default -> throw new IllegalArgumentException("nothing is prepared for " + task);
        };
    }

    /** By currency the open debit items of each bucket, then the open credits. */
    private long[] open(int day) {
        int buckets = LAST_AGES.length + 1;
        long[] open = new long[2 * buckets * cube.currencies().size()];
        int at = 0;
        for (int c = 0; c < cube.currencies().size(); c++) {
            for (int b = 0; b < buckets; b++) {
                int dueFrom = b == buckets - 1 ? Integer.MIN_VALUE : day - LAST_AGES[b];
                int dueTo = b == 0 ? Integer.MAX_VALUE : day - LAST_AGES[b - 1] - 1;
                open[at + b] = cube.debits(c, day, dueFrom, dueTo);
                open[at + buckets + b] = cube.credits(c, day, dueFrom, dueTo);
            }
            at += 2 * buckets;
        }
        return open;
    }

    @Override
    @SuppressWarnings("unchecked") // what compute gives
    public Answer answer(Task task, Object computed) {
        Answer answer = new Answer();
        if (task == Task.T3) {
            EnginePeer.addDsos(answer, (List<DsoTable>) computed);
        } else {
            addOpen(answer, task.dates().get(0), (long[]) computed);
        }
        return answer;
    }

    private void addOpen(Answer answer, LocalDate date, long[] open) {
        int buckets = LAST_AGES.length + 1;
        for (int at = 0; at < open.length; at++) {
            int c = at / (2 * buckets);
            int currency =
                    SyntheticLedger.CURRENCIES.indexOf(cube.currencies().get(c).getCurrencyCode());
            int part = Answer.part(at % buckets, at % (2 * buckets) >= buckets);
            answer.add(date, Answer.ALL, currency, part, open[at]);
        }
    }

    @Override
    public long sizeInBytes(long onHeap) {
        return cube.sizeInBytes();
    }
}
