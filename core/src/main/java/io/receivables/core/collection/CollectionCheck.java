package io.receivables.core.collection;

import io.receivables.core.Money;
import io.receivables.core.Problem;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.LedgerColumns;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks facts of a collection against each other and against a ledger; what does not fit is left out with a problem. */
final class CollectionCheck {
    private static final Comparator<CollectionFact> IN_ORDER = Comparator.comparing(CollectionFact::date)
            .thenComparing(CollectionFact::kind)
            .thenComparing(CollectionFact::id);

    private final Ledger ledger;
    private final LedgerColumns columns;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<CollectionFactKind, Map<String, CollectionFact>> kept = new EnumMap<>(CollectionFactKind.class);
    private final Map<Cancellation.Target, Map<String, Ended>> ended = new EnumMap<>(Cancellation.Target.class);

    /**
     * The end of something.
     *
     * @param by the id of the cancellation
     * @param from the first day on which it is over
     */
    record Ended(String by, LocalDate from) {}

    CollectionCheck(Ledger ledger, Iterable<? extends CollectionFact> given) {
        this.ledger = ledger;
        this.columns = ledger.columns();
        List<CollectionFact> facts = register(given);
        facts.stream()
                .filter(fact -> fact.kind() != CollectionFactKind.CANCELLATION)
                .forEach(fact -> keepIf(fact, fits(fact)));
        facts.stream()
                .filter(fact -> fact.kind() == CollectionFactKind.CANCELLATION)
                .map(Cancellation.class::cast)
                .forEach(this::end);
        warnAboutOverlappingPlans();
    }

    List<Problem> problems() {
        return problems;
    }

    List<CollectionFact> kept() {
        return kept.values().stream()
                .flatMap(facts -> facts.values().stream())
                .sorted(IN_ORDER)
                .toList();
    }

    /** What was cancelled, by id. */
    Map<Cancellation.Target, Map<String, Ended>> ended() {
        return ended;
    }

    /** One fact of each id, in an order that does not depend on the one given. */
    private List<CollectionFact> register(Iterable<? extends CollectionFact> given) {
        Map<CollectionFactKind, Map<String, CollectionFact>> byId = new EnumMap<>(CollectionFactKind.class);
        List<CollectionFact> facts = new ArrayList<>();
        for (CollectionFact fact : given) {
            CollectionFact earlier =
                    byId.computeIfAbsent(fact.kind(), kind -> new HashMap<>()).putIfAbsent(fact.id(), fact);
            if (earlier == null) {
                facts.add(fact);
            } else {
                report(earlier.equals(fact) ? CollectionProblem.DUPLICATE : CollectionProblem.CONFLICTING_ID, fact);
            }
        }
        facts.sort(IN_ORDER);
        return facts;
    }

    private void keepIf(CollectionFact fact, boolean fits) {
        if (fits) {
            kept.computeIfAbsent(fact.kind(), kind -> new LinkedHashMap<>()).put(fact.id(), fact);
        }
    }

    private boolean fits(CollectionFact fact) {
        return switch (fact.kind()) {
            case PROMISE_TO_PAY -> fits((PromiseToPay) fact);
            case PAYMENT_PLAN -> fits((PaymentPlan) fact);
            case CREDIT_LIMIT -> isKnown(fact, ((CreditLimit) fact).customerId());
            case CREDIT_HOLD -> isKnown(fact, ((CreditHold) fact).customerId());
            case REMINDER_SENT -> fits((ReminderSent) fact);
            case CANCELLATION -> throw new IllegalStateException("cancellations come last");
        };
    }

    private boolean fits(PromiseToPay promise) {
        boolean fits = isKnown(promise, promise.customerId())
                && exist(promise, promise.customerId(), promise.items())
                && sameCurrency(promise, promise.amount(), promise.items());
        if (fits && !promise.items().isEmpty()) {
            warnIfAboveOpen(promise, promise.amount(), promise.items());
        }
        return fits;
    }

    private boolean fits(PaymentPlan plan) {
        boolean fits = isKnown(plan, plan.customerId())
                && exist(plan, plan.customerId(), plan.items())
                && sameCurrency(plan, plan.total(), plan.items());
        if (fits) {
            warnIfAboveOpen(plan, plan.total(), plan.items());
        }
        return fits;
    }

    private boolean fits(ReminderSent reminder) {
        return isKnown(reminder, reminder.customerId()) && exist(reminder, reminder.customerId(), reminder.items());
    }

    private boolean isKnown(CollectionFact fact, String customerId) {
        boolean known = ledger.customer(customerId).isPresent();
        if (!known) {
            report(CollectionProblem.UNKNOWN_CUSTOMER, fact, Problem.VALUE, customerId);
        }
        return known;
    }

    // ---- items

    /** Whether all items exist; all that do not are reported. */
    private boolean exist(CollectionFact fact, String customerId, List<ItemReference> items) {
        boolean exist = true;
        for (ItemReference item : items) {
            exist &= exists(fact, customerId, item);
        }
        return exist;
    }

