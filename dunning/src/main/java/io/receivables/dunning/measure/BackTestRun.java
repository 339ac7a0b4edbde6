package io.receivables.dunning.measure;

import io.receivables.core.collection.CollectionLog;
import io.receivables.core.collection.ItemReference;
import io.receivables.dunning.DunningOptions;
import io.receivables.dunning.DunningPlan;
import io.receivables.dunning.DunningRun;
import io.receivables.dunning.Explanation;
import io.receivables.dunning.Letter;
import io.receivables.dunning.cases.Cases;
import io.receivables.dunning.cases.DunningEvent;
import io.receivables.dunning.cases.DunningEvent.ActionAccepted;
import io.receivables.dunning.cases.DunningEvent.SalesAnswered;
import io.receivables.dunning.policy.Policies;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Goes through the days of a back-test, both sides together, so that both see the same ledger of each day. */
final class BackTestRun {
    private static final Comparator<ItemReference> BY_ITEM =
            Comparator.comparing(ItemReference::documentId).thenComparingInt(ItemReference::instalment);

    private final KnownLogs logs;
    private final ToldEvents told;
    private final BackTestOptions options;
    private final Side first;
    private final Side second;
    private final Map<ItemReference, Parting> partings = new LinkedHashMap<>();

    /** Where the two sides first did not treat an item alike. */
    private record Parting(LocalDate date, Explanation inFirst, Explanation inSecond) {}

    BackTestRun(CollectionLog log, BackTestOptions options, Policies first, Policies second) {
        this.logs = new KnownLogs(log);
        this.told = new ToldEvents(log.ledger(), options);
        this.options = options;
        this.first = new Side(first, told.start());
        this.second = new Side(second, told.start());
    }

    BackTest run() {
        for (LocalDate day : options.days()) {
            run(day);
        }
        return new BackTest(first.replay(), second.replay(), differences());
    }

    private void run(LocalDate day) {
        CollectionLog log = logs.on(day);
        List<DunningEvent> news = told.upTo(day);
        DunningPlan inFirst = first.plan(log, news, day);
        DunningPlan inSecond = second.plan(log, news, day);
        compare(day, inFirst, inSecond);
        first.send(inFirst);
        second.send(inSecond);
    }

    // ---- one side

    /** A policy and what it has done so far. */
    private final class Side {
        private final Policies policies;
        private final List<Letter> letters = new ArrayList<>();
        private Cases cases;

        Side(Policies policies, Cases start) {
            this.policies = policies;
            this.cases = start;
        }

        DunningPlan plan(CollectionLog log, List<DunningEvent> news, LocalDate day) {
            if (!news.isEmpty()) {
                cases = cases.with(news);
            }
            DunningOptions dunning = options.dunning().on(day);
            DunningPlan plan = DunningRun.plan(log, cases, policies, dunning);
            List<DunningEvent> agreed = agreed(plan, day);
            if (agreed.isEmpty()) {
                return plan;
            }
            cases = cases.with(agreed);
            return DunningRun.plan(log, cases, policies, dunning);
        }

        /** What sales are taken to have said. */
        private List<DunningEvent> agreed(DunningPlan plan, LocalDate day) {
            return plan.questions().stream()
                    .filter(question -> !told.hasAnswer(question.key()))
                    .<DunningEvent>map(question -> new SalesAnswered(
                            question.key(), question.customerId(), day, true, "taken to agree in a back-test"))
                    .toList();
        }

        void send(DunningPlan plan) {
            List<DunningEvent> sent = plan.asSent();
            if (!sent.isEmpty()) {
                cases = cases.with(sent);
                letters.addAll(plan.letters());
            }
        }

        Replay replay() {
            return new Replay(letters, cases);
        }
    }

    // ---- what differs

    private void compare(LocalDate day, DunningPlan inFirst, DunningPlan inSecond) {
        Map<ItemReference, ActionAccepted> ofFirst = byItem(inFirst);
        Map<ItemReference, ActionAccepted> ofSecond = byItem(inSecond);
        TreeSet<ItemReference> items = new TreeSet<>(BY_ITEM);
        items.addAll(ofFirst.keySet());
        items.addAll(ofSecond.keySet());
        for (ItemReference item : items) {
            if (!isSame(ofFirst.get(item), ofSecond.get(item))) {
                partings.computeIfAbsent(item, each -> new Parting(day, why(inFirst, item), why(inSecond, item)));
            }
        }
    }

    private static Map<ItemReference, ActionAccepted> byItem(DunningPlan plan) {
        Map<ItemReference, ActionAccepted> actions = new HashMap<>();
        for (Letter letter : plan.letters()) {
            for (DunningEvent event : letter.accepted()) {
                ActionAccepted action = (ActionAccepted) event;
                actions.put(action.key().item(), action);
            }
        }
        return actions;
    }

    /** Whether the customer would notice no difference. */
    private static boolean isSame(@Nullable ActionAccepted one, @Nullable ActionAccepted other) {
        return one != null && other != null && seen(one).equals(seen(other));
    }

    private static List<Object> seen(ActionAccepted action) {
        return List.of(
                action.key(),
                action.step(),
                action.level(),
                action.channel(),
                action.template(),
                action.claimed(),
                action.fee());
    }

    private static Explanation why(DunningPlan plan, ItemReference item) {
        return plan.why(item).get(0);
    }

    private List<BackTest.Difference> differences() {
        Map<ItemReference, List<ActionAccepted>> ofFirst = allByItem(first);
        Map<ItemReference, List<ActionAccepted>> ofSecond = allByItem(second);
        List<BackTest.Difference> differences = new ArrayList<>();
        partings.forEach((item, parting) -> differences.add(new BackTest.Difference(
                item,
                parting.date(),
                parting.inFirst(),
                parting.inSecond(),
                ofFirst.getOrDefault(item, List.of()),
                ofSecond.getOrDefault(item, List.of()))));
        return differences;
    }

    private static Map<ItemReference, List<ActionAccepted>> allByItem(Side side) {
        Map<ItemReference, List<ActionAccepted>> actions = new HashMap<>();
        for (ActionAccepted action : side.replay().actions()) {
            actions.computeIfAbsent(action.key().item(), each -> new ArrayList<>())
                    .add(action);
        }
        return actions;
    }
}
