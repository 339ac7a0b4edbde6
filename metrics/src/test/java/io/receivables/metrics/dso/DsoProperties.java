package io.receivables.metrics.dso;

import static io.receivables.metrics.internal.TestLedgers.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.receivables.core.Fact;
import io.receivables.core.ledger.ItemKind;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.OpenItem;
import io.receivables.core.ledger.Workers;
import io.receivables.metrics.CreditNoteTiming;
import io.receivables.metrics.Measure;
import io.receivables.metrics.MeasureBasis;
import io.receivables.metrics.MeasureKind;
import io.receivables.metrics.MeasureReason;
import io.receivables.metrics.MeasureSeries;
import io.receivables.metrics.Measures;
import io.receivables.metrics.TaxBasis;
import io.receivables.metrics.Window;
import io.receivables.metrics.dso.CountBackOptions.HistoryEnd;
import io.receivables.metrics.dso.CountBackOptions.NonPositiveSales;
import io.receivables.metrics.internal.TestLedgers;
import io.receivables.metrics.totals.DailyTotals;
import io.receivables.testkit.BulkLedgers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every ledger, date and method. */
class DsoProperties {
    @Provide
    Arbitrary<Ledger> ledgers() {
        return TestLedgers.ledgers();
    }

    @Provide
    Arbitrary<List<Fact>> facts() {
        return TestLedgers.facts();
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        return TestLedgers.dates();
    }

    @Provide
    Arbitrary<MeasureBasis> bases() {
        return Combinators.combine(
                        Arbitraries.of(TaxBasis.class),
                        Arbitraries.of(CreditNoteTiming.class),
                        Arbitraries.of(true, true, false))
                .as(MeasureBasis::new);
    }

    @Provide
    Arbitrary<DsoMethod> methods() {
        Arbitrary<Window> windows =
                Arbitraries.of(Window.days(30), Window.days(90), Window.months(1), Window.months(3));
        Arbitrary<DsoMethod> overWindow = Combinators.combine(
                        Arbitraries.of(
                                DsoMethod.simple(90),
                                DsoMethod.simple(90).averagingReceivables(),
                                DsoMethod.bestPossible(90),
                                DsoMethod.averageDaysDelinquent(90).timesDays(91)),
                        windows,
                        bases())
                .as((method, window, basis) -> method.over(window).on(basis));
        Arbitrary<DsoMethod> disputes = Combinators.combine(
                        Arbitraries.of(
                                DsoMethod.disputeDso(90),
                                DsoMethod.pureLatenessDso(90),
                                DsoMethod.pureLatenessDso(90).ofPastDueDisputes()),
                        windows)
                .as((method, window) -> method.over(window));
        Arbitrary<DsoMethod> others = Combinators.combine(
                        Arbitraries.of(
                                DsoMethod.countBackMonthly(),
                                DsoMethod.countBackMonthly().withPartialMonth().stoppingWithoutSales(),
                                DsoMethod.countBackDaily(),
                                DsoMethod.countBackDaily().atHistoryEnd(HistoryEnd.EXTRAPOLATE)),
                        bases())
                .as((method, basis) -> method.on(basis));
        Arbitrary<DsoMethod> base =
                Arbitraries.oneOf(List.of(overWindow, disputes, others, bases().map(DsoMethod.TrueDso::new)));
        return Arbitraries.oneOf(List.of(base, base, base, base.map(method -> DsoMethod.rolling(2, method))));
    }

    // ---- formulas

    @Provide
    Arbitrary<BigDecimal> amounts() {
        return Arbitraries.bigDecimals()
                .between(number("-1000"), number("100000"))
                .ofScale(2);
    }

