package io.receivables.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.core.Money;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.LedgerColumns;
import io.receivables.core.ledger.Workers;
import io.receivables.metrics.dso.Dso;
import io.receivables.metrics.dso.DsoMethod;
import io.receivables.metrics.efficiency.Efficiency;
import io.receivables.metrics.efficiency.EfficiencyMethod;
import io.receivables.metrics.internal.ManyRows;
import io.receivables.metrics.internal.TestLedgers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Measures of a ledger of several parts and periods: threads, shards and single customers. */
class MeasuresOfManyRowsTest {
    private static final LocalDate AS_OF = LocalDate.parse("2025-11-30");
    private static final int SHARDS = 3;

    private static final MeasureBasis NET = MeasureBasis.standard().withTax(TaxBasis.NET_OF_TAX);
    private static final MeasureBasis IN_ORIGIN = MeasureBasis.standard().withCreditNotes(CreditNoteTiming.IN_ORIGIN);

    private static ExecutorService executor;
    private static Workers threads;
    private static Ledger ledger;
    private static List<Ledger> shards;
    private static Map<String, Ledger> alone;

    @BeforeAll
    static void make() {
        executor = Executors.newFixedThreadPool(2);
        threads = Workers.on(executor, 3);
        ManyRows rows = new ManyRows(40_000);
        ledger = rows.ledger();
        shards = IntStream.range(0, SHARDS)
                .mapToObj(shard -> rows.shard(shard, SHARDS))
                .toList();
        alone = Stream.of("C0", "C3", "C250", "C399")
                .collect(Collectors.toMap(id -> id, id -> TestLedgers.rowsOf(ledger, id)));
    }

    @AfterAll
    static void end() {
        executor.shutdown();
    }

    /** One measure in every way in which it is asked for. */
    private interface Asked {
        Measures of(List<Ledger> ledgers, LocalDate asOf, Workers workers);

        MeasureSeries atMonthEnds(List<Ledger> ledgers, LocalDate from, LocalDate to, Workers workers);

        CustomerMeasures perCustomer(List<Ledger> ledgers, LocalDate asOf, Workers workers);
    }

    private record AskedDso(DsoMethod method) implements Asked {
        @Override
        public Measures of(List<Ledger> ledgers, LocalDate asOf, Workers workers) {
            return Dso.of(ledgers, asOf, method, workers);
        }

        @Override
        public MeasureSeries atMonthEnds(List<Ledger> ledgers, LocalDate from, LocalDate to, Workers workers) {
            return Dso.atMonthEnds(ledgers, from, to, method, workers);
        }

        @Override
        public CustomerMeasures perCustomer(List<Ledger> ledgers, LocalDate asOf, Workers workers) {
            return Dso.perCustomer(ledgers, asOf, method, workers);
        }
    }

    private record AskedEfficiency(EfficiencyMethod method) implements Asked {
        @Override
        public Measures of(List<Ledger> ledgers, LocalDate asOf, Workers workers) {
            return Efficiency.of(ledgers, asOf, method, workers);
        }

        @Override
        public MeasureSeries atMonthEnds(List<Ledger> ledgers, LocalDate from, LocalDate to, Workers workers) {
            return Efficiency.atMonthEnds(ledgers, from, to, method, workers);
        }

        @Override
        public CustomerMeasures perCustomer(List<Ledger> ledgers, LocalDate asOf, Workers workers) {
            return Efficiency.perCustomer(ledgers, asOf, method, workers);
        }
    }

