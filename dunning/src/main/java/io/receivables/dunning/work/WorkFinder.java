package io.receivables.dunning.work;

import io.receivables.core.Customer;
import io.receivables.core.Money;
import io.receivables.core.collection.CollectionLog;
import io.receivables.core.collection.ItemReference;
import io.receivables.core.collection.PaymentPlan;
import io.receivables.core.collection.PlanState;
import io.receivables.core.collection.PromiseState;
import io.receivables.core.collection.ReminderSent.Channel;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.OpenItem;
import io.receivables.dunning.DunningAction;
import io.receivables.dunning.DunningPlan;
import io.receivables.dunning.Letter;
import io.receivables.dunning.cases.ActionKey;
import io.receivables.dunning.cases.Cases;
import io.receivables.dunning.cases.DunningEvent;
import io.receivables.dunning.cases.DunningEvent.ActionAccepted;
import io.receivables.dunning.cases.DunningEvent.ActionSkipped;
import io.receivables.dunning.cases.DunningEvent.CallMade;
import io.receivables.dunning.cases.DunningEvent.OfLetter;
import io.receivables.dunning.cases.DunningEvent.SalesAsked;
import io.receivables.dunning.cases.LetterState;
import io.receivables.dunning.internal.Checks;
import io.receivables.dunning.work.WorkEntry.Chance;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds what people have to do, and weighs it. */
final class WorkFinder {
    private static final Comparator<Task> IN_ORDER =
            Comparator.comparing(Task::kind).thenComparing(Task::reference);

    /** What one customer has to be spoken to about in one currency. */
    private record Group(String customerId, String currency) implements Comparable<Group> {
        private static final Comparator<Group> ORDER =
                Comparator.comparing(Group::customerId).thenComparing(Group::currency);

        @Override
        public int compareTo(Group other) {
            return ORDER.compare(this, other);
        }
    }

    private final Ledger ledger;
    private final Cases cases;
    private final LocalDate date;
    private final WorklistOptions options;
    private final Collectables collectables;
    private final Map<Group, List<Task>> tasks = new TreeMap<>();

    WorkFinder(CollectionLog log, Cases cases, DunningPlan plan, WorklistOptions options) {
        this.ledger = log.ledger();
        this.cases = cases;
        this.date = plan.date();
        this.options = options;
        this.collectables = new Collectables(log, cases, options.judging(date));
        plan.letters().forEach(this::addProposed);
        ledger.customers().forEach(customer -> {
            List<DunningEvent> events = cases.events(customer.id());
            addLetters(events);
            addSalesQuestions(events);
        });
        collectables.promises().forEach(this::addBrokenPromise);
        collectables.plans().forEach(this::addBrokenPlan);
    }

    // ---- letters, calls and visits

    /** What somebody has to do in person where an action goes that way. */
    private static Optional<TaskKind> inPerson(Channel channel) {
        return switch (channel) {
            case PHONE -> Optional.of(TaskKind.CALL);
            case VISIT -> Optional.of(TaskKind.VISIT);
            default -> Optional.empty();
        };
    }

    private void addProposed(Letter letter) {
        if (cases.letter(letter.id()).isEmpty()) {
            List<ItemReference> items =
                    letter.actions().stream().map(DunningAction::item).toList();
            inPerson(letter.channel())
                    .ifPresent(kind -> addCollecting(kind, letter.id(), letter.customerId(), letter.date(), items));
        }
    }

    /** What a customer's letters need, by the state that they came to. */
    private void addLetters(List<DunningEvent> events) {
        Map<String, LocalDate> lastDays = new LinkedHashMap<>();
        Map<ItemReference, String> lastLetters = new HashMap<>();
        for (DunningEvent event : events) {
            if (event instanceof OfLetter ofLetter) {
                lastDays.put(ofLetter.letterId(), event.date());
            }
            if (event instanceof ActionAccepted action) {
                lastLetters.put(action.key().item(), action.letterId());
            }
        }
        lastDays.forEach((id, day) -> cases.letter(id).ifPresent(letter -> addLetter(letter, day, lastLetters)));
    }

