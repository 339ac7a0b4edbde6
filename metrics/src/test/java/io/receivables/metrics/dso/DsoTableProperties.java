package io.receivables.metrics.dso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.LedgerColumns;
import io.receivables.core.ledger.Workers;
import io.receivables.metrics.Measure;
import io.receivables.metrics.MeasureBasis;
import io.receivables.metrics.MeasureSeries;
import io.receivables.metrics.Window;
import io.receivables.metrics.dso.CountBackOptions.HistoryEnd;
import io.receivables.metrics.internal.TestLedgers;
import io.receivables.metrics.totals.DailyTotals;
import io.receivables.testkit.BulkLedgers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A table has the values that {@link Dso} has, one by one. */
class DsoTableProperties {
    @Provide
    Arbitrary<Ledger> ledgers() {
        return TestLedgers.ledgers();
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        return TestLedgers.dates();
    }

    @Provide
    Arbitrary<DsoMethod> methods() {
        return Arbitraries.of(
                DsoMethod.simple(30),
                DsoMethod.simple(90).timesDays(91),
                DsoMethod.simple(90).over(Window.months(2)),
                DsoMethod.countBackMonthly(),
                DsoMethod.countBackMonthly().withPartialMonth(),
                DsoMethod.countBackMonthly().withPartialMonth().stoppingWithoutSales(),
                DsoMethod.countBackMonthly().withPartialMonth().atHistoryEnd(HistoryEnd.EXTRAPOLATE),
                DsoMethod.countBackMonthly().withPartialMonth().atHistoryEnd(HistoryEnd.UNDEFINED));
    }

    @Property
    void values_at_month_ends_are_those_of_the_ledger(
            @ForAll("ledgers") Ledger ledger,
            @ForAll("dates") LocalDate one,
            @ForAll("dates") LocalDate other,
            @ForAll("methods") DsoMethod method) {
        LocalDate from = one.isBefore(other) ? one : other;
        LocalDate to = one.isBefore(other) ? other : one;
        DailyTotals totals = DailyTotals.of(ledger, method.basis(), Workers.caller());
        DsoTable table = DsoTable.atMonthEnds(totals, from, to, method);
        MeasureSeries series = Dso.atMonthEnds(ledger, from, to, method);

        assertThat(table.size())
                .isEqualTo(series.byDate().values().stream()
                        .mapToInt(measures -> measures.byCurrency().size())
                        .sum());
        for (int i = 0; i < table.size(); i++) {
            assertThat(table.customer(i)).isEmpty();
            assertValue(table, i, series.at(table.asOf(i)).in(table.currency(i).getCurrencyCode()));
        }
    }

    @Property
    void value_of_a_customer_is_that_of_a_ledger_with_its_rows_alone(
            @ForAll("ledgers") Ledger ledger, @ForAll("dates") LocalDate asOf, @ForAll("methods") DsoMethod method) {
        DsoTable table = DsoTable.perCustomer(ledger, asOf, method, Workers.caller());

        int i = 0;
        for (int customer = 0; customer < ledger.customers().size(); customer++) {
            for (int currency = 0; currency < ledger.columns().currencies().size(); currency++) {
                Ledger alone = BulkLedgers.ofRows(ledger, rows(ledger.columns(), customer, currency));
                for (Measure expected : Dso.of(alone, asOf, method).byCurrency().values()) {
                    assertThat(table.customer(i)).contains(ledger.customers().get(customer));
                    assertThat(table.currency(i))
                            .isEqualTo(ledger.columns().currencies().get(currency));
                    assertThat(table.asOf(i)).isEqualTo(asOf);
                    assertValue(table, i++, expected);
                }
            }
        }
        assertThat(table.size()).isEqualTo(i);
    }

    private static int[] rows(LedgerColumns columns, int customer, int currency) {
        return IntStream.range(0, columns.rows())
                .filter(row -> columns.customer(row) == customer && columns.currency(row) == currency)
                .toArray();
    }

    private static void assertValue(DsoTable table, int i, Measure expected) {
        assertThat(table.measure(i)).isEqualTo(expected);
        assertThat(table.status(i)).isEqualTo(expected.status());
        assertThat(table.receivables(i).amount()).isEqualByComparingTo(receivables(table, i, expected));
        assertThat(table.value(i).isPresent()).isEqualTo(expected.value().isPresent());
        if (expected.value().isEmpty()) {
            assertThat(table.days(i)).isNaN();
        } else {
            double days = expected.value().get().doubleValue();
            assertThat(table.value(i).orElseThrow())
                    .isEqualByComparingTo(expected.value().get());
            assertThat(table.days(i)).isCloseTo(days, within(1e-12 * Math.max(1, Math.abs(days))));
        }
    }

    /** A measure that has no value need not state its receivables. */
    private static BigDecimal receivables(DsoTable table, int i, Measure measure) {
        return measure.inputs().getOrDefault("receivables", table.receivables(i).amount());
    }

    @Property
    void number_of_threads_does_not_matter(
            @ForAll("ledgers") Ledger ledger, @ForAll("dates") LocalDate asOf, @ForAll("methods") DsoMethod method) {
        Workers three = Workers.on(task -> new Thread(task).start(), 3);

        assertThat(values(DsoTable.perCustomer(ledger, asOf, method, three)))
                .isEqualTo(values(DsoTable.perCustomer(ledger, asOf, method, Workers.caller())));
        assertThat(Dso.of(ledger, asOf, method, three)).isEqualTo(Dso.of(ledger, asOf, method));
    }

    private static List<String> values(DsoTable table) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < table.size(); i++) {
            values.add(table.customer(i) + " " + table.currency(i) + " " + table.status(i) + " " + table.receivables(i)
                    + " " + table.value(i));
        }
        return values;
    }

    @Property
    void shards_add_up_to_the_values_of_the_whole(
            @ForAll("ledgers") Ledger ledger, @ForAll("dates") LocalDate asOf, @ForAll("methods") DsoMethod method) {
        DailyTotals totals = BulkLedgers.shards(ledger, 3).stream()
                .map(shard -> DailyTotals.of(shard, MeasureBasis.standard(), Workers.caller()))
                .reduce(DailyTotals::plus)
                .orElseThrow();

        MeasureSeries whole = Dso.atMonthEnds(ledger, asOf.minusMonths(2), asOf, method);
        DsoTable table = DsoTable.atMonthEnds(totals, asOf.minusMonths(2), asOf, method);
        for (int i = 0; i < table.size(); i++) {
            assertValue(table, i, whole.at(table.asOf(i)).in(table.currency(i).getCurrencyCode()));
        }
        assertThat(table.size())
                .isEqualTo(whole.byDate().values().stream()
                        .mapToInt(measures -> measures.byCurrency().size())
                        .sum());
    }
}
