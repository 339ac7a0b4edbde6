package io.receivables.metrics.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.receivables.core.Customer;
import io.receivables.core.Fact;
import io.receivables.core.Loaded;
import io.receivables.core.Money;
import io.receivables.core.Problem;
import io.receivables.core.ledger.Ledger;
import io.receivables.metrics.Measure;
import io.receivables.metrics.Measures;
import io.receivables.metrics.Window;
import io.receivables.metrics.aging.AgedBalance;
import io.receivables.metrics.aging.AgedLine;
import io.receivables.metrics.aging.Aging;
import io.receivables.metrics.aging.AgingOptions;
import io.receivables.metrics.aging.BucketScheme;
import io.receivables.metrics.aging.Grouping;
import io.receivables.metrics.dso.CountBackOptions.HistoryEnd;
import io.receivables.metrics.dso.Dso;
import io.receivables.metrics.dso.DsoMethod;
import io.receivables.testkit.LedgerSpec;
import io.receivables.testkit.ReceivablesArbitraries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** At every moment a live ledger says what a ledger made of the same facts says. */
class LiveLedgerProperties {
    private static final List<DsoMethod> METHODS = List.of(
            DsoMethod.simple(30),
            DsoMethod.simple(90).timesDays(91),
            DsoMethod.simple(1).over(Window.months(2)),
            DsoMethod.bestPossible(60),
            DsoMethod.averageDaysDelinquent(90),
            DsoMethod.disputeDso(45),
            DsoMethod.countBackDaily(),
            DsoMethod.countBackDaily().atHistoryEnd(HistoryEnd.EXTRAPOLATE),
            DsoMethod.countBackMonthly(),
            DsoMethod.countBackMonthly().withPartialMonth().stoppingWithoutSales(),
            DsoMethod.countBackMonthly().withPartialMonth().atHistoryEnd(HistoryEnd.UNDEFINED));

