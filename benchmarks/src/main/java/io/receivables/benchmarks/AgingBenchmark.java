package io.receivables.benchmarks;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.reducing;

import io.receivables.core.Money;
import io.receivables.metrics.aging.AgedBalance;
import io.receivables.metrics.aging.AgedBucket;
import io.receivables.metrics.aging.AgedLine;
import io.receivables.metrics.aging.Aging;
import io.receivables.metrics.aging.AgingOptions;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * The aged balance. Both sides give the open amount and the open credits of every bucket; the library gives, besides,
 * counts, the oldest item, the disputed part and the footing proof.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@SuppressWarnings("NullAway.Init") // JMH fills it
public class AgingBenchmark implements Peers<AgingBenchmark.Cell> {
    /** What the lines stand for. */
    public enum Per {
        CUSTOMER,
        CURRENCY
    }

    /** What each side adds up; the customer is empty where lines are per currency. */
    record Cell(String customer, String currency, int bucket, boolean credit) {}

    private record Open(InvoiceRow invoice, BigDecimal amount) {}

    @Param
    public Per linePer;

    @Param({"2026-12-31", "2025-06-30"})
    public String asOf;

    static AgingBenchmark of(Per linePer, LocalDate asOf) {
        AgingBenchmark benchmark = new AgingBenchmark();
        benchmark.linePer = linePer;
        benchmark.asOf = asOf.toString();
        return benchmark;
    }

    @Benchmark
    public AgedBalance columns(ColumnLedger given) {
        AgingOptions options = AgingOptions.standard(LocalDate.parse(asOf));
        return Aging.of(given.ledger, linePer == Per.CUSTOMER ? options.perCustomer() : options);
    }

    @Benchmark
    public Map<Cell, BigDecimal> streams(RecordLedger given) {
        LocalDate date = LocalDate.parse(asOf);
        return given.records.stream()
                .map(invoice -> new Open(invoice, invoice.openAt(date)))
                .filter(open -> open.amount.signum() != 0)
                .collect(groupingBy(
                        open -> cell(open.invoice, date), reducing(BigDecimal.ZERO, Open::amount, BigDecimal::add)));
    }

    private Cell cell(InvoiceRow invoice, LocalDate date) {
        return new Cell(
                linePer == Per.CUSTOMER ? invoice.customer() : "",
                invoice.currency(),
                bucket(ChronoUnit.DAYS.between(invoice.due(), date)),
                invoice.credit());
    }

    private static int bucket(long daysPastDue) {
        return daysPastDue <= 0 ? 0 : daysPastDue <= 30 ? 1 : daysPastDue <= 60 ? 2 : daysPastDue <= 90 ? 3 : 4;
    }

    @Override
    public Map<Cell, BigDecimal> columnsAnswer(ColumnLedger given) {
        AgedBalance balance = columns(given);
        Map<Cell, BigDecimal> cells = new HashMap<>();
        List<AgedLine> lines = linePer == Per.CURRENCY
                ? balance.currencies().stream().map(balance::in).toList()
                : balance.groups();
        for (AgedLine line : lines) {
            List<AgedBucket> buckets = line.buckets();
            for (int b = 0; b < buckets.size(); b++) {
                put(cells, line, b, false, buckets.get(b).amount());
                put(cells, line, b, true, buckets.get(b).credits());
            }
        }
        return cells;
    }

    @Override
    public Map<Cell, BigDecimal> streamsAnswer(RecordLedger given) {
        return streams(given);
    }

    private static void put(Map<Cell, BigDecimal> cells, AgedLine line, int bucket, boolean credit, Money amount) {
        if (!amount.isZero()) {
            cells.put(new Cell(line.group(), line.currency().getCurrencyCode(), bucket, credit), amount.amount());
        }
    }
}
