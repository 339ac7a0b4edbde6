package io.receivables.benchmarks;

import io.receivables.benchmarks.DunningBooks.Row;
import io.receivables.core.collection.CollectionLog;
import io.receivables.core.ledger.Workers;
import io.receivables.dunning.DunningAction;
import io.receivables.dunning.DunningOptions;
import io.receivables.dunning.DunningPlan;
import io.receivables.dunning.DunningRun;
import io.receivables.dunning.Letter;
import io.receivables.dunning.policy.Policies;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A morning's run over all open items of a company, and the same decisions as a loop over records would take them. The
 * loop knows three steps, part payments and what was sent last, and nothing of the rest that a run looks at: holds,
 * promises, plans, disputes, credits, minimums, calendars.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 3)
@SuppressWarnings("NullAway.Init") // JMH fills it
public class DunningBenchmark {
    @Param("1000000")
    public int items;

    /** One of so many overdue items has been reminded once; 0 for none. */
    @Param({"0", "3"})
    public int reminded;

    private DunningBooks books;
    private CollectionLog log;
    private final Policies policies = DunningBooks.policies();

    /** What a run came to. */
    record Answer(int letters, int actions, long claimed) {}

    @Setup(Level.Trial)
    public void prepare() {
        books = DunningBooks.of(items, reminded);
        log = CollectionLog.of(books.ledger, List.of());
    }

    static DunningBenchmark of(int items, int reminded) {
        DunningBenchmark benchmark = new DunningBenchmark();
        benchmark.items = items;
        benchmark.reminded = reminded;
        benchmark.prepare();
        return benchmark;
    }

    @Benchmark
    public Answer oneThread() {
        return answer(plan(Workers.caller()));
    }

    @Benchmark
    public Answer twoThreads() {
        return answer(plan(TwoThreads.workers(2)));
    }

    private DunningPlan plan(Workers workers) {
        return DunningRun.plan(
                log,
                books.cases,
                policies,
                DunningOptions.standard(DunningBooks.TODAY).with(workers));
    }

    private static Answer answer(DunningPlan plan) {
        int actions = 0;
        long claimed = 0;
        for (Letter letter : plan.letters()) {
            actions += letter.actions().size();
            for (DunningAction action : letter.actions()) {
                claimed = Math.addExact(claimed, action.claimed().minorUnits());
            }
        }
        return new Answer(plan.letters().size(), actions, claimed);
    }

    // ---- the peer

    private record Due(Row row, int level, BigDecimal open) {}

    @Benchmark
    public Answer records() {
        List<Due> due = books.rows.stream()
                .map(row -> new Due(row, nextLevel(row), row.amount().subtract(row.paid())))
                .filter(each -> each.level() > 0 && each.open().signum() > 0)
                .toList();
        Map<String, List<Due>> letters = due.stream()
                .collect(Collectors.groupingBy(
                        each -> each.row().customer() + (each.level() == 3 ? " notice" : " reminder"),
                        TreeMap::new,
                        Collectors.toList()));
        BigDecimal claimed = due.stream().map(Due::open).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Answer(letters.size(), due.size(), claimed.movePointRight(2).longValueExact());
    }

    private static int nextLevel(Row row) {
        long late = ChronoUnit.DAYS.between(row.due(), DunningBooks.TODAY);
        int next = row.level() + 1;
        boolean isDue = switch (next) {
            case 1 -> late >= DunningBooks.FIRST_STEP;
            case 2 -> late >= DunningBooks.SECOND_STEP && isLongAgo(row);
            case 3 -> late >= DunningBooks.THIRD_STEP && isLongAgo(row);
            default -> false;
        };
        return isDue ? next : 0;
    }

    private static boolean isLongAgo(Row row) {
        return !row.lastAction().plusDays(DunningBooks.DAYS_BETWEEN).isAfter(DunningBooks.TODAY);
    }
}