    /** Dense, so that facts settle each other and sales are near. */
    private static LedgerSpec quarter() {
        return LedgerSpec.standard()
                .withDocuments(8)
                .withMovements(24)
                .withCurrencies("EUR", "JPY")
                .between(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 4, 30));
    }

    @Provide
    Arbitrary<List<Fact>> facts() {
        return ReceivablesArbitraries.facts(quarter());
    }

    @Provide
    Arbitrary<List<Fact>> dirtyFacts() {
        return ReceivablesArbitraries.dirtyFacts(quarter());
    }

    @Provide
    Arbitrary<BucketScheme> schemes() {
        return Arbitraries.of(
                BucketScheme.standard(),
                BucketScheme.weekly(3),
                BucketScheme.ofUpperBounds(),
                BucketScheme.ofUpperBounds(-30, -1, 5, 45));
    }

    @Property
    void facts_that_fit_give_the_figures_of_a_rebuild_whatever_their_order(
            @ForAll("facts") List<Fact> facts, @ForAll("schemes") BucketScheme scheme, @ForAll Random random) {
        List<Fact> shuffled = new ArrayList<>(facts);
        Collections.shuffle(shuffled, random);
        assertEqualToRebuildAfterEach(shuffled, scheme, random);
    }

    @Property
    void facts_that_come_by_date_give_the_figures_of_a_rebuild(
            @ForAll("facts") List<Fact> facts, @ForAll("schemes") BucketScheme scheme, @ForAll Random random) {
        List<Fact> byDate = new ArrayList<>(facts);
        byDate.sort(Comparator.comparing(Fact::date));
        LiveLedger live = LiveLedger.of(new LiveOptions(LocalDate.of(2023, 12, 1), scheme));
        List<Fact> soFar = new ArrayList<>();
        for (Fact fact : byDate) {
            if (fact.date().isAfter(live.asOf())) {
                live.advanceTo(fact.date());
            }
            live.apply(fact);
            soFar.add(fact);
            assertEqualToRebuild(live, soFar, scheme);
        }
    }

    @Property
    void facts_that_do_not_fit_are_left_out_with_the_problems_of_a_rebuild(
            @ForAll("dirtyFacts") List<Fact> facts, @ForAll Random random) {
        List<Fact> shuffled = new ArrayList<>(facts);
        if (random.nextBoolean()) {
            Collections.shuffle(shuffled, random);
        }
        assertEqualToRebuildAfterEach(shuffled, BucketScheme.standard(), random);
    }

    /** Applies facts one by one, at times twice, and moves on by some days now and then. */
    private static void assertEqualToRebuildAfterEach(List<Fact> facts, BucketScheme scheme, Random random) {
        LiveLedger live =
                LiveLedger.of(new LiveOptions(LocalDate.of(2024, 1, 1).plusDays(random.nextInt(120)), scheme));
        List<Fact> soFar = new ArrayList<>();
        for (Fact fact : facts) {
            apply(live, fact, soFar);
            if (random.nextInt(10) == 0) {
                apply(live, soFar.get(random.nextInt(soFar.size())), soFar);
            }
            if (random.nextInt(4) == 0) {
                live.advanceTo(live.asOf().plusDays(random.nextInt(20)));
            }
            assertEqualToRebuild(live, soFar, scheme);
        }
        live.advanceTo(live.asOf().plusDays(random.nextInt(400)));
        assertEqualToRebuild(live, soFar, scheme);
    }

    private static void apply(LiveLedger live, Fact fact, List<Fact> soFar) {
        LiveOutcome outcome = live.apply(fact);
        soFar.add(fact);
        if (outcome.status() == LiveOutcome.Status.COUNTED || outcome.status() == LiveOutcome.Status.WAITING) {
            assertThat(live.problems()).containsAll(outcome.problems());
        } else {
            assertThat(outcome.problems()).anyMatch(Problem::isError);
        }
    }

    private static void assertEqualToRebuild(LiveLedger live, List<Fact> soFar, BucketScheme scheme) {
        Loaded<Ledger> loaded = Ledger.builder().facts(soFar).load();
        Ledger ledger = loaded.value();
        LocalDate asOf = live.asOf();
        AgingOptions options = AgingOptions.standard(asOf).into(scheme);
        AgedBalance balance = Aging.of(ledger, options);
        LiveSnapshot snapshot = live.snapshot();
        assertThat(snapshot.asOf()).isEqualTo(asOf);
        assertThat(live.problems()).containsExactlyInAnyOrderElementsOf(loaded.problems());
        assertThat(live.currencies()).containsExactlyElementsOf(balance.currencies());
        assertThat(snapshot.currencies()).isEqualTo(balance.currencies());
        for (String code : balance.currencies()) {
            assertThat(snapshot.in(code)).isEqualTo(live.totals(code));
            assertEqual(
                    live.totals(code), balance.in(code), ledger.balance(asOf).get(code));
        }
        assertCustomersEqual(live, ledger, Aging.of(ledger, options.per(Grouping.customer())));
        assertDsoEqual(live, snapshot, ledger);
    }

    private static void assertEqual(LiveTotals totals, AgedLine line, Money balance) {
        assertThat(totals.balance()).isEqualTo(balance);
        assertThat(totals.foots()).isTrue();
        assertEqual(totals, line);
    }

    private static void assertEqual(LiveTotals totals, AgedLine line) {
        assertThat(totals.buckets()).isEqualTo(line.buckets());
        assertThat(totals.receivables()).isEqualTo(line.receivables());
        assertThat(totals.notDue()).isEqualTo(line.notDue());
        assertThat(totals.notDueItems()).isEqualTo(line.notDueItems());
        assertThat(totals.overdue()).isEqualTo(line.overdue());
        assertThat(totals.overdueItems()).isEqualTo(line.overdueItems());
        assertThat(totals.unappliedCredits()).isEqualTo(line.unappliedCredits());
        assertThat(totals.disputed()).isEqualTo(line.disputed());
        assertThat(totals.disputedItems()).isEqualTo(line.disputedItems());
        assertThat(totals.openItems()).isEqualTo(line.openItems());
    }

    private static void assertCustomersEqual(LiveLedger live, Ledger ledger, AgedBalance perCustomer) {
        Map<String, AgedLine> lines = new TreeMap<>();
        perCustomer
                .groups()
                .forEach(line -> lines.put(line.group() + " " + line.currency().getCurrencyCode(), line));
        for (Customer customer : ledger.customers()) {
            live.customer(customer.id()).forEach((code, totals) -> {
                assertThat(totals.foots()).isTrue();
                assertThat(live.balance(customer.id(), code)).isEqualTo(totals.balance());
                AgedLine line = lines.remove(customer.id() + " " + code);
                if (line == null) {
                    assertThat(totals.receivables().isZero()).isTrue();
                    assertThat(totals.unappliedCredits().isZero()).isTrue();
                } else {
                    assertThat(totals.balance()).isEqualTo(line.net());
                    assertEqual(totals, line);
                }
            });
        }
        assertThat(lines).isEmpty();
    }

    private static void assertDsoEqual(LiveLedger live, LiveSnapshot snapshot, Ledger ledger) {
        for (DsoMethod method : METHODS) {
            Measures expected = Dso.of(ledger, live.asOf(), method);
            assertThat(expected.currencies()).isEqualTo(live.currencies());
            for (String code : expected.currencies()) {
                Measure measure = expected.in(code);
                assertThat(live.dso(code, method)).isEqualTo(measure);
                assertThat(snapshot.dso(code, method)).isEqualTo(measure);
                double days = live.dsoDays(code, method);
                measure.value()
                        .ifPresentOrElse(
                                value -> assertThat(days)
                                        .isCloseTo(
                                                value.doubleValue(),
                                                within(1e-9 * Math.max(1, Math.abs(value.doubleValue())))),
                                () -> assertThat(days).isNaN());
            }
        }
    }
}
