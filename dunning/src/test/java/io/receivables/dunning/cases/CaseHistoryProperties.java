package io.receivables.dunning.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Fact;
import io.receivables.core.Money;
import io.receivables.core.collection.CollectionFact;
import io.receivables.core.collection.CollectionLog;
import io.receivables.core.collection.CollectionOptions;
import io.receivables.core.collection.ItemReference;
import io.receivables.core.collection.PlanState;
import io.receivables.core.collection.PromiseState;
import io.receivables.core.collection.ReminderSent.Channel;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.OpenItem;
import io.receivables.core.ledger.Settlement;
import io.receivables.core.ledger.SettlementKind;
import io.receivables.dunning.cases.DunningEvent.ActionAccepted;
import io.receivables.dunning.cases.DunningEvent.ActionPostponed;
import io.receivables.dunning.cases.DunningEvent.ActionSkipped;
import io.receivables.dunning.cases.DunningEvent.ContactCorrected;
import io.receivables.dunning.cases.DunningEvent.DebitRejected;
import io.receivables.dunning.cases.DunningEvent.FileRecalled;
import io.receivables.dunning.cases.DunningEvent.HoldReleased;
import io.receivables.dunning.cases.DunningEvent.HoldSet;
import io.receivables.dunning.cases.DunningEvent.InsolvencyClosed;
import io.receivables.dunning.cases.DunningEvent.InsolvencyOpened;
import io.receivables.dunning.cases.DunningEvent.LadderRestarted;
import io.receivables.dunning.cases.DunningEvent.LetterAcknowledged;
import io.receivables.dunning.cases.DunningEvent.LetterFailed;
import io.receivables.dunning.cases.DunningEvent.LetterSending;
import io.receivables.dunning.cases.DunningEvent.LetterSent;
import io.receivables.dunning.cases.DunningEvent.LetterWithdrawn;
import io.receivables.dunning.cases.DunningEvent.Recovered;
import io.receivables.dunning.cases.DunningEvent.SalesAnswered;
import io.receivables.dunning.policy.StepKind;
import io.receivables.testkit.ReceivablesArbitraries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What holds of any ledger, any promises and plans, and any journal, also one that makes little sense: events are made at
 * random over all debit items of a ledger, in an order that need not be possible.
 */
class CaseHistoryProperties {
    private static final LocalDate LATE = LocalDate.of(2100, 1, 1);
    private static final List<StepKind> KINDS = List.of(StepKind.values());

    @Provide
    Arbitrary<CollectionLog> logs() {
        return ReceivablesArbitraries.collectionLogs();
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs();
    }

    // ---- random journals

    private static List<OpenItem> debits(Ledger ledger) {
        List<OpenItem> debits = new ArrayList<>();
        for (int row = 0; row < ledger.columns().rows(); row++) {
            if (ledger.columns().kind(row).isDebit()) {
                debits.add(ledger.item(row, LATE));
            }
        }
        return debits;
    }

    private static ItemReference reference(OpenItem item) {
        return ItemReference.of(item.id(), item.instalment());
    }

    private static List<DunningEvent> journal(Ledger ledger, long seed) {
        Random random = new Random(seed);
        List<OpenItem> debits = debits(ledger);
        List<DunningEvent> events = new ArrayList<>();
        for (int i = 0; i < 40 && !debits.isEmpty(); i++) {
            OpenItem about = debits.get(random.nextInt(debits.size()));
            events.add(event(about, random, about.issueDate().plusDays(random.nextInt(90))));
        }
        return events;
    }

