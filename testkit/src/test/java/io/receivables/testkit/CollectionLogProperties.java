package io.receivables.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Customer;
import io.receivables.core.Document;
import io.receivables.core.Fact;
import io.receivables.core.Money;
import io.receivables.core.Reversal;
import io.receivables.core.collection.CollectionFact;
import io.receivables.core.collection.CollectionFactKind;
import io.receivables.core.collection.CollectionLog;
import io.receivables.core.collection.CollectionOptions;
import io.receivables.core.collection.CreditLimit;
import io.receivables.core.collection.CreditPosition;
import io.receivables.core.collection.ItemReference;
import io.receivables.core.collection.PlanState;
import io.receivables.core.collection.PlanState.InstalmentState;
import io.receivables.core.collection.PromiseState;
import io.receivables.core.collection.PromiseToPay;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.OpenItem;
import io.receivables.core.ledger.SettlementKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** What holds for every log of a collection. */
class CollectionLogProperties implements ReceivablesProviders {
    private static CollectionOptions options(LocalDate asOf, int grace, int tolerance) {
        return CollectionOptions.standard(asOf).withGraceDays(grace).withToleranceDays(tolerance);
    }

    @Property
    void received_and_missing_add_up_to_what_was_promised(
            @ForAll("collectionLogs") CollectionLog log,
            @ForAll("dates") LocalDate asOf,
            @ForAll @IntRange(max = 20) int days) {
        for (PromiseState state : log.promises(options(asOf, days, 0))) {
            assertThat(state.received().plus(state.missing()))
                    .isEqualTo(state.promise().amount());
            assertThat(state.received().isNegative() || state.missing().isNegative())
                    .isFalse();
            assertThat(state.status() == PromiseState.Status.KEPT)
                    .isEqualTo(state.missing().isZero());
        }
        for (PlanState state : log.plans(options(asOf, days, days))) {
            assertThat(state.received().plus(state.missing()))
                    .isEqualTo(state.plan().total());
            Money received = state.received().minus(state.received());
            for (InstalmentState instalment : state.instalments()) {
                assertThat(instalment.received().plus(instalment.missing())).isEqualTo(instalment.amount());
                received = received.plus(instalment.received());
            }
            assertThat(received).isEqualTo(state.received());
        }
    }

    @Property
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void every_kind_of_fact_is_generated(@ForAll("collectionLogs") CollectionLog log) {
        log.facts().forEach(fact -> Statistics.label("kind").collect(fact.kind()));
        Statistics.label("kind").coverage(coverage -> {
            for (CollectionFactKind kind : CollectionFactKind.values()) {
                coverage.check(kind).count(count -> count > 10);
            }
        });
    }

    @Property
    void facts_dated_later_change_nothing(
            @ForAll("collectionLogs") CollectionLog log, @ForAll("dates") LocalDate asOf) {
        List<Fact> until = log.ledger().facts().stream()
                .filter(fact -> fact instanceof Document || !fact.date().isAfter(asOf))
                .toList();
        Ledger ledger = Ledger.builder()
                .customers(log.ledger().customers())
                .facts(until)
                .load()
                .value();
        CollectionLog known = CollectionLog.of(
                ledger,
                log.facts().stream().filter(fact -> !fact.date().isAfter(asOf)).toList());

        assertSame(known, log, asOf);
    }

    @Property
    void order_of_facts_does_not_matter(
            @ForAll("collectionLogs") CollectionLog log, @ForAll("dates") LocalDate asOf, @ForAll Random random) {
        List<Fact> facts = new ArrayList<>(log.ledger().facts());
        Collections.shuffle(facts, random);
        List<CollectionFact> collected = new ArrayList<>(log.facts());
        Collections.shuffle(collected, random);
        Ledger ledger = Ledger.builder()
                .customers(log.ledger().customers())
                .facts(facts)
                .build();
        CollectionLog shuffled = CollectionLog.of(ledger, collected);

        assertThat(shuffled.facts()).isEqualTo(log.facts());
        assertSame(shuffled, log, asOf);
    }

    private static void assertSame(CollectionLog one, CollectionLog other, LocalDate asOf) {
        CollectionOptions options = options(asOf, 3, 5);
        assertThat(one.promises(options)).isEqualTo(other.promises(options));
        assertThat(one.plans(options)).isEqualTo(other.plans(options));
        assertThat(one.creditPositions(asOf)).isEqualTo(other.creditPositions(asOf));
        assertThat(one.holds(asOf)).isEqualTo(other.holds(asOf));
        assertThat(one.reminders(asOf)).isEqualTo(other.reminders(asOf));
    }

