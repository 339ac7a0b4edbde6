package io.receivables.metrics.efficiency;

import static io.receivables.metrics.internal.TestLedgers.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Fact;
import io.receivables.core.Invoice;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.Workers;
import io.receivables.metrics.CreditNoteTiming;
import io.receivables.metrics.Measure;
import io.receivables.metrics.MeasureBasis;
import io.receivables.metrics.MeasureSeries;
import io.receivables.metrics.Measures;
import io.receivables.metrics.TaxBasis;
import io.receivables.metrics.Window;
import io.receivables.metrics.internal.Columns;
import io.receivables.metrics.internal.TestLedgers;
import io.receivables.testkit.BulkLedgers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every ledger, date and method. */
class EfficiencyProperties {
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
    Arbitrary<EfficiencyMethod> methods() {
        MeasureBasis inOrigin = MeasureBasis.standard().withCreditNotes(CreditNoteTiming.IN_ORIGIN);
        return Arbitraries.of(
                EfficiencyMethod.cei(),
                EfficiencyMethod.cei()
                        .over(Window.days(90))
                        .withSalesDividedBy(3)
                        .on(inOrigin),
                EfficiencyMethod.turnover().over(Window.days(60)),
                EfficiencyMethod.turnover().over(Window.days(60)).on(inOrigin.withoutDisputed()),
                EfficiencyMethod.overdueRatio(),
                EfficiencyMethod.overdueRatio(30),
                EfficiencyMethod.disputeRatio(),
                EfficiencyMethod.topDebtorsShare(2),
                EfficiencyMethod.herfindahl(),
                EfficiencyMethod.recoveryRate(Window.days(90)),
                EfficiencyMethod.badDebtRatio(Window.toDate()),
                EfficiencyMethod.weightedDaysToPay(),
                EfficiencyMethod.daysBeyondTerms().unweighted(),
                EfficiencyMethod.daysBeyondTerms().over(Window.days(60)).withEarly(EarlyPayments.NEGATIVE),
                EfficiencyMethod.averageDaysLate(),
                EfficiencyMethod.cashFreed(number("40"), number("30")));
    }

    @Provide
    Arbitrary<EfficiencyMethod> methodsOfACustomer() {
        MeasureBasis net = MeasureBasis.standard().withTax(TaxBasis.NET_OF_TAX);
        Arbitrary<EfficiencyMethod> more = Arbitraries.of(
                EfficiencyMethod.cei().over(Window.days(60)).on(net),
                EfficiencyMethod.turnover().over(Window.months(1)).on(net),
                EfficiencyMethod.deliveryToInvoiceLag(),
                EfficiencyMethod.weightedDeliveryToInvoiceLag().over(Window.days(60)),
                EfficiencyMethod.medianDeliveryToInvoiceLag(),
                EfficiencyMethod.lateInvoicingRatio(2));
        return Arbitraries.oneOf(List.of(
                methods().filter(method -> !(method instanceof EfficiencyMethod.Concentration)), more));
    }

    @Property
    void measures_of_a_customer_are_those_of_a_ledger_of_its_facts_alone(
            @ForAll("ledgers") Ledger ledger,
            @ForAll("dates") LocalDate asOf,
            @ForAll("methodsOfACustomer") EfficiencyMethod method) {
        Assume.that(TestLedgers.everyonePaysTheirOwn(ledger));

        assertThat(Efficiency.perCustomer(ledger, asOf, method))
                .isEqualTo(TestLedgers.eachAlone(
                        ledger, customer -> Efficiency.of(TestLedgers.factsOf(ledger, customer), asOf, method)));
    }

    @Property
    void measures_of_a_customer_are_those_of_a_ledger_of_its_rows_alone(
            @ForAll("ledgers") Ledger ledger,
            @ForAll("dates") LocalDate asOf,
            @ForAll("methodsOfACustomer") EfficiencyMethod method) {
        Ledger columnsOnly = BulkLedgers.copyOf(ledger);

        assertThat(Efficiency.perCustomer(columnsOnly, asOf, method))
                .isEqualTo(TestLedgers.eachAlone(
                        ledger, customer -> Efficiency.of(TestLedgers.rowsOf(ledger, customer), asOf, method)));
    }