    private static Stream<Asked> ofOneCustomer() {
        Stream<DsoMethod> dso = Stream.of(
                DsoMethod.simple(90),
                DsoMethod.simple(90).averagingReceivables().on(NET),
                DsoMethod.bestPossible(30),
                DsoMethod.averageDaysDelinquent(60).on(IN_ORIGIN),
                DsoMethod.disputeDso(90),
                DsoMethod.pureLatenessDso(90).ofPastDueDisputes(),
                DsoMethod.countBackMonthly(),
                DsoMethod.countBackDaily().on(IN_ORIGIN.withoutDisputed()),
                DsoMethod.trueDso().on(NET),
                DsoMethod.rolling(3, DsoMethod.countBackMonthly()));
        Stream<EfficiencyMethod> efficiency = Stream.of(
                EfficiencyMethod.cei().over(Window.days(90)).on(NET),
                EfficiencyMethod.cei().withCurrent(EfficiencyMethod.Cei.Current.UP_TO_60_DAYS_OLD),
                EfficiencyMethod.turnover(),
                EfficiencyMethod.overdueRatio(30),
                EfficiencyMethod.disputeRatio(),
                EfficiencyMethod.recoveryRate(Window.months(3)),
                EfficiencyMethod.badDebtRatio(Window.days(365)),
                EfficiencyMethod.weightedDaysToPay(),
                EfficiencyMethod.averageDaysLate(),
                EfficiencyMethod.daysBeyondTerms().unweighted(),
                EfficiencyMethod.deliveryToInvoiceLag(),
                EfficiencyMethod.cashFreed(BigDecimal.valueOf(45), BigDecimal.valueOf(40)));
        return Stream.concat(dso.map(AskedDso::new), efficiency.map(AskedEfficiency::new));
    }

    private static Stream<EfficiencyMethod> concentrations() {
        return Stream.of(EfficiencyMethod.topDebtorsShare(5), EfficiencyMethod.herfindahl());
    }

    private static Stream<Asked> all() {
        return Stream.concat(ofOneCustomer(), concentrations().map(AskedEfficiency::new));
    }

    @Test
    void rows_are_enough_for_several_tasks() {
        assertThat(ledger.columns().accounts().parts()).isGreaterThan(4);
        assertThat(ledger.columns().accounts().periods()).isGreaterThan(1);
    }

    @ParameterizedTest
    @MethodSource("all")
    void threads_and_shards_do_not_change_a_measure(Asked asked) {
        Measures measures = asked.of(List.of(ledger), AS_OF, Workers.caller());

        assertThat(measures.currencies()).containsExactly("CAD", "EUR", "JPY");
        assertThat(asked.of(List.of(ledger), AS_OF, threads)).isEqualTo(measures);
        assertThat(asked.of(shards, AS_OF, threads)).isEqualTo(measures);
    }

    private static Stream<Asked> someOfAll() {
        return Stream.of(
                new AskedDso(DsoMethod.simple(90).averagingReceivables()),
                new AskedDso(DsoMethod.averageDaysDelinquent(60).on(IN_ORIGIN)),
                new AskedDso(DsoMethod.trueDso()),
                new AskedEfficiency(EfficiencyMethod.herfindahl()),
                new AskedEfficiency(EfficiencyMethod.recoveryRate(Window.months(3))));
    }

    @ParameterizedTest
    @MethodSource("someOfAll")
    void threads_and_shards_do_not_change_a_series(Asked asked) {
        MeasureSeries series = asked.atMonthEnds(List.of(ledger), AS_OF.minusMonths(2), AS_OF, Workers.caller());

        assertThat(series.dates()).hasSize(3);
        assertThat(asked.atMonthEnds(shards, AS_OF.minusMonths(2), AS_OF, threads))
                .isEqualTo(series);
    }

    @ParameterizedTest
    @MethodSource("ofOneCustomer")
    void measures_of_customers_are_those_of_ledgers_of_their_rows_whatever_the_threads_and_shards(Asked asked) {
        CustomerMeasures measures = asked.perCustomer(List.of(ledger), AS_OF, Workers.caller());

        assertThat(measures.byCustomer()).hasSize(ManyRows.CUSTOMERS);
        assertThat(asked.perCustomer(List.of(ledger), AS_OF, threads).equals(measures))
                .isTrue();
        assertThat(asked.perCustomer(shards, AS_OF, threads).equals(measures)).isTrue();
        alone.forEach((customer, itsRows) ->
                assertThat(measures.of(customer)).isEqualTo(asked.of(List.of(itsRows), AS_OF, Workers.caller())));
    }

    @ParameterizedTest
    @MethodSource("concentrations")
    void concentration_of_one_customer_is_refused_by_name(EfficiencyMethod method) {
        assertThatThrownBy(() -> Efficiency.perCustomer(ledger, AS_OF, method))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(method.name())
                .hasMessageEndingWith("use Efficiency.of");
    }