    private static final Set<PromiseState.Status> FINAL = EnumSet.complementOf(EnumSet.of(PromiseState.Status.OPEN));
    private static final Set<PlanState.Status> FINAL_PLAN =
            EnumSet.of(PlanState.Status.BROKEN, PlanState.Status.COMPLETED, PlanState.Status.CANCELLED);

    @Property
    void what_is_decided_stays_so_while_nothing_is_reversed(
            @ForAll("collectionLogs") CollectionLog original,
            @ForAll("dates") LocalDate asOf,
            @ForAll @IntRange(max = 200) int later) {
        Ledger ledger = Ledger.builder()
                .customers(original.ledger().customers())
                .facts(original.ledger().facts().stream()
                        .filter(fact -> !(fact instanceof Reversal))
                        .toList())
                .load()
                .value();
        CollectionLog log = CollectionLog.of(ledger, original.facts());
        CollectionOptions now = options(asOf, 2, 4);
        CollectionOptions then = options(asOf.plusDays(later), 2, 4);

        Map<String, PromiseState> promises = new HashMap<>();
        log.promises(then).forEach(state -> promises.put(state.promise().id(), state));
        for (PromiseState state : log.promises(now)) {
            if (FINAL.contains(state.status())) {
                assertThat(promises.get(state.promise().id())).isEqualTo(state);
            }
        }
        Map<String, PlanState.Status> plans = new HashMap<>();
        log.plans(then).forEach(state -> plans.put(state.plan().id(), state.status()));
        for (PlanState state : log.plans(now)) {
            if (FINAL_PLAN.contains(state.status())) {
                assertThat(plans).containsEntry(state.plan().id(), state.status());
            }
        }
    }

    /** Each promise alone, against the settlements of its items added up by hand. */
    @Property
    void promise_alone_gets_all_cash_that_reached_its_items_in_time(
            @ForAll("collectionLogs") CollectionLog original, @ForAll("dates") LocalDate asOf) {
        Ledger ledger = Ledger.builder()
                .customers(original.ledger().customers())
                .facts(original.ledger().facts().stream()
                        .filter(fact -> !(fact instanceof Reversal))
                        .toList())
                .load()
                .value();
        for (CollectionFact fact : original.facts()) {
            if (fact instanceof PromiseToPay promise && !promise.items().isEmpty()) {
                Money expected = cash(ledger, promise, asOf).min(promise.amount());
                CollectionLog.of(ledger, List.of(promise))
                        .promises(CollectionOptions.standard(asOf))
                        .forEach(state -> assertThat(state.received()).isEqualTo(expected));
            }
        }
    }

    private static Money cash(Ledger ledger, PromiseToPay promise, LocalDate asOf) {
        Money cash = Money.zero(promise.amount().currency());
        for (ItemReference reference : promise.items()) {
            for (OpenItem item : ledger.items(reference.documentId(), asOf)) {
                if (reference.instalment() == ItemReference.ALL_INSTALMENTS
                        || reference.instalment() == item.instalment()) {
                    cash = item.settlements().stream()
                            .filter(settlement -> settlement.kind() == SettlementKind.CASH)
                            .filter(settlement -> !settlement.date().isBefore(promise.date())
                                    && !settlement.date().isAfter(promise.payBy()))
                            .map(settlement -> settlement.amount())
                            .reduce(cash, Money::plus);
                }
            }
        }
        return cash;
    }

    @Property
    void exposures_of_all_customers_add_up_to_the_balance(
            @ForAll("ledgers") Ledger ledger, @ForAll("dates") LocalDate asOf) {
        List<CreditLimit> limits = new ArrayList<>();
        for (Customer customer : ledger.customers()) {
            ledger.columns()
                    .currencies()
                    .forEach(currency -> limits.add(CreditLimit.of(
                            "L-" + limits.size(), customer.id(), LocalDate.of(2000, 1, 1), Money.zero(currency))));
        }
        Map<String, Money> sums = new HashMap<>();
        for (CreditPosition position : CollectionLog.of(ledger, limits).creditPositions(asOf)) {
            sums.merge(position.exposure().currency().getCurrencyCode(), position.exposure(), Money::plus);
        }

        ledger.balance(asOf)
                .forEach((currency, balance) -> assertThat(sums.get(currency)).isEqualTo(balance));
    }
}