    private static DunningEvent event(OpenItem about, Random random, LocalDate date) {
        ItemReference item = reference(about);
        String customer = about.customerId();
        StepKind kind = KINDS.get(random.nextInt(KINDS.size()));
        int level = kind.isOnLadder() ? 1 + random.nextInt(4) : 0;
        String step = kind.isOnLadder() ? "level-" + level : kind.code() + "-" + random.nextInt(2);
        ActionKey key = new ActionKey(item, step, random.nextInt(5) == 0 ? 1 : 0);
        String letter = customer + " " + random.nextInt(4);
        int attempt = 1 + random.nextInt(2);
        Money amount = Money.ofMinor(100, about.amount().currency());
        return switch (random.nextInt(21)) {
            case 0, 1, 2, 3 ->
                new ActionAccepted(
                        key, customer, date, letter, "policy", kind, level, Channel.EMAIL, "x", amount, amount);
            case 4 -> new LetterSending(letter, customer, date, attempt);
            case 5, 6, 7 -> new LetterSent(letter, customer, date, attempt, "");
            case 8 -> new LetterAcknowledged(letter, customer, date, "delivered");
            case 9 -> new LetterFailed(letter, customer, date, attempt, "full", random.nextBoolean());
            case 10 -> new LetterWithdrawn(letter, customer, date, "paid");
            case 11 -> new ActionSkipped(key, customer, date, kind, level, "");
            case 12 -> new ActionPostponed(key, customer, date, date.plusDays(9), "");
            case 13 -> new SalesAnswered(key, customer, date, random.nextBoolean(), "");
            case 14 -> new ContactCorrected(customer, date);
            case 15 ->
                new HoldSet(
                        "H" + random.nextInt(3),
                        customer,
                        date,
                        random.nextBoolean() ? List.of() : List.of(item),
                        date.plusDays(9),
                        HoldReason.MANUAL,
                        "");
            case 16 -> new HoldReleased("H" + random.nextInt(3), customer, date);
            case 17 ->
                random.nextBoolean()
                        ? new InsolvencyOpened(customer, date, "")
                        : new InsolvencyClosed(customer, date, "");
            case 18 -> new DebitRejected("D" + random.nextInt(9), customer, date, item, "no cover");
            case 19 ->
                random.nextBoolean()
                        ? new LadderRestarted(customer, date, item, 1)
                        : new FileRecalled(customer, date, item, "");
            default -> new Recovered("R" + random.nextInt(9), customer, date, item, amount);
        };
    }

    // ---- the fold

    @Property
    void events_told_again_change_nothing(@ForAll("logs") CollectionLog log, @ForAll("seeds") long seed) {
        List<DunningEvent> events = journal(log.ledger(), seed);
        List<DunningEvent> repeated = new ArrayList<>(events);
        Random random = new Random(seed);
        for (int i = 0; i < events.size(); i++) {
            repeated.add(i + 1 + random.nextInt(repeated.size() - i), events.get(i));
        }
        // a repetition must come after what it repeats
        Set<String> seen = new HashSet<>();
        List<DunningEvent> once = repeated.stream()
                .filter(event -> seen.add(event.customerId() + event.id()))
                .toList();

        assertSame(log.ledger(), Cases.of(repeated), Cases.of(once));
    }

    @Property
    void events_may_be_told_at_once_or_one_by_one(@ForAll("logs") CollectionLog log, @ForAll("seeds") long seed) {
        List<DunningEvent> events = journal(log.ledger(), seed);
        Cases oneByOne = Cases.none();
        for (DunningEvent event : events) {
            oneByOne = oneByOne.with(List.of(event));
        }

        assertSame(log.ledger(), Cases.of(events), oneByOne);
    }

    private static void assertSame(Ledger ledger, Cases cases, Cases others) {
        for (OpenItem item : debits(ledger)) {
            assertThat(cases.state(reference(item))).isEqualTo(others.state(reference(item)));
            assertThat(cases.customer(item.customerId())).isEqualTo(others.customer(item.customerId()));
            assertThat(cases.events(item.customerId())).isEqualTo(others.events(item.customerId()));
        }
    }

    // ---- histories

    @Property
    void a_history_ends_where_ledger_collection_and_cases_say(
            @ForAll("logs") CollectionLog log, @ForAll("seeds") long seed) {
        Cases cases = Cases.of(journal(log.ledger(), seed));
        CollectionOptions options = CollectionOptions.standard(LATE);
        for (OpenItem item : debits(log.ledger())) {
            CaseState state = CaseHistory.of(log, cases, reference(item), LATE).state();

            agreesWithLedger(state, item);
            agreesWithCases(state, cases, item);
            assertThat(state.promises()).isEqualTo(waiting(log.promises(options), item));
            assertThat(state.plans()).isEqualTo(running(log.plans(options), item));
        }
    }

    private static void agreesWithLedger(CaseState state, OpenItem item) {
        List<Settlement> settlements = item.settlements();
        boolean closed = !item.open().isPositive();
        boolean lost = closed
                && !settlements.isEmpty()
                && settlements.get(settlements.size() - 1).kind() == SettlementKind.WRITE_OFF;
        assertThat(state.stage() == Stage.WRITTEN_OFF).isEqualTo(lost);
        assertThat(state.stage() == Stage.SETTLED).isEqualTo(closed && !lost);
        assertThat(state.disputed().orElse(Money.zero(item.open().currency()))).isEqualTo(item.disputed());
        assertThat(state.writtenOff().map(Money::minorUnits).orElse(0L))
                .isEqualTo(settlements.stream()
                        .filter(settlement -> settlement.kind() == SettlementKind.WRITE_OFF)
                        .mapToLong(settlement -> settlement.amount().minorUnits())
                        .sum());
    }