    private void addLetter(LetterState letter, LocalDate since, Map<ItemReference, String> lastLetters) {
        switch (letter.status()) {
            case ACCEPTED, FAILED ->
                inPerson(letter.actions().get(0).channel())
                        .ifPresent(kind ->
                                addCollecting(kind, letter.letterId(), letter.customerId(), since, items(letter)));
            case SENDING -> addInDoubt(letter, since);
            case ABANDONED -> {
                List<ItemReference> stuck = items(letter).stream()
                        .filter(item -> cases.state(item).isUndeliverable())
                        .filter(item -> letter.letterId().equals(lastLetters.get(item)))
                        .toList();
                addCollecting(TaskKind.UNDELIVERABLE, letter.letterId(), letter.customerId(), since, stuck);
            }
            case SENT, ACKNOWLEDGED, WITHDRAWN -> {
                // nothing is left to do
            }
        }
    }

    private static List<ItemReference> items(LetterState letter) {
        return letter.actions().stream().map(action -> action.key().item()).toList();
    }

    /** Somebody has to find out what became of it, whatever may be collected. */
    private void addInDoubt(LetterState letter, LocalDate since) {
        Map<String, List<ItemReference>> byCurrency = new TreeMap<>();
        for (ActionAccepted action : letter.actions()) {
            byCurrency
                    .computeIfAbsent(action.claimed().currency().getCurrencyCode(), each -> new ArrayList<>())
                    .add(action.key().item());
        }
        byCurrency.forEach((currency, items) -> add(
                new Group(letter.customerId(), currency),
                new Task(TaskKind.LETTER_IN_DOUBT, letter.letterId(), since, items)));
    }

    // ---- sales

    private void addSalesQuestions(List<DunningEvent> events) {
        Map<ActionKey, SalesAsked> open = new LinkedHashMap<>();
        for (DunningEvent event : events) {
            if (event instanceof SalesAsked asked) {
                open.putIfAbsent(asked.key(), asked);
            } else if (event instanceof ActionAccepted accepted) {
                open.remove(accepted.key());
            } else if (event instanceof ActionSkipped skipped) {
                open.remove(skipped.key());
            }
        }
        open.forEach((key, asked) -> {
            boolean isAnswered = cases.state(key.item()).salesAnswer(key).isPresent();
            boolean isOfEarlierCycle = key.cycle() < cases.state(key.item()).cycle();
            if (!isAnswered && !isOfEarlierCycle) {
                addCollecting(
                        TaskKind.SALES_QUESTION, key.toString(), asked.customerId(), asked.date(), List.of(key.item()));
            }
        });
    }

    // ---- promises and plans

    private void addBrokenPromise(PromiseState promise) {
        boolean isBroken =
                promise.status() == PromiseState.Status.BROKEN || promise.status() == PromiseState.Status.PARTLY_KEPT;
        if (isBroken) {
            boolean isAboutAll = promise.promise().items().isEmpty();
            List<OpenItem> items = collectables.items(promise.promise()).stream()
                    .filter(item -> !isAboutAll || !item.dueDate().isAfter(promise.deadline()))
                    .toList();
            addBroken(
                    TaskKind.BROKEN_PROMISE,
                    promise.promise().id(),
                    promise.promise().customerId(),
                    promise.deadline(),
                    items);
        }
    }

    private void addBrokenPlan(PlanState state) {
        PaymentPlan plan = state.plan();
        state.instalments().stream()
                .filter(instalment -> instalment.status() == PlanState.InstalmentStatus.BROKEN)
                .findFirst()
                .map(options::lastDay)
                .ifPresent(lastDay -> addBroken(
                        TaskKind.BROKEN_PLAN, plan.id(), plan.customerId(), lastDay, collectables.items(plan)));
    }

