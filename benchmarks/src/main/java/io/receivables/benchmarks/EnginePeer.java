package io.receivables.benchmarks;

import io.receivables.core.Money;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.LedgerColumns;
import io.receivables.core.ledger.Workers;
import io.receivables.files.ColumnarCsv;
import io.receivables.metrics.MeasureBasis;
import io.receivables.metrics.aging.AgedBalance;
import io.receivables.metrics.aging.AgedBucket;
import io.receivables.metrics.aging.AgedLine;
import io.receivables.metrics.aging.Aging;
import io.receivables.metrics.aging.AgingOptions;
import io.receivables.metrics.dso.DsoMethod;
import io.receivables.metrics.dso.DsoTable;
import io.receivables.metrics.totals.DailyTotals;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/**
 * The library. Aging gives counts, the oldest item, the disputed part and the footing proof besides.
 */
final class EnginePeer implements Peer {
    /**
     * The bytes of each document that T1 cannot do without: customer (4), currency and kind (1), amount (4), and in 16 bits
     * each the days of issue, of the due date and of the settlement.
     */
    static final int T1_BYTES = 15;

    private final Ledger ledger;
    private final Workers workers;

    private EnginePeer(Ledger ledger, Workers workers) {
        this.ledger = ledger;
        this.workers = workers;
    }

    /** The ledger in columns, from arrays. */
    static LedgerColumns columns(SyntheticLedger data, Workers workers) {
        return data.columns().build(workers);
    }

    /** The ledger in two CSV files. */
    static Ledger load(Path folder) {
        return ColumnarCsv.of(folder.resolve(SyntheticLedger.INVOICES))
                .payments(folder.resolve(SyntheticLedger.PAYMENTS))
                .load(TwoThreads.workers(2))
                .ledger();
    }

    static EnginePeer ofCsv(Path folder) {
        return new EnginePeer(load(folder), TwoThreads.workers(2));
    }

    static EnginePeer of(SyntheticLedger data, Workers workers) {
        return new EnginePeer(Ledger.ofColumns(columns(data, workers)), workers);
    }

    @Override
    public Object compute(Task task) {
        List<LocalDate> dates = task.dates();
        AgingOptions options = AgingOptions.standard(dates.get(0));
        return switch (task) {
            case T1_TODAY, T1_PAST -> Aging.of(ledger, options.perCustomer(), workers);
            case T1_MONTH_ENDS -> Aging.atDates(ledger, dates, options.perCustomer(), workers);
            case T2 -> Aging.of(ledger, options, workers);
            case T3 -> dsoAtMonthEnds(DailyTotals.of(ledger, MeasureBasis.standard(), workers));
            case T4 -> DsoTable.perCustomer(ledger, dates.get(0), DsoMethod.countBackMonthly(), workers);
        };
    }

    /** Simple and count-back DSO at all month-ends. */
    static List<DsoTable> dsoAtMonthEnds(DailyTotals totals) {
        return List.of(dso(totals, DsoMethod.simple(Task.WINDOW)), dso(totals, DsoMethod.countBackMonthly()));
    }

    private static DsoTable dso(DailyTotals totals, DsoMethod method) {
        return DsoTable.atMonthEnds(totals, SyntheticLedger.FIRST_DAY, SyntheticLedger.TODAY, method);
    }

    @Override
    @SuppressWarnings("unchecked") // what compute gives
    public Answer answer(Task task, Object computed) {
        Answer answer = new Answer();
        switch (task) {
            case T1_TODAY, T1_PAST -> add(answer, task.dates().get(0), ((AgedBalance) computed).groups());
            case T1_MONTH_ENDS ->
                ((SortedMap<LocalDate, AgedBalance>) computed)
                        .forEach((date, balance) -> add(answer, date, balance.groups()));
            case T2 -> {
                AgedBalance balance = (AgedBalance) computed;
                add(
                        answer,
                        task.dates().get(0),
                        balance.currencies().stream().map(balance::in).toList());
            }
            case T3 -> addDsos(answer, (List<DsoTable>) computed);
            case T4 -> add(answer, (DsoTable) computed, Answer.COUNT_BACK);
        }
        return answer;
    }

    private static void add(Answer answer, LocalDate date, List<AgedLine> lines) {
        for (AgedLine line : lines) {
            int customer = line.group().isEmpty() ? Answer.ALL : SyntheticLedger.customerIndex(line.group());
            int currency = currency(line.currency().getCurrencyCode());
            int bucket = 0;
            for (AgedBucket each : line.buckets()) {
                answer.add(date, customer, currency, Answer.part(bucket, false), minorUnits(each.amount()));
                answer.add(date, customer, currency, Answer.part(bucket, true), minorUnits(each.credits()));
                bucket++;
            }
        }
    }

    /** Takes what {@link #dsoAtMonthEnds} gives. */
    static void addDsos(Answer answer, List<DsoTable> tables) {
        add(answer, tables.get(0), Answer.SIMPLE);
        add(answer, tables.get(1), Answer.COUNT_BACK);
    }

    private static void add(Answer answer, DsoTable table, int part) {
        for (int i = 0; i < table.size(); i++) {
            int customer = table.customer(i)
                    .map(each -> SyntheticLedger.customerIndex(each.id()))
                    .orElse(Answer.ALL);
            int currency = currency(table.currency(i).getCurrencyCode());
            long days = table.value(i).map(Answer::millionths).orElse(0L);
            answer.add(table.asOf(i), customer, currency, part, days);
        }
    }

    private static int currency(String code) {
        return SyntheticLedger.CURRENCIES.indexOf(code);
    }

    private static long minorUnits(Money amount) {
        return amount.minorUnits();
    }

    @Override
    public long sizeInBytes(long onHeap) {
        return ledger.columns().sizeInBytes();
    }
}