    private static void agreesWithCases(CaseState state, Cases cases, OpenItem item) {
        CaseState told = cases.state(reference(item));
        CustomerState customer = cases.customer(item.customerId());
        List<Hold> holds = new ArrayList<>(told.holds());
        holds.addAll(customer.holds());
        assertThat(state.stoodAt().orElse(state.stage())).isEqualTo(told.stage());
        assertThat(state.level()).isEqualTo(told.level());
        assertThat(state.cycle()).isEqualTo(told.cycle());
        assertThat(state.anchorDay()).isEqualTo(told.anchorDay());
        assertThat(state.lastActionDay()).isEqualTo(told.lastActionDay());
        assertThat(state.pending()).isEqualTo(told.pending());
        assertThat(state.failures()).isEqualTo(told.failures());
        assertThat(state.isUndeliverable()).isEqualTo(told.isUndeliverable());
        assertThat(state.postponedUntil()).isEqualTo(told.postponedUntil());
        assertThat(state.rejectedDebits()).isEqualTo(told.rejectedDebits());
        assertThat(state.holds()).containsExactlyInAnyOrderElementsOf(holds);
        assertThat(state.isInsolvent()).isEqualTo(customer.insolvent());
    }

    private static boolean concerns(List<ItemReference> named, OpenItem item) {
        return named.contains(reference(item)) || named.contains(ItemReference.of(item.id()));
    }

    private static Set<String> waiting(List<PromiseState> promises, OpenItem item) {
        Set<String> ids = new HashSet<>();
        for (PromiseState state : promises) {
            boolean ofAccount = state.promise().items().isEmpty()
                    && state.promise().customerId().equals(item.customerId())
                    && state.promise().amount().currency().equals(item.amount().currency());
            if (state.status() == PromiseState.Status.OPEN
                    && (ofAccount || concerns(state.promise().items(), item))) {
                ids.add(state.promise().id());
            }
        }
        return ids;
    }

    private static Set<String> running(List<PlanState> plans, OpenItem item) {
        Set<String> ids = new HashSet<>();
        for (PlanState state : plans) {
            boolean runs = state.status() == PlanState.Status.RUNNING || state.status() == PlanState.Status.BEHIND;
            if (runs && concerns(state.plan().items(), item)) {
                ids.add(state.plan().id());
            }
        }
        return ids;
    }

    @Property(tries = 30)
    void promises_and_plans_stand_on_every_day_as_the_collection_says(@ForAll("logs") CollectionLog log) {
        List<OpenItem> debits = debits(log.ledger());
        if (debits.isEmpty()) {
            return;
        }
        OpenItem item = debits.get(0);
        for (int days = 0; days < 120; days += 7) {
            LocalDate day = item.issueDate().plusDays(days);
            CollectionOptions options = new CollectionOptions(day, 2, 3);
            CaseState state =
                    CaseHistory.of(log, Cases.none(), reference(item), options).state();

            assertThat(state.promises()).isEqualTo(waiting(log.promises(options), item));
            assertThat(state.plans()).isEqualTo(running(log.plans(options), item));
        }
    }

    @Property
    void the_order_of_facts_does_not_matter(@ForAll("logs") CollectionLog log, @ForAll("seeds") long seed) {
        Cases cases = Cases.of(journal(log.ledger(), seed));
        List<Fact> facts = new ArrayList<>(log.ledger().facts());
        List<CollectionFact> agreements = new ArrayList<>(log.facts());
        Collections.shuffle(facts, new Random(seed));
        Collections.shuffle(agreements, new Random(seed));
        CollectionLog other = CollectionLog.load(Ledger.of(facts), agreements).value();
        for (OpenItem item : debits(log.ledger())) {
            assertThat(CaseHistory.of(other, cases, reference(item), LATE).lines())
                    .isEqualTo(CaseHistory.of(log, cases, reference(item), LATE).lines());
        }
    }

    @Property
    void a_part_payment_changes_no_level_and_a_return_reopens_at_the_level_there_was(
            @ForAll("logs") CollectionLog log, @ForAll("seeds") long seed) {
        Cases cases = Cases.of(journal(log.ledger(), seed));
        for (OpenItem item : debits(log.ledger())) {
            for (CaseHistory.Line line :
                    CaseHistory.of(log, cases, reference(item), LATE).lines()) {
                CaseState after = line.decision().state();
                if (line.move() instanceof CaseMove.OfMoney) {
                    assertThat(after.level()).isEqualTo(line.before().level());
                    assertThat(after.lastActionDay()).isEqualTo(line.before().lastActionDay());
                    assertThat(after.stoodAt().orElse(after.stage()))
                            .isEqualTo(
                                    line.before().stoodAt().orElse(line.before().stage()));
                }
                assertThat(CaseMachine.evolve(line.before(), line.move())).isEqualTo(after);
            }
        }
    }
}