    @Property
    void shards_give_the_measures_of_the_whole(
            @ForAll("ledgers") Ledger ledger,
            @ForAll("dates") LocalDate asOf,
            @ForAll("methods") EfficiencyMethod method) {
        assertThat(Efficiency.of(BulkLedgers.shards(ledger, 3), asOf, method, Workers.caller()))
                .isEqualTo(Efficiency.of(ledger, asOf, method));
    }

    /** A credit note would have to be in the shard of the invoice that it corrects; rows of columns tell its day themselves. */
    @Property
    void shards_of_invoices_give_the_measures_of_the_whole(
            @ForAll("facts") List<Fact> facts,
            @ForAll("dates") LocalDate asOf,
            @ForAll("methodsOfACustomer") EfficiencyMethod method) {
        List<Fact> invoices = facts.stream().filter(Invoice.class::isInstance).toList();
        List<Ledger> shards = IntStream.range(0, 3)
                .mapToObj(shard -> Ledger.of(IntStream.range(0, invoices.size())
                        .filter(i -> i % 3 == shard)
                        .mapToObj(invoices::get)
                        .toList()))
                .toList();
        Ledger whole = Ledger.of(invoices);

        assertThat(Efficiency.perCustomer(shards, asOf, method, Workers.caller()))
                .isEqualTo(Efficiency.perCustomer(whole, asOf, method));
        assertThat(Efficiency.of(shards, asOf, method, Workers.caller())).isEqualTo(Efficiency.of(whole, asOf, method));
    }

    @Property
    void shards_of_rows_give_the_customers_measures_of_the_whole(
            @ForAll("ledgers") Ledger ledger,
            @ForAll("dates") LocalDate asOf,
            @ForAll("methodsOfACustomer") EfficiencyMethod method) {
        assertThat(Efficiency.perCustomer(BulkLedgers.shards(ledger, 3), asOf, method, Workers.caller()))
                .isEqualTo(Efficiency.perCustomer(BulkLedgers.copyOf(ledger), asOf, method));
    }

    @Property
    void order_of_rows_and_way_of_building_do_not_matter(
            @ForAll("ledgers") Ledger ledger,
            @ForAll("dates") LocalDate asOf,
            @ForAll("methods") EfficiencyMethod method,
            @ForAll Random random) {
        assertThat(Efficiency.of(TestLedgers.bulk(ledger, random), asOf, method))
                .isEqualTo(Efficiency.of(ledger, asOf, method));
    }

    @Property
    void facts_dated_later_change_nothing(
            @ForAll("facts") List<Fact> facts,
            @ForAll("dates") LocalDate asOf,
            @ForAll("methods") EfficiencyMethod method) {
        List<Fact> known =
                facts.stream().filter(fact -> !fact.date().isAfter(asOf)).toList();

        assertThat(Efficiency.of(Ledger.builder().facts(known).load().value(), asOf, method))
                .isEqualTo(Efficiency.of(Ledger.of(facts), asOf, method));
    }

    @Property
    void series_equals_the_single_dates(
            @ForAll("ledgers") Ledger ledger,
            @ForAll("dates") LocalDate to,
            @ForAll("methods") EfficiencyMethod method) {
        MeasureSeries series = Efficiency.atMonthEnds(ledger, to.minusMonths(4), to, method);

        assertThat(series.dates()).hasSizeBetween(4, 5);
        series.byDate()
                .forEach((date, measures) -> assertThat(measures).isEqualTo(Efficiency.of(ledger, date, method)));
    }