    @Provide
    Arbitrary<List<SalesPeriod>> months() {
        return Combinators.combine(
                        Arbitraries.bigDecimals()
                                .between(number("-100"), number("5000"))
                                .ofScale(2),
                        Arbitraries.integers().between(28, 31))
                .as(SalesPeriod::of)
                .list()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<CountBackOptions> options() {
        return Combinators.combine(
                        Arbitraries.of(NonPositiveSales.class),
                        Arbitraries.of(HistoryEnd.LOWER_BOUND, HistoryEnd.EXTRAPOLATE))
                .as(CountBackOptions::new);
    }

    @Property
    void count_back_never_falls_when_receivables_rise(
            @ForAll("amounts") BigDecimal one,
            @ForAll("amounts") BigDecimal other,
            @ForAll("months") List<SalesPeriod> months,
            @ForAll("options") CountBackOptions options) {
        Measure less = DsoFormulas.countBack(one.min(other), months, options);
        Measure more = DsoFormulas.countBack(one.max(other), months, options);

        assertThat(less.value().orElseThrow()).isLessThanOrEqualTo(more.value().orElseThrow());
    }

    @Property
    void count_back_does_not_depend_on_the_unit_of_the_amounts(
            @ForAll("amounts") BigDecimal receivables,
            @ForAll("months") List<SalesPeriod> months,
            @ForAll("options") CountBackOptions options,
            @ForAll @IntRange(min = 2, max = 1000) int factor) {
        BigDecimal scale = BigDecimal.valueOf(factor);
        List<SalesPeriod> scaled = months.stream()
                .map(month -> SalesPeriod.of(month.sales().multiply(scale), month.days()))
                .toList();

        Measure plain = DsoFormulas.countBack(receivables, months, options);
        Measure scaledDso = DsoFormulas.countBack(receivables.multiply(scale), scaled, options);
        assertThat(scaledDso.value().orElseThrow())
                .isEqualByComparingTo(plain.value().orElseThrow());
        assertThat(scaledDso.status()).isEqualTo(plain.status());
        assertThat(scaledDso.warnings()).isEqualTo(plain.warnings());
    }

    @Property
    void count_back_days_hold_the_receivables(
            @ForAll("amounts") BigDecimal receivables, @ForAll("months") List<SalesPeriod> months) {
        Measure dso = DsoFormulas.countBack(receivables, months, CountBackOptions.standard());
        int history = months.stream().mapToInt(SalesPeriod::days).sum();
        BigDecimal sales = months.stream()
                .map(month -> month.sales().max(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(dso.value().orElseThrow()).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(history));
        assertThat(dso.status().code())
                .isEqualTo(
                        receivables.signum() <= 0
                                ? "NO_RECEIVABLES"
                                : receivables.compareTo(sales) > 0 ? "HISTORY_EXHAUSTED" : "OK");
        if (receivables.compareTo(sales) > 0 && receivables.signum() > 0) {
            assertThat(dso.input("residual")).isEqualByComparingTo(receivables.subtract(sales));
        }
    }

    // ---- ledgers

    @Property
    void best_possible_and_average_days_delinquent_add_up_to_simple_dso(
            @ForAll("ledgers") Ledger ledger, @ForAll("dates") LocalDate asOf, @ForAll("bases") MeasureBasis basis) {
        Measures simple = Dso.of(ledger, asOf, DsoMethod.simple(30).on(basis));
        Measures best = Dso.of(ledger, asOf, DsoMethod.bestPossible(30).on(basis));
        Measures overdue =
                Dso.of(ledger, asOf, DsoMethod.averageDaysDelinquent(30).on(basis));

        for (String currency : simple.currencies()) {
            assertThat(overdue.in(currency).problem())
                    .isEqualTo(simple.in(currency).problem())
                    .isEqualTo(best.in(currency).problem());
            simple.in(currency)
                    .value()
                    .ifPresent(days -> assertThat(sum(best, overdue, currency)).isEqualByComparingTo(days));
        }
    }

    @Property
    void dispute_and_pure_lateness_add_up_to_average_days_delinquent(
            @ForAll("ledgers") Ledger ledger, @ForAll("dates") LocalDate asOf, @ForAll boolean pastDueOnly) {
        DsoMethod.OverWindow disputeDso = DsoMethod.disputeDso(30);
        DsoMethod.OverWindow latenessDso = DsoMethod.pureLatenessDso(30);
        Measures dispute = Dso.of(ledger, asOf, pastDueOnly ? disputeDso.ofPastDueDisputes() : disputeDso);
        Measures lateness = Dso.of(ledger, asOf, pastDueOnly ? latenessDso.ofPastDueDisputes() : latenessDso);
        Measures overdue = Dso.of(ledger, asOf, DsoMethod.averageDaysDelinquent(30));

        for (String currency : overdue.currencies()) {
            overdue.in(currency)
                    .value()
                    .ifPresent(
                            days -> assertThat(sum(dispute, lateness, currency)).isEqualByComparingTo(days));
        }
    }

    private static BigDecimal sum(Measures one, Measures other, String currency) {
        return one.in(currency)
                .value()
                .orElseThrow()
                .add(other.in(currency).value().orElseThrow());
    }

    @Property
    void receivables_are_the_ledgers_balance(@ForAll("ledgers") Ledger ledger, @ForAll("dates") LocalDate asOf) {
        Measures dso = Dso.of(ledger, asOf, DsoMethod.countBackDaily());

        assertThat(dso.currencies())
                .containsExactlyElementsOf(ledger.balance(asOf).keySet());
        for (String currency : dso.currencies()) {
            assertThat(dso.in(currency).input("receivables"))
                    .isEqualByComparingTo(ledger.balance(asOf).get(currency).amount());
        }
    }

    /** Simple and monthly count-back DSO, best-possible and dispute DSO once more, from records one by one. */
    @Property
    void figures_equal_those_of_the_records(@ForAll("ledgers") Ledger ledger, @ForAll("dates") LocalDate asOf) {
        List<OpenItem> rows = new ArrayList<>();
        for (int row = 0; row < ledger.columns().rows(); row++) {
            rows.add(ledger.item(row, asOf));
        }
        for (String currency : Dso.of(ledger, asOf, DsoMethod.trueDso()).currencies()) {
            List<OpenItem> items = rows.stream()
                    .filter(item -> item.amount().currency().getCurrencyCode().equals(currency))
                    .filter(item -> !item.issueDate().isAfter(asOf))
                    .toList();
            List<OpenItem> documents = items.stream()
                    .filter(item -> item.kind() != ItemKind.PAYMENT)
                    .toList();
            LocalDate first = documents.stream()
                    .map(OpenItem::issueDate)
                    .min(Comparator.naturalOrder())
                    .orElse(LocalDate.MAX);
            BigDecimal receivables = total(items, item -> item.signedOpen().amount());
            BigDecimal sales = sales(documents, asOf.minusDays(29), asOf);
            BigDecimal thirty = number("30");

            Measure simple = Dso.of(ledger, asOf, DsoMethod.simple(30)).in(currency);
            if (first.isAfter(asOf.minusDays(29))) {
                assertThat(simple.problem().orElseThrow().code())
                        .isIn(MeasureReason.SHORT_HISTORY, MeasureReason.NO_HISTORY);
            } else {
                assertThat(simple.value())
                        .isEqualTo(
                                DsoFormulas.simple(receivables, sales, thirty).value());
                BigDecimal current = total(
                        items,
                        item -> item.kind().isDebit() && !item.dueDate().isBefore(asOf)
                                ? item.open().amount()
                                : BigDecimal.ZERO);
                assertThat(Dso.of(ledger, asOf, DsoMethod.bestPossible(30))
                                .in(currency)
                                .value())
                        .isEqualTo(
                                DsoFormulas.bestPossible(current, sales, thirty).value());
                BigDecimal disputed = total(items, item -> item.disputed().amount());
                assertThat(Dso.of(ledger, asOf, DsoMethod.disputeDso(30))
                                .in(currency)
                                .value())
                        .isEqualTo(DsoFormulas.dispute(disputed, sales, thirty).value());
            }
            List<SalesPeriod> months = new ArrayList<>();
            for (YearMonth month = YearMonth.from(asOf);
                    !documents.isEmpty() && !month.isBefore(YearMonth.from(first));
                    month = month.minusMonths(1)) {
                months.add(
                        SalesPeriod.of(sales(documents, month.atDay(1), month.atEndOfMonth()), month.lengthOfMonth()));
            }
            Measure countBack =
                    Dso.of(ledger, asOf, DsoMethod.countBackMonthly()).in(currency);
            if (asOf.getDayOfMonth() == asOf.lengthOfMonth()) {
                Measure expected = DsoFormulas.countBack(receivables, months, CountBackOptions.standard());
                assertThat(countBack.value()).isEqualTo(expected.value());
                assertThat(countBack.status()).isEqualTo(expected.status());
            } else {
                assertThat(countBack.value()).isEmpty();
            }
        }
    }

    private static BigDecimal sales(List<OpenItem> documents, LocalDate from, LocalDate to) {
        return total(
                documents,
                item -> item.issueDate().isBefore(from) || item.issueDate().isAfter(to)
                        ? BigDecimal.ZERO
                        : item.kind().isDebit()
                                ? item.amount().amount()
                                : item.amount().amount().negate());
    }

    private static BigDecimal total(List<OpenItem> items, Function<OpenItem, BigDecimal> amount) {
        return items.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Property
    void totals_of_shards_give_the_measures_of_the_whole(
            @ForAll("ledgers") Ledger ledger, @ForAll("dates") LocalDate asOf, @ForAll boolean mixedTax) {
        MeasureBasis standard = MeasureBasis.standard();
        MeasureBasis basis = mixedTax ? standard.withTax(TaxBasis.TAX_INCLUSIVE_OVER_NET) : standard;
        DailyTotals totals = BulkLedgers.shards(ledger, 3).stream()
                .map(shard -> DailyTotals.of(shard, basis, Workers.caller()))
                .reduce(DailyTotals::plus)
                .orElseThrow();

        for (DsoMethod method : List.of(
                DsoMethod.simple(30).on(basis),
                DsoMethod.simple(30).averagingReceivables().on(basis),
                DsoMethod.countBackMonthly().withPartialMonth().on(basis),
                DsoMethod.countBackDaily().on(basis),
                DsoMethod.rolling(2, DsoMethod.countBackDaily().on(basis)))) {
            assertThat(Dso.of(totals, asOf, method)).isEqualTo(Dso.of(ledger, asOf, method));
        }
    }

    @Property
    void shards_give_the_measures_of_the_whole(
            @ForAll("ledgers") Ledger ledger, @ForAll("dates") LocalDate asOf, @ForAll("methods") DsoMethod method) {
        List<Ledger> shards = BulkLedgers.shards(ledger, 3);

        assertThat(Dso.of(shards, asOf, method, Workers.caller())).isEqualTo(Dso.of(ledger, asOf, method));
        assertThat(Dso.perCustomer(shards, asOf, method, Workers.caller()))
                .isEqualTo(Dso.perCustomer(ledger, asOf, method));
    }

    @Property
    void measures_of_a_customer_are_those_of_a_ledger_of_its_rows_alone(
            @ForAll("ledgers") Ledger ledger, @ForAll("dates") LocalDate asOf, @ForAll("methods") DsoMethod method) {
        assertThat(Dso.perCustomer(ledger, asOf, method))
                .isEqualTo(TestLedgers.eachAlone(
                        ledger, customer -> Dso.of(TestLedgers.rowsOf(ledger, customer), asOf, method)));
    }

    @Property
    void measures_of_a_customer_are_those_of_a_ledger_of_its_facts_alone(
            @ForAll("ledgers") Ledger ledger, @ForAll("dates") LocalDate asOf, @ForAll("methods") DsoMethod method) {
        Assume.that(TestLedgers.everyonePaysTheirOwn(ledger));

        assertThat(Dso.perCustomer(ledger, asOf, method))
                .isEqualTo(TestLedgers.eachAlone(
                        ledger, customer -> Dso.of(TestLedgers.factsOf(ledger, customer), asOf, method)));
    }

    @Property
    void order_of_rows_and_way_of_building_do_not_matter(
            @ForAll("ledgers") Ledger ledger,
            @ForAll("dates") LocalDate asOf,
            @ForAll("methods") DsoMethod method,
            @ForAll Random random) {
        assertThat(Dso.of(TestLedgers.bulk(ledger, random), asOf, method)).isEqualTo(Dso.of(ledger, asOf, method));
    }

    @Property
    void facts_dated_later_change_nothing(
            @ForAll("facts") List<Fact> facts, @ForAll("dates") LocalDate asOf, @ForAll("methods") DsoMethod method) {
        List<Fact> known =
                facts.stream().filter(fact -> !fact.date().isAfter(asOf)).toList();

        assertThat(Dso.of(Ledger.builder().facts(known).load().value(), asOf, method))
                .isEqualTo(Dso.of(Ledger.of(facts), asOf, method));
    }

    @Property
    void series_equals_the_single_dates(
            @ForAll("ledgers") Ledger ledger, @ForAll("dates") LocalDate to, @ForAll("methods") DsoMethod method) {
        MeasureSeries series = Dso.atMonthEnds(ledger, to.minusMonths(4), to, method);

        assertThat(series.dates()).hasSizeBetween(4, 5);
        series.byDate().forEach((date, measures) -> assertThat(measures).isEqualTo(Dso.of(ledger, date, method)));
    }

    @Property
    void scaled_amounts_give_the_same_days(
            @ForAll("ledgers") Ledger ledger, @ForAll("dates") LocalDate asOf, @ForAll("methods") DsoMethod method) {
        Assume.that(method.kind() != MeasureKind.ROLLING_DSO);
        Measures plain = Dso.of(ledger, asOf, method);
        Measures scaled = Dso.of(TestLedgers.scaled(ledger, 7), asOf, method);

        for (String currency : plain.currencies()) {
            assertThat(scaled.in(currency).status())
                    .isEqualTo(plain.in(currency).status());
            plain.in(currency)
                    .value()
                    .ifPresent(days -> assertThat(scaled.in(currency).value().orElseThrow())
                            .isCloseTo(days, within(number("1e-15"))));
        }
    }
}