    /** The signal goes off after four tasks; each thread may ask once more. */
    @ParameterizedTest
    @MethodSource("ofOneCustomer")
    void pass_that_nobody_waits_for_any_more_ends(Asked asked) {
        AtomicInteger tasks = new AtomicInteger();
        Workers stopped = threads.cancelledBy(() -> tasks.incrementAndGet() > 4);

        assertThatThrownBy(() -> asked.of(List.of(ledger), AS_OF, stopped)).isInstanceOf(CancellationException.class);
        tasks.set(0);
        assertThatThrownBy(() -> asked.perCustomer(List.of(ledger), AS_OF, stopped))
                .isInstanceOf(CancellationException.class);
        assertThat(tasks.get()).isLessThanOrEqualTo(4 + threads.threads());
    }

    private static Ledger oneInvoice(String customerId, long minorUnits) {
        int[] day = {(int) AS_OF.toEpochDay()};
        return Ledger.ofColumns(LedgerColumns.of(1)
                .currency("EUR")
                .customers(new String[] {customerId}, new int[] {0})
                .issueDays(day)
                .dueDays(day)
                .minorUnits(new long[] {minorUnits})
                .build());
    }

    @ParameterizedTest
    @MethodSource("overflowing")
    void sums_over_shards_that_exceed_64_bits_are_refused(Asked asked) {
        List<Ledger> tooMuch = List.of(oneInvoice("ACME", Long.MAX_VALUE), oneInvoice("ACME", 1));

        assertThatThrownBy(() -> asked.of(tooMuch, AS_OF, threads)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> asked.perCustomer(tooMuch, AS_OF, threads)).isInstanceOf(ArithmeticException.class);
    }

    private static Stream<Asked> overflowing() {
        return Stream.of(
                new AskedDso(DsoMethod.countBackDaily()),
                new AskedDso(DsoMethod.bestPossible(1)),
                new AskedEfficiency(EfficiencyMethod.overdueRatio()),
                new AskedEfficiency(EfficiencyMethod.recoveryRate(Window.toDate())));
    }

    @Test
    void customer_or_currency_that_a_ledger_lists_twice_is_one() {
        int[] day = {(int) AS_OF.toEpochDay(), (int) AS_OF.toEpochDay(), (int) AS_OF.toEpochDay()};
        Ledger twice = Ledger.ofColumns(LedgerColumns.of(3)
                .currencies(List.of(Money.currency("EUR"), Money.currency("EUR")), new int[] {0, 0, 1})
                .customers(new String[] {"ACME", "BETA", "ACME"}, new int[] {0, 1, 2})
                .issueDays(day)
                .dueDays(day)
                .minorUnits(new long[] {100, 10, 23})
                .build());
        CustomerMeasures dso = Dso.perCustomer(twice, AS_OF, DsoMethod.countBackDaily());

        assertThat(Dso.of(twice, AS_OF, DsoMethod.trueDso()).in("EUR").input("openReceivables"))
                .isEqualByComparingTo("1.33");
        assertThat(dso.byCustomer()).containsOnlyKeys("ACME", "BETA");
        assertThat(dso.of("ACME").in("EUR").input("receivables")).isEqualByComparingTo("1.23");
        assertThat(dso.in("EUR").get("BETA").input("receivables")).isEqualByComparingTo("0.10");
    }

    @Test
    void no_ledger_at_all_has_no_measures() {
        assertThat(Dso.of(List.of(), AS_OF, DsoMethod.trueDso(), threads).byCurrency())
                .isEmpty();
        assertThat(Efficiency.perCustomer(List.of(), AS_OF, EfficiencyMethod.cei(), threads)
                        .byCustomer())
                .isEmpty();
    }

    @Test
    void customer_without_rows_by_then_has_no_measures() {
        CustomerMeasures dso = Dso.perCustomer(oneInvoice("ACME", 100), AS_OF.minusDays(1), DsoMethod.trueDso());

        assertThat(dso.byCustomer()).isEmpty();
        assertThatThrownBy(() -> dso.of("ACME"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nothing was issued to \"ACME\"");
    }
}
