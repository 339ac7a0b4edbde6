package io.receivables.benchmarks;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.reducing;

import io.receivables.metrics.Measures;
import io.receivables.metrics.MonthEnds;
import io.receivables.metrics.dso.Dso;
import io.receivables.metrics.dso.DsoMethod;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * DSO by currency. Both sides add up sales once, by day; the streams then add up what is open at each date, which the
 * library reads off running sums. The library gives inputs, status and warnings besides.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@SuppressWarnings("NullAway.Init") // JMH fills it
public class DsoBenchmark implements Peers<DsoBenchmark.Point> {
    private static final int WINDOW = 90;

    /** Which DSO. */
    public enum Method {
        SIMPLE,
        COUNT_BACK
    }

    /** At which dates. */
    public enum At {
        /** {@link SyntheticLedger#TODAY}. */
        TODAY,
        /** The ends of the 36 months that the ledger holds. */
        MONTH_ENDS;

        List<LocalDate> dates() {
            return MonthEnds.between(
                    this == TODAY ? SyntheticLedger.TODAY : SyntheticLedger.FIRST_DAY, SyntheticLedger.TODAY);
        }
    }

    /** One figure. */
    record Point(LocalDate asOf, String currency) {}

    @Param
    public Method method;

    @Param
    public At at;

    static DsoBenchmark of(Method method, At at) {
        DsoBenchmark benchmark = new DsoBenchmark();
        benchmark.method = method;
        benchmark.at = at;
        return benchmark;
    }

    @Benchmark
    public SortedMap<LocalDate, Measures> columns(ColumnLedger given) {
        DsoMethod dso = method == Method.SIMPLE ? DsoMethod.simple(WINDOW) : DsoMethod.countBackMonthly();
        LocalDate today = SyntheticLedger.TODAY;
        return at == At.TODAY
                ? new TreeMap<>(Map.of(today, Dso.of(given.ledger, today, dso)))
                : Dso.atMonthEnds(given.ledger, SyntheticLedger.FIRST_DAY, today, dso)
                        .byDate();
    }

    @Benchmark
    public Map<Point, BigDecimal> streams(RecordLedger given) {
        Map<String, NavigableMap<LocalDate, BigDecimal>> sales = given.records.stream()
                .collect(groupingBy(
                        InvoiceRow::currency,
                        groupingBy(
                                InvoiceRow::issued,
                                TreeMap::new,
                                reducing(BigDecimal.ZERO, InvoiceRow::signedAmount, BigDecimal::add))));
        Map<Point, BigDecimal> points = new HashMap<>();
        for (LocalDate date : at.dates()) {
            Map<String, BigDecimal> receivables = given.records.stream()
                    .filter(invoice -> !invoice.issued().isAfter(date))
                    .collect(groupingBy(
                            InvoiceRow::currency,
                            reducing(BigDecimal.ZERO, invoice -> invoice.signedOpenAt(date), BigDecimal::add)));
            receivables.forEach((currency, owed) -> dso(owed, requireNonNull(sales.get(currency)), date)
                    .ifPresent(days -> points.put(new Point(date, currency), days)));
        }
        return points;
    }

    private Optional<BigDecimal> dso(
            BigDecimal receivables, NavigableMap<LocalDate, BigDecimal> sales, LocalDate asOf) {
        return method == Method.SIMPLE
                ? simple(receivables, sales, asOf)
                : Optional.of(countBack(receivables, sales, YearMonth.from(asOf)));
    }

    private static Optional<BigDecimal> simple(
            BigDecimal receivables, NavigableMap<LocalDate, BigDecimal> sales, LocalDate asOf) {
        LocalDate first = asOf.minusDays(WINDOW - 1);
        BigDecimal sold = sum(sales, first, asOf);
        return sales.firstKey().isAfter(first) || sold.signum() <= 0
                ? Optional.empty()
                : Optional.of(receivables.multiply(BigDecimal.valueOf(WINDOW)).divide(sold, MathContext.DECIMAL128));
    }

    private static BigDecimal countBack(
            BigDecimal receivables, NavigableMap<LocalDate, BigDecimal> sales, YearMonth newest) {
        if (receivables.signum() <= 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal remaining = receivables;
        BigDecimal days = BigDecimal.ZERO;
        YearMonth oldest = YearMonth.from(sales.firstKey());
        for (YearMonth month = newest; !month.isBefore(oldest); month = month.minusMonths(1)) {
            BigDecimal sold = sum(sales, month.atDay(1), month.atEndOfMonth());
            BigDecimal length = BigDecimal.valueOf(month.lengthOfMonth());
            if (sold.signum() > 0 && remaining.compareTo(sold) <= 0) {
                return days.add(length.multiply(remaining).divide(sold, MathContext.DECIMAL128));
            }
            remaining = sold.signum() > 0 ? remaining.subtract(sold) : remaining;
            days = days.add(length);
        }
        return days;
    }

    private static BigDecimal sum(NavigableMap<LocalDate, BigDecimal> sales, LocalDate first, LocalDate last) {
        return sales.subMap(first, true, last, true).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Override
    public Map<Point, BigDecimal> columnsAnswer(ColumnLedger given) {
        Map<Point, BigDecimal> points = new HashMap<>();
        columns(given)
                .forEach((date, measures) -> measures.byCurrency()
                        .forEach((currency, dso) ->
                                dso.value().ifPresent(days -> points.put(new Point(date, currency), rounded(days)))));
        return points;
    }

    @Override
    public Map<Point, BigDecimal> streamsAnswer(RecordLedger given) {
        Map<Point, BigDecimal> points = streams(given);
        points.replaceAll((point, days) -> rounded(days));
        return points;
    }

    private static BigDecimal rounded(BigDecimal days) {
        return days.setScale(6, RoundingMode.HALF_UP);
    }
}
