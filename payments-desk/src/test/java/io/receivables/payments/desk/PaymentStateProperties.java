package io.receivables.payments.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Allocation;
import io.receivables.core.Fact;
import io.receivables.core.FactKind;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.Reversal;
import io.receivables.payments.desk.PaymentEvent.Observed;
import io.receivables.payments.desk.PaymentEvent.Requested;
import io.receivables.payments.spi.CollectCommand;
import io.receivables.payments.spi.Observation;
import io.receivables.payments.spi.Payer;
import io.receivables.payments.spi.PaymentFact;
import io.receivables.payments.spi.Share;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What was observed comes to the same, in whatever order and however often it is told. */
class PaymentStateProperties {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);
    private static final CollectCommand COMMAND = CollectCommand.of("P-1", Payer.of("ACME", "Acme"))
            .forItems(List.of(
                    new Share("F-1", 1, cad(500), DAY.minusDays(30)), new Share("F-2", 2, cad(300), DAY.minusDays(60))))
            .build();

    /** An observation as a provider may tell it; the number is its place in the history. */
    record Told(PaymentFact fact, int amount, int number) {
        Observation observation() {
            Observation.Builder told = Observation.of(fact, "R-1")
                    .event("R-1:" + number)
                    .occurredAt(NOON.plusSeconds(number))
                    .seenAt(NOON.plusSeconds(number));
            boolean isMoney = fact.isMoneyIn() || fact.isMoneyBack();
            return (isMoney ? told.amount(cad(amount)) : told).build();
        }
    }

    @Property
    void order_and_repetition_do_not_matter(@ForAll("histories") List<Told> history, @ForAll Random random) {
        List<Told> shuffled = new ArrayList<>(history);
        history.forEach(told -> {
            if (random.nextInt(3) == 0) {
                shuffled.add(told);
            }
        });
        Collections.shuffle(shuffled, random);
        PaymentState inOrder = PaymentState.of("P-1", events(history));
        PaymentState mixed = PaymentState.of("P-1", events(shuffled));
        assertThat(mixed.stage()).isEqualTo(inOrder.stage());
        assertThat(mixed.moneyIn()).isEqualTo(inOrder.moneyIn());
        assertThat(mixed.moneyBack()).isEqualTo(inOrder.moneyBack());
        assertThat(mixed.kept()).isEqualTo(inOrder.kept());
        assertThat(mixed.isDisputed()).isEqualTo(inOrder.isDisputed());
        assertThat(standing(shuffled)).isEqualTo(standing(history));
    }

    @Property
    void what_is_booked_is_what_is_kept(@ForAll("histories") List<Told> history) {
        PaymentState state = PaymentState.of("P-1", events(history));
        assertThat(standing(history).values().stream().reduce(cad(0), Money::plus))
                .isEqualTo(state.kept());
    }

    @Property
    void facts_have_names_of_their_own_and_no_item_gets_more_than_was_asked_of_it(
            @ForAll("histories") List<Told> history) {
        Set<String> names = new HashSet<>();
        List<Fact> facts = facts(history);
        assertThat(facts).allMatch(fact -> names.add(fact.kind() + fact.id()));
        Map<String, Money> standing = standing(history);
        assertThat(standing.getOrDefault("F-1", cad(0))).isLessThanOrEqualTo(cad(500));
        assertThat(standing.getOrDefault("F-2", cad(0))).isLessThanOrEqualTo(cad(300));
        // the earliest due is paid before the other
        boolean isSecondPaid = standing.getOrDefault("F-1", cad(0)).isPositive();
        assertThat(!isSecondPaid || standing.get("F-2").equals(cad(300))).isTrue();
    }

    @Property
    void nothing_but_money_makes_a_payment_settled(@ForAll("histories") List<Told> history) {
        boolean isMoney = history.stream().anyMatch(told -> told.fact().isMoneyIn());
        PaymentStage stage = PaymentState.of("P-1", events(history)).stage();
        assertThat(stage.compareTo(PaymentStage.PARTLY_SETTLED) >= 0).isEqualTo(isMoney);
    }

    @Provide
    Arbitrary<List<Told>> histories() {
        Arbitrary<PaymentFact> facts = Arbitraries.of(PaymentFact.values());
        Arbitrary<Integer> amounts = Arbitraries.of(1, 100, 300, 500, 799, 800, 801);
        return Combinators.combine(facts, amounts)
                .as((fact, amount) -> new Told(fact, amount, 0))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(PaymentStateProperties::numbered);
    }

    private static List<Told> numbered(List<Told> history) {
        List<Told> numbered = new ArrayList<>();
        history.forEach(told -> numbered.add(new Told(told.fact(), told.amount(), numbered.size())));
        return numbered;
    }

    private static List<PaymentEvent> events(List<Told> history) {
        List<PaymentEvent> events = new ArrayList<>(List.of(new Requested("rail", COMMAND, "P-1", NOON)));
        history.forEach(told -> events.add(new Observed(told.observation(), NOON)));
        return events;
    }

    private static List<Fact> facts(List<Told> history) {
        List<PaymentEvent> events = events(history);
        List<Fact> facts = new ArrayList<>();
        for (int version = 1; version <= events.size(); version++) {
            facts.addAll(
                    Bookings.ofEvent("P-1", events, version, ZoneOffset.UTC).facts());
        }
        return facts;
    }

    /** What stands in the ledger by document, and unapplied under an empty name. */
    private static Map<String, Money> standing(List<Told> history) {
        Map<String, Map<String, Money>> byPayment = new HashMap<>();
        for (Fact fact : facts(history)) {
            if (fact.kind() == FactKind.PAYMENT) {
                byPayment.put(fact.id(), new HashMap<>(Map.of("", ((Payment) fact).amount())));
            } else if (fact.kind() == FactKind.ALLOCATION) {
                Allocation allocation = (Allocation) fact;
                Map<String, Money> parts = byPayment.get(allocation.sourceId());
                parts.merge(allocation.documentId(), allocation.amount(), Money::plus);
                parts.merge("", allocation.amount().negated(), Money::plus);
            } else {
                byPayment.remove(((Reversal) fact).targetId());
            }
        }
        Map<String, Money> standing = new HashMap<>();
        byPayment.values().forEach(parts -> parts.forEach((name, amount) -> standing.merge(name, amount, Money::plus)));
        standing.values().removeIf(Money::isZero);
        return standing;
    }

    private static Money cad(int dollars) {
        return Money.of(dollars + ".00", "CAD");
    }
}
