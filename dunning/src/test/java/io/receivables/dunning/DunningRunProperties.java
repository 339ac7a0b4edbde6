package io.receivables.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Customer;
import io.receivables.core.Fact;
import io.receivables.core.Money;
import io.receivables.core.collection.CollectionFact;
import io.receivables.core.collection.CollectionLog;
import io.receivables.core.collection.ItemReference;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.OpenItem;
import io.receivables.core.ledger.Workers;
import io.receivables.dunning.cases.ActionKey;
import io.receivables.dunning.cases.Cases;
import io.receivables.dunning.policy.DunningPolicy;
import io.receivables.dunning.policy.Grouping;
import io.receivables.dunning.policy.Policies;
import io.receivables.testkit.BulkLedgers;
import io.receivables.testkit.ReceivablesProviders;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/** What holds for every plan, over any books and any policy. */
class DunningRunProperties implements ReceivablesProviders {
    private static final ExecutorService THREADS = Executors.newFixedThreadPool(2);

    @AfterContainer
    static void stop() {
        THREADS.shutdownNow();
    }

    @Provide
    Arbitrary<DunningPolicy> policies() {
        return AnyPolicies.any();
    }

    private static DunningPlan plan(CollectionLog log, Cases cases, DunningPolicy policy, LocalDate date) {
        return DunningRun.plan(log, cases, Policies.of(policy), DunningOptions.standard(date));
    }

    private static List<OpenItem> owed(Ledger ledger, LocalDate date) {
        return ledger.openItems(date).stream()
                .filter(item -> item.kind().isDebit() && item.open().isPositive())
                .toList();
    }

