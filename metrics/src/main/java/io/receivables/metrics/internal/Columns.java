package io.receivables.metrics.internal;

import io.receivables.core.Fact;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.Workers;
import io.receivables.metrics.MeasureBasis;
import io.receivables.metrics.totals.DailyTotals;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The rows that figures are about: those of some ledgers, or those of one customer in them. Several ledgers are the shards
 * of one; their currencies are united by code and numbered together.
 */
public abstract class Columns {
    private final List<Currency> currencies;
    private final Workers workers;

    Columns(List<Currency> currencies, Workers workers) {
        this.currencies = currencies;
        this.workers = workers;
    }

    /** All rows of some ledgers, for several threads. */
    public static Columns of(List<Ledger> ledgers, Workers workers) {
        return new ShardColumns(ledgers, workers);
    }

    /** The currencies by their number. */
    public final List<Currency> currencies() {
        return currencies;
    }

    public final Workers workers() {
        return workers;
    }

    /** The facts that the rows were made from, if there are any; of a customer the invoices alone. */
    public abstract List<? extends Fact> facts();

    /** The daily totals for dates up to one, by the currencies' number. */
    final DailyTotals totals(MeasureBasis basis, LocalDate upTo) {
        return addUp(basis, upTo).withCurrencies(currencies);
    }

    abstract DailyTotals addUp(MeasureBasis basis, LocalDate upTo);

    /** The number of tasks that a pass over the rows is cut into. */
    abstract int tasks();

    /** Gives the runs of a task with places that may be open at the end of a day. */
    abstract void eachRun(int task, int day, Consumer<Run> consumer);

    /**
     * Adds up all runs by currency, each thread in sums of its own.
     *
     * @param none empty sums
     * @param add adds a run to the sums of its currency
     * @param plus puts the sums of two threads together; in which order is left to chance
     * @return the sums by the currencies' number
     */
    public final <S> List<S> sum(Supplier<S> none, BiConsumer<S, Run> add, BinaryOperator<S> plus) {
        return sumOpen(Shard.BEFORE_ALL, none, add, plus);
    }

    /** Adds up, as {@link #sum} does, the runs with places that may be open at the end of a day. */
    final <S> List<S> sumOpen(int day, Supplier<S> none, BiConsumer<S, Run> add, BinaryOperator<S> plus) {
        return workers
                .gather(
                        tasks(),
                        () -> ofEach(currency -> none.get()),
                        (sums, task) -> eachRun(task, day, run -> add.accept(sums.get(run.currency()), run)))
                .stream()
                .reduce((one, other) -> ofEach(c -> plus.apply(one.get(c), other.get(c))))
                .orElseGet(() -> ofEach(currency -> none.get()));
    }

    private <S> List<S> ofEach(IntFunction<S> currency) {
        return IntStream.range(0, currencies.size()).mapToObj(currency).toList();
    }
}