    private boolean exists(CollectionFact fact, String customerId, ItemReference item) {
        String documentId = item.documentId();
        int[] rows = ledger.rowsOf(documentId);
        if (rows.length == 0) {
            report(CollectionProblem.UNKNOWN_DOCUMENT, fact, "document", documentId);
            return false;
        }
        if (!columns.isDebit(rows[0])) {
            report(CollectionProblem.NOT_A_DEBIT, fact, "document", documentId);
            return false;
        }
        if (Items.rows(ledger, item).length == 0) {
            report(
                    CollectionProblem.UNKNOWN_INSTALMENT,
                    fact,
                    Problem.VALUE,
                    item.instalment(),
                    "document",
                    documentId,
                    "instalments",
                    rows.length);
            return false;
        }
        warnAboutDocument(fact, customerId, documentId, rows[0]);
        return true;
    }

    private void warnAboutDocument(CollectionFact fact, String customerId, String documentId, int row) {
        String owner = columns.customers().get(columns.customer(row)).id();
        if (!owner.equals(customerId)) {
            report(
                    CollectionProblem.OTHER_CUSTOMER,
                    fact,
                    Problem.VALUE,
                    customerId,
                    "document",
                    documentId,
                    "customer",
                    owner);
        }
        LocalDate issued = LocalDate.ofEpochDay(columns.issueDay(row));
        if (fact.date().isBefore(issued)) {
            report(
                    CollectionProblem.BEFORE_DOCUMENT,
                    fact,
                    Problem.VALUE,
                    fact.date(),
                    "document",
                    documentId,
                    "date",
                    issued);
        }
    }

    private boolean sameCurrency(CollectionFact fact, Money amount, List<ItemReference> items) {
        for (int row : Items.rows(ledger, items)) {
            String currency = columns.currencies().get(columns.currency(row)).getCurrencyCode();
            if (!currency.equals(amount.currency().getCurrencyCode())) {
                report(
                        CollectionProblem.CURRENCY_MISMATCH,
                        fact,
                        Problem.VALUE,
                        amount.currency().getCurrencyCode(),
                        "document",
                        columns.id(row),
                        "otherCurrency",
                        currency);
                return false;
            }
        }
        return true;
    }

    private void warnIfAboveOpen(CollectionFact fact, Money amount, List<ItemReference> items) {
        int day = Math.toIntExact(fact.date().toEpochDay());
        Money open = Money.ofMinor(Items.openAtStart(columns, Items.rows(ledger, items), day), amount.currency());
        if (amount.compareTo(open) > 0) {
            report(CollectionProblem.ABOVE_OPEN_AMOUNT, fact, Problem.VALUE, amount, "open", open);
        }
    }

    // ---- cancellations

    /** Ends what a cancellation names; they come by date, and the earliest one of a target counts. */
    private void end(Cancellation cancellation) {
        CollectionFact target =
                kept.getOrDefault(cancellation.target().kind(), Map.of()).get(cancellation.targetId());
        Object[] named = {"target", cancellation.target().code(), "targetId", cancellation.targetId()};
        if (target == null) {
            report(CollectionProblem.UNKNOWN_TARGET, cancellation, named);
            return;
        }
        Map<String, Ended> ends = ended.computeIfAbsent(cancellation.target(), each -> new HashMap<>());
        Ended earlier = ends.get(target.id());
        if (earlier != null) {
            report(CollectionProblem.ALREADY_CANCELLED, cancellation, with(named, "cancellation", earlier.by));
            return;
        }
        LocalDate day = cancellation.date();
        if (day.isBefore(target.date())) {
            report(CollectionProblem.BEFORE_ITS_TARGET, cancellation, Problem.VALUE, day, "date", target.date());
            day = target.date();
        }
        ends.put(target.id(), new Ended(cancellation.id(), day));
        keepIf(cancellation, true);
    }

    // ---- plans

    /** Plans over one item at a time: the second one is to begin when the first one is cancelled. */
    private void warnAboutOverlappingPlans() {
        Map<Integer, Deque<PaymentPlan>> byRow = new HashMap<>();
        for (CollectionFact fact :
                kept.getOrDefault(CollectionFactKind.PAYMENT_PLAN, Map.of()).values()) {
            PaymentPlan plan = (PaymentPlan) fact;
            for (int row : Items.rows(ledger, plan.items())) {
                Deque<PaymentPlan> earlier = byRow.computeIfAbsent(row, each -> new ArrayDeque<>());
                // plans come by date: one that is over by now is over for all that follow
                while (!earlier.isEmpty() && !isRunningOn(earlier.getLast(), plan.date())) {
                    earlier.removeLast();
                }
                if (!earlier.isEmpty()) {
                    report(
                            CollectionProblem.OVERLAPPING_PLAN,
                            plan,
                            "document",
                            columns.id(row),
                            "other",
                            earlier.getLast().id());
                }
                earlier.addLast(plan);
            }
        }
    }

    private boolean isRunningOn(PaymentPlan plan, LocalDate day) {
        Ended end = ended.getOrDefault(Cancellation.Target.PLAN, Map.of()).get(plan.id());
        return end == null || day.isBefore(end.from);
    }

    private static Object[] with(Object[] attributes, Object... further) {
        List<Object> all = new ArrayList<>(List.of(attributes));
        all.addAll(List.of(further));
        return all.toArray();
    }

    private void report(CollectionProblem code, CollectionFact fact, Object... attributes) {
        Object[] which = {"kind", fact.kind().code(), Problem.ID, fact.id()};
        problems.add(Problem.of(code, with(which, attributes)));
    }
}