    @Property
    void every_open_item_is_decided_about_once(
            @ForAll("collectionLogs") CollectionLog log,
            @ForAll("policies") DunningPolicy policy,
            @ForAll("dates") LocalDate date) {
        DunningPlan plan = plan(log, Cases.none(), policy, date);

        List<OpenItem> owed = owed(log.ledger(), date);
        assertThat(plan.counts().values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(owed.size());
        assertThat(plan.counts().entrySet().stream()
                        .filter(count -> count.getKey().acts())
                        .mapToInt(Map.Entry::getValue)
                        .sum())
                .isEqualTo(plan.actions().size());
        assertThat(plan.actions()).extracting(DunningAction::item).doesNotHaveDuplicates();
    }

    @Property
    void no_more_is_claimed_than_is_owed_and_undisputed(
            @ForAll("collectionLogs") CollectionLog log,
            @ForAll("policies") DunningPolicy policy,
            @ForAll("dates") LocalDate date) {
        DunningPlan plan = plan(log, Cases.none(), policy.coveredByCredit(true), date);

        for (DunningAction action : plan.actions()) {
            OpenItem item = log.ledger()
                    .items(action.item().documentId(), date)
                    .get(action.item().instalment() - 1);
            assertThat(action.claimed().isPositive()).isTrue();
            assertThat(action.claimed()).isLessThanOrEqualTo(item.open().minus(item.disputed()));
            assertThat(action.open()).isEqualTo(item.open());
            assertThat(action.original()).isEqualTo(item.amount());
            assertThat(action.dueDate()).isEqualTo(item.dueDate());
            assertThat(action.customerId()).isEqualTo(item.customerId());
        }
        Map<String, Money> room = new HashMap<>();
        for (OpenItem item : log.ledger().openItems(date)) {
            Money undisputed = item.kind().isDebit() ? item.open().minus(item.disputed()) : item.signedOpen();
            room.merge(item.customerId() + " " + item.open().currency(), undisputed, Money::plus);
        }
        Map<String, Money> claimed = new HashMap<>();
        plan.actions()
                .forEach(action -> claimed.merge(
                        action.customerId() + " " + action.claimed().currency(), action.claimed(), Money::plus));
        claimed.forEach((account, sum) -> assertThat(sum).isLessThanOrEqualTo(room.get(account)));
    }

    @Property
    void letters_hold_what_belongs_together(
            @ForAll("collectionLogs") CollectionLog log,
            @ForAll("policies") DunningPolicy policy,
            @ForAll("dates") LocalDate date) {
        DunningPlan plan = plan(log, Cases.none(), policy, date);

        assertThat(plan.letters()).extracting(Letter::id).doesNotHaveDuplicates();
        for (Letter letter : plan.letters()) {
            List<DunningAction> actions = letter.actions();
            if (policy.grouping() != Grouping.PER_CUSTOMER) {
                assertThat(letter.claimed()).hasSize(1);
            }
            if (policy.grouping() == Grouping.PER_INVOICE) {
                assertThat(actions)
                        .extracting(action -> action.item().documentId())
                        .containsOnly(actions.get(0).item().documentId());
            }
            if (policy.grouping() != Grouping.PER_ACCOUNT_GROUP) {
                assertThat(actions).extracting(DunningAction::customerId).containsOnly(letter.customerId());
            }
            if (!policy.mixesLevels()) {
                assertThat(actions)
                        .extracting(action -> action.step().level())
                        .containsOnly(letter.step().level());
            }
            assertThat(actions)
                    .extracting(action -> action.step().kind())
                    .containsOnly(letter.step().kind());
            assertThat(letter.channel()).isEqualTo(letter.step().channel());
        }
    }

    @Property
    void threads_columns_and_the_order_of_facts_make_no_difference(
            @ForAll("collectionLogs") CollectionLog log,
            @ForAll("policies") DunningPolicy policy,
            @ForAll("dates") LocalDate date,
            @ForAll Random random) {
        List<Letter> letters = plan(log, Cases.none(), policy, date).letters();

        List<Fact> facts = new ArrayList<>(log.ledger().facts());
        Collections.shuffle(facts, random);
        List<Customer> customers = new ArrayList<>(log.ledger().customers());
        Collections.shuffle(customers, random);
        Ledger shuffled = Ledger.builder().customers(customers).facts(facts).build();
        Ledger columns = BulkLedgers.copyOf(log.ledger());

        assertThat(plan(CollectionLog.of(shuffled, log.facts()), Cases.none(), policy, date)
                        .letters())
                .isEqualTo(letters);
        assertThat(plan(CollectionLog.of(columns, log.facts()), Cases.none(), policy, date)
                        .letters())
                .isEqualTo(letters);
        DunningOptions onTwoThreads = DunningOptions.standard(date).with(Workers.on(THREADS, 2));
        assertThat(DunningRun.plan(log, Cases.none(), Policies.of(policy), onTwoThreads)
                        .letters())
                .isEqualTo(letters);
    }

    @Property
    void why_tells_what_the_plan_does(
            @ForAll("collectionLogs") CollectionLog log,
            @ForAll("policies") DunningPolicy policy,
            @ForAll("dates") LocalDate date) {
        DunningPlan plan = plan(log, Cases.none(), policy, date);

        List<Explanation> all = new ArrayList<>();
        log.ledger().customers().forEach(customer -> all.addAll(plan.whyOfCustomer(customer.id())));
        assertThat(all.stream().collect(Collectors.groupingBy(Explanation::rule, Collectors.counting())))
                .isEqualTo(plan.counts().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, count -> (long) count.getValue())));
        Map<ItemReference, DunningAction> actions =
                plan.actions().stream().collect(Collectors.toMap(DunningAction::item, action -> action));
        for (Explanation why : all) {
            assertThat(why.action().orElse(null)).isEqualTo(actions.get(why.item()));
            assertThat(plan.why(why.item())).containsExactly(why);
        }
    }

    /** Runs on each day, some days several times, some days not at all. */
    @Property(tries = 100)
    void no_action_is_repeated_and_levels_only_rise(
            @ForAll("collectionLogs") CollectionLog log,
            @ForAll("policies") DunningPolicy policy,
            @ForAll("dates") LocalDate first,
            @ForAll Random random) {
        Cases cases = Cases.none();
        Set<ActionKey> taken = new HashSet<>();
        Map<String, Integer> levels = new HashMap<>();
        for (LocalDate date = first; date.isBefore(first.plusDays(40)); date = date.plusDays(random.nextInt(4))) {
            DunningPlan plan = plan(log, cases, policy, date);
            for (DunningAction action : plan.actions()) {
                assertThat(taken.add(action.key())).as("%s twice", action.key()).isTrue();
                if (action.step().kind().isOnLadder()) {
                    String ladder = action.item() + " " + action.key().cycle();
                    assertThat(action.step().level()).isGreaterThan(levels.getOrDefault(ladder, 0));
                    levels.put(ladder, action.step().level());
                    assertThat(action.daysPastDue()).isGreaterThan(policy.graceDays());
                }
            }
            cases = cases.with(plan.asSent()).ranOn(date);
            assertThat(plan(log, cases, policy, date).letters()).isEmpty();
        }
    }

    private static final Set<Rule> SALES = EnumSet.of(Rule.SALES_TO_ANSWER, Rule.SALES_REFUSED);

    /** Of what is known on a day, nothing but the day itself can change an answer, and not before it was said to. */
    @Property(tries = 100)
    void no_answer_changes_before_its_day(
            @ForAll("collectionLogs") CollectionLog log,
            @ForAll("policies") DunningPolicy policy,
            @ForAll("dates") LocalDate date) {
        CollectionLog known = upTo(log, date);
        DunningPlan today = plan(known, Cases.none(), policy, date);
        List<Explanation> answers = new ArrayList<>();
        known.ledger().customers().forEach(customer -> answers.addAll(today.whyOfCustomer(customer.id())));
        for (LocalDate later = date.plusDays(1); later.isBefore(date.plusDays(30)); later = later.plusDays(3)) {
            DunningPlan then = plan(known, Cases.none(), policy, later);
            for (Explanation answer : answers) {
                boolean isToHold = !answer.rule().acts()
                        && answer.changesOn().filter(later::isBefore).isPresent();
                Rule rule = then.why(answer.item()).get(0).rule();
                // on a day off nothing is asked of anybody, also where sales are waited for
                boolean isDayOff = SALES.contains(answer.rule()) && rule == Rule.NO_BUSINESS_DAY;
                if (isToHold && !isDayOff) {
                    assertThat(rule).as("%s on %s", answer, later).isEqualTo(answer.rule());
                }
            }
        }
    }

    private static CollectionLog upTo(CollectionLog log, LocalDate date) {
        List<Fact> facts = log.ledger().facts().stream()
                .filter(fact -> !fact.date().isAfter(date))
                .toList();
        Ledger ledger = Ledger.builder()
                .customers(log.ledger().customers())
                .facts(facts)
                .load()
                .value();
        List<CollectionFact> agreed =
                log.facts().stream().filter(fact -> !fact.date().isAfter(date)).toList();
        return CollectionLog.load(ledger, agreed).value();
    }

    @Property(tries = 60)
    void the_calendar_is_what_the_runs_of_the_days_to_come_do(
            @ForAll("collectionLogs") CollectionLog log,
            @ForAll("policies") DunningPolicy policy,
            @ForAll("dates") LocalDate date) {
        DunningCalendar calendar =
                DunningCalendar.of(log, Cases.none(), Policies.of(policy), DunningOptions.standard(date), 12);

        Cases cases = Cases.none();
        for (LocalDate day = date; day.isBefore(date.plusDays(12)); day = day.plusDays(1)) {
            DunningPlan plan = plan(log, cases, policy, day);
            assertThat(calendar.on(day)).isEqualTo(plan.letters());
            assertThat(calendar.load().getOrDefault(day, 0))
                    .isEqualTo(plan.letters().size());
            cases = cases.with(plan.asSent());
        }
        assertThat(log.ledger().customers().stream()
                        .mapToInt(customer -> calendar.ofCustomer(customer.id()).size())
                        .sum())
                .isEqualTo(calendar.letters().size());
    }
}