    /**
     * What was broken is followed up until somebody spoke to the customer or the next step went out.
     *
     * @param lastDay the last day on which the money would have been in time
     */
    private void addBroken(
            TaskKind kind, String reference, String customerId, LocalDate lastDay, List<OpenItem> items) {
        if (!wasSpokenTo(customerId, lastDay)) {
            List<ItemReference> untouched = items.stream()
                    .map(Collectables::reference)
                    .filter(item -> cases.state(item).lastActionDay() <= lastDay.toEpochDay())
                    .toList();
            addCollecting(kind, reference, customerId, lastDay.plusDays(1), untouched);
        }
    }

    private boolean wasSpokenTo(String customerId, LocalDate after) {
        return cases.events(customerId).stream()
                .filter(CallMade.class::isInstance)
                .map(CallMade.class::cast)
                .anyMatch(call -> call.date().isAfter(after) && call.outcome().reachedCustomer());
    }

    // ---- grouping

    /** A task about the items that may be collected; none where nothing may. */
    private void addCollecting(
            TaskKind kind, String reference, String customerId, LocalDate since, List<ItemReference> items) {
        Map<String, List<OpenItem>> byCurrency = new TreeMap<>();
        items.stream()
                .filter(collectables::mayCollect)
                .map(collectables::open)
                .flatMap(Optional::stream)
                .forEach(item -> byCurrency
                        .computeIfAbsent(item.open().currency().getCurrencyCode(), each -> new ArrayList<>())
                        .add(item));
        byCurrency.forEach((currency, open) -> add(
                new Group(customerId, currency),
                new Task(
                        kind,
                        reference,
                        since,
                        open.stream()
                                .sorted(Collectables.OLDEST_FIRST)
                                .map(Collectables::reference)
                                .toList())));
    }

    private void add(Group group, Task task) {
        tasks.computeIfAbsent(group, each -> new ArrayList<>()).add(task);
    }

    // ---- weighing

    List<WorkEntry> entries() {
        List<WorkEntry> entries = new ArrayList<>();
        tasks.forEach((group, each) -> entries.add(entry(group, each)));
        return entries;
    }

    private WorkEntry entry(Group group, List<Task> unordered) {
        List<Task> ordered = unordered.stream().sorted(IN_ORDER).toList();
        Currency currency = Money.currency(group.currency());
        Money cost = ordered.stream()
                .map(task -> options.cost(task.kind(), currency))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        String collector =
                customer(group.customerId()).attribute(Customer.COLLECTOR).orElse("");
        return new WorkEntry(group.customerId(), collector, currency, ordered, chances(ordered), cost);
    }

    private List<Chance> chances(List<Task> of) {
        Set<OpenItem> items = new TreeSet<>(Collectables.OLDEST_FIRST);
        of.stream()
                .map(Task::items)
                .flatMap(Collection::stream)
                .filter(collectables::mayCollect)
                .map(collectables::open)
                .flatMap(Optional::stream)
                .forEach(items::add);
        return items.stream().map(this::chance).toList();
    }

    private Chance chance(OpenItem item) {
        ItemReference reference = Collectables.reference(item);
        Money collectable = collectables.collectable(reference);
        Prospect prospect = new Prospect(
                customer(item.customerId()),
                item,
                collectable,
                date,
                cases.state(reference),
                cases.events(item.customerId()));
        return Chance.of(reference, item.dueDate(), collectable, probability(prospect, reference));
    }

    private BigDecimal probability(Prospect prospect, ItemReference item) {
        BigDecimal probability = options.estimator().probability(prospect);
        Checks.that(
                probability.signum() >= 0 && probability.compareTo(BigDecimal.ONE) <= 0,
                () -> "the estimator gives item " + item + " the probability " + probability
                        + ": give one from 0 to 1");
        return probability;
    }

    private Customer customer(String id) {
        return ledger.customer(id).orElseThrow();
    }
}
