package io.receivables.dunning.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Fact;
import io.receivables.core.Money;
import io.receivables.core.collection.CollectionFact;
import io.receivables.core.collection.CollectionLog;
import io.receivables.core.collection.ItemReference;
import io.receivables.core.ledger.Ledger;
import io.receivables.dunning.DunningOptions;
import io.receivables.dunning.DunningPlan;
import io.receivables.dunning.DunningRun;
import io.receivables.dunning.Letter;
import io.receivables.dunning.cases.Cases;
import io.receivables.dunning.measure.BackTest.Difference;
import io.receivables.dunning.measure.Replay.Line;
import io.receivables.dunning.policy.DunningPolicy;
import io.receivables.dunning.policy.DunningStep;
import io.receivables.dunning.policy.Fee;
import io.receivables.dunning.policy.PartPayment;
import io.receivables.dunning.policy.Policies;
import io.receivables.testkit.ReceivablesProviders;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds for every past. */
class BackTestProperties implements ReceivablesProviders {
    /** Each try makes many ledgers. */
    private static final int TRIES = 40;

    private static final Policies COURTEOUS = Policies.of(DunningPolicy.of(
            "courteous",
            DunningStep.courtesy(5),
            DunningStep.reminder(1, 5),
            DunningStep.reminder(2, 20),
            DunningStep.reminder(3, 40)));

    private static final Policies STRICT = Policies.of(DunningPolicy.of(
                    "strict", DunningStep.reminder(1, 1).fee(Fee.percentOfOriginal("1")), DunningStep.reminder(2, 8))
            .onCalendar(DunningPolicy.EVERY_DAY)
            .onPartPayment(PartPayment.RESTARTS));

    /** Runs on every third of sixty days. */
    private static BackTestOptions options(LocalDate from) {
        List<LocalDate> days =
                from.datesUntil(from.plusDays(60), Period.ofDays(3)).toList();
        return BackTestOptions.daily(from, from).on(days);
    }

    /** The plainest way: the log is made anew for every day. */
    private static List<Letter> replayed(CollectionLog log, BackTestOptions options, Policies policies) {
        List<Letter> letters = new ArrayList<>();
        Cases cases = Cases.none();
        for (LocalDate day : options.days()) {
            DunningPlan plan = DunningRun.plan(log.knownOn(day), cases, policies, DunningOptions.standard(day));
            letters.addAll(plan.letters());
            cases = cases.with(plan.asSent());
        }
        return letters;
    }

    @Property(tries = TRIES)
    void both_sides_do_what_runs_on_these_days_would_have_done(
            @ForAll("collectionLogs") CollectionLog log, @ForAll("dates") LocalDate from) {
        BackTestOptions options = options(from);

        BackTest test = BackTest.of(log, options, COURTEOUS, STRICT);

        assertThat(test.first().letters()).isEqualTo(replayed(log, options, COURTEOUS));
        assertThat(test.second().letters()).isEqualTo(replayed(log, options, STRICT));
    }

    @Property(tries = TRIES)
    void the_same_policy_twice_gives_no_difference(
            @ForAll("collectionLogs") CollectionLog log, @ForAll("dates") LocalDate from) {
        BackTest test = BackTest.of(log, options(from), STRICT, STRICT);

        assertThat(test.differences()).isEmpty();
        assertThat(test.first().letters()).isEqualTo(test.second().letters());
    }

    @Property(tries = TRIES)
    void differences_are_the_items_whose_actions_differ(
            @ForAll("collectionLogs") CollectionLog log, @ForAll("dates") LocalDate from) {
        BackTest test = BackTest.of(log, options(from), COURTEOUS, STRICT);

        Set<ItemReference> different = new TreeSet<>(Comparator.comparing(ItemReference::toString));
        Map<ItemReference, List<List<Object>>> first = byItem(test.first());
        Map<ItemReference, List<List<Object>>> second = byItem(test.second());
        first.keySet().stream()
                .filter(item -> !first.get(item).equals(second.get(item)))
                .forEach(different::add);
        second.keySet().stream()
                .filter(item -> !second.get(item).equals(first.get(item)))
                .forEach(different::add);
        assertThat(test.differences()).extracting(Difference::item).containsExactlyInAnyOrderElementsOf(different);
        assertThat(test.differences())
                .allSatisfy(difference -> assertThat(difference.inFirst().rule().acts()
                                || difference.inSecond().rule().acts())
                        .isTrue());
    }

    private static Map<ItemReference, List<List<Object>>> byItem(Replay replay) {
        return replay.actions().stream()
                .collect(Collectors.groupingBy(
                        action -> action.key().item(),
                        Collectors.mapping(
                                action -> List.<Object>of(
                                        action.date(),
                                        action.key(),
                                        action.channel(),
                                        action.template(),
                                        action.claimed(),
                                        action.fee()),
                                Collectors.toList())));
    }

    @Property(tries = TRIES)
    void lines_foot_whatever_the_order_of_the_facts(
            @ForAll("collectionLogs") CollectionLog log, @ForAll("dates") LocalDate from, @ForAll long seed) {
        List<Fact> facts = new ArrayList<>(log.ledger().facts());
        List<CollectionFact> agreements = new ArrayList<>(log.facts());
        Collections.shuffle(facts, new Random(seed));
        Collections.shuffle(agreements, new Random(seed));
        Ledger shuffled = Ledger.builder()
                .customers(log.ledger().customers())
                .facts(facts)
                .build();

        Replay replay = BackTest.of(log, options(from), COURTEOUS, STRICT).first();
        Replay again = BackTest.of(CollectionLog.of(shuffled, agreements), options(from), COURTEOUS, STRICT)
                .first();

        assertThat(again.letters()).isEqualTo(replay.letters());
        assertThat(replay.lines().stream().mapToLong(Line::letters).sum())
                .isEqualTo(replay.letters().size());
        assertThat(replay.lines().stream().mapToLong(Line::items).sum())
                .isEqualTo(replay.actions().size());
        Map<String, Money> claimed = new TreeMap<>();
        replay.lines()
                .forEach(line -> line.claimed().forEach((code, money) -> claimed.merge(code, money, Money::plus)));
        Map<String, Money> asked = new TreeMap<>();
        replay.letters()
                .forEach(letter -> letter.claimed().forEach((code, money) -> asked.merge(code, money, Money::plus)));
        assertThat(claimed).isEqualTo(asked);
    }
}