    @Property
    void parts_of_the_open_items_are_between_nothing_and_all(
            @ForAll("ledgers") Ledger ledger, @ForAll("dates") LocalDate asOf) {
        Measures overdue = Efficiency.of(ledger, asOf, EfficiencyMethod.overdueRatio());
        Measures long30 = Efficiency.of(ledger, asOf, EfficiencyMethod.overdueRatio(30));
        Measures disputed = Efficiency.of(ledger, asOf, EfficiencyMethod.disputeRatio());

        for (String currency : overdue.currencies()) {
            if (overdue.in(currency).value().isPresent()) {
                BigDecimal all = overdue.in(currency).value().orElseThrow();
                assertThat(all).isBetween(BigDecimal.ZERO, number("100"));
                assertThat(long30.in(currency).value().orElseThrow()).isBetween(BigDecimal.ZERO, all);
                assertThat(disputed.in(currency).value().orElseThrow()).isBetween(BigDecimal.ZERO, number("100"));
            }
        }
    }

    /** The largest share bounds the index: its square from below, and 100 times itself from above. */
    @Property
    void concentration_lies_between_its_bounds(@ForAll("ledgers") Ledger ledger, @ForAll("dates") LocalDate asOf) {
        Measures index = Efficiency.of(ledger, asOf, EfficiencyMethod.herfindahl());
        Measures first = Efficiency.of(ledger, asOf, EfficiencyMethod.topDebtorsShare(1));
        Measures two = Efficiency.of(ledger, asOf, EfficiencyMethod.topDebtorsShare(2));
        Measures all = Efficiency.of(ledger, asOf, EfficiencyMethod.topDebtorsShare(1_000));

        for (String currency : index.currencies()) {
            assertThat(first.in(currency).status()).isEqualTo(index.in(currency).status());
            if (first.in(currency).value().isPresent()) {
                BigDecimal largest = first.in(currency).value().orElseThrow();
                BigDecimal points = index.in(currency).value().orElseThrow();
                assertThat(points)
                        .isGreaterThanOrEqualTo(largest.multiply(largest).subtract(number("1e-20")));
                assertThat(points)
                        .isLessThanOrEqualTo(largest.multiply(number("100")).add(number("1e-20")));
                assertThat(two.in(currency).value().orElseThrow()).isBetween(largest, number("100"));
                assertThat(all.in(currency).value().orElseThrow()).isEqualByComparingTo("100");
            }
        }
    }

    /** What opened, was sold and came in explains what is left, but for credits used, losses and refunds. */
    @Property
    void cash_collected_since_ever_is_what_left_the_receivables(
            @ForAll("ledgers") Ledger ledger, @ForAll("dates") LocalDate asOf) {
        Measures collected = Efficiency.of(ledger, asOf, EfficiencyMethod.recoveryRate(Window.toDate()));
        Measures lost = Efficiency.of(ledger, asOf, EfficiencyMethod.badDebtRatio(Window.toDate()));

        for (String currency : collected.currencies()) {
            Measure losses = lost.in(currency);
            BigDecimal left = losses.input("sales")
                    .subtract(collected.in(currency).input("collected"))
                    .subtract(losses.input("writtenOff"))
                    .add(TestLedgers.creditNotesRefunded(ledger, asOf, currency));
            assertThat(left)
                    .isEqualByComparingTo(ledger.balance(asOf).get(currency).amount());
        }
    }

    @Property
    void mean_and_median_lie_between_the_shortest_and_the_longest_lag(@ForAll("facts") List<Fact> facts) {
        Ledger ledger = Ledger.of(facts);
        LocalDate end = LocalDate.of(2030, 12, 31);
        for (EfficiencyMethod method : List.of(
                EfficiencyMethod.deliveryToInvoiceLag(),
                EfficiencyMethod.weightedDeliveryToInvoiceLag(),
                EfficiencyMethod.medianDeliveryToInvoiceLag())) {
            Efficiency.of(ledger, end, method).byCurrency().forEach((currency, measure) -> {
                List<WeightedDays> lags = DeliveryLags.of(
                                Columns.of(List.of(ledger), Workers.caller()), LocalDate.MIN, end)
                        .days(currency);
                measure.value()
                        .ifPresent(value -> assertThat(value)
                                .isBetween(
                                        BigDecimal.valueOf(lags.stream()
                                                .mapToLong(WeightedDays::days)
                                                .min()
                                                .getAsLong()),
                                        BigDecimal.valueOf(lags.stream()
                                                .mapToLong(WeightedDays::days)
                                                .max()
                                                .getAsLong())));
            });
        }
    }
}
