package io.receivables.dunning.cases;

import io.receivables.core.Money;
import io.receivables.core.collection.Cancellation;
import io.receivables.core.collection.CollectionFact;
import io.receivables.core.collection.CollectionLog;
import io.receivables.core.collection.CollectionOptions;
import io.receivables.core.collection.ItemReference;
import io.receivables.core.collection.PaymentPlan;
import io.receivables.core.collection.PlanState;
import io.receivables.core.collection.PromiseState;
import io.receivables.core.collection.PromiseToPay;
import io.receivables.core.ledger.ItemKind;
import io.receivables.core.ledger.LedgerColumns;
import io.receivables.dunning.cases.CaseMove.OfAgreement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads the promises and payment plans about one case out of a collection, and what came of them when. The collection says
 * how they stand as of a day; here it is asked on each day on which that may have changed.
 */
final class CaseAgreements {
    private final CollectionLog log;
    private final LedgerColumns columns;
    private final ItemReference item;
    private final CollectionOptions options;
    private final String customerId;
    private final String currency;
    private final List<CaseMove> moves = new ArrayList<>();
    private final Map<String, CaseTrigger> promises = new HashMap<>();
    private final Map<String, CaseTrigger> plans = new HashMap<>();

    private CaseAgreements(CollectionLog log, int row, ItemReference item, CollectionOptions options) {
        this.log = log;
        this.columns = log.ledger().columns();
        this.item = item;
        this.options = options;
        this.customerId = customer(row);
        this.currency = columns.currencies().get(columns.currency(row)).getCurrencyCode();
    }

    /** The moves of an item, which is that of a row, by date. */
    static List<CaseMove> moves(CollectionLog log, int row, ItemReference item, CollectionOptions options) {
        CaseAgreements agreements = new CaseAgreements(log, row, item, options);
        if (log.facts().stream().anyMatch(agreements::concernsItem)) {
            agreements.read();
        }
        return agreements.moves;
    }

    private void read() {
        Set<String> customers = customers();
        List<CollectionFact> related = log.facts().stream()
                .filter(fact -> fact instanceof Cancellation || isOf(fact, customers))
                .toList();
        CollectionLog those = CollectionLog.load(log.ledger(), related).value();
        for (LocalDate day : days(those.facts(), customers)) {
            CollectionOptions then = new CollectionOptions(day, options.graceDays(), options.toleranceDays());
            those.promises(then).stream()
                    .filter(state -> concernsItem(state.promise()))
                    .forEach(state -> note(promises, day, state));
            those.plans(then).stream()
                    .filter(state -> concernsItem(state.plan()))
                    .forEach(state -> note(plans, day, state));
        }
    }

    // ---- whose agreements matter

    private boolean concernsItem(CollectionFact fact) {
        if (fact instanceof PromiseToPay promise && promise.items().isEmpty()) {
            return promise.customerId().equals(customerId)
                    && promise.amount().currency().getCurrencyCode().equals(currency);
        }
        return items(fact).contains(item) || items(fact).contains(ItemReference.of(item.documentId()));
    }

    private static List<ItemReference> items(CollectionFact fact) {
        if (fact instanceof PromiseToPay promise) {
            return promise.items();
        }
        return fact instanceof PaymentPlan plan ? plan.items() : List.of();
    }

    private static @Nullable String madeBy(CollectionFact fact) {
        if (fact instanceof PromiseToPay promise) {
            return promise.customerId();
        }
        return fact instanceof PaymentPlan plan ? plan.customerId() : null;
    }

    /** The item's customer, and those whose agreements compete for the same money. */
    private Set<String> customers() {
        Set<String> customers = new HashSet<>(Set.of(customerId));
        boolean grown = true;
        while (grown) {
            grown = false;
            for (CollectionFact fact : log.facts()) {
                grown |= isOf(fact, customers) && customers.addAll(parties(fact));
            }
        }
        return customers;
    }

    private boolean isOf(CollectionFact fact, Set<String> customers) {
        return parties(fact).stream().anyMatch(customers::contains);
    }

    /** Who made an agreement, and who owes what it is about. */
    private Set<String> parties(CollectionFact fact) {
        Set<String> parties = new HashSet<>();
        String maker = madeBy(fact);
        if (maker != null) {
            parties.add(maker);
        }
        for (ItemReference named : items(fact)) {
            for (int row : log.ledger().rowsOf(named.documentId())) {
                parties.add(customer(row));
            }
        }
        return parties;
    }

    private String customer(int row) {
        return columns.customers().get(columns.customer(row)).id();
    }

    // ---- the days on which something may change

    private TreeSet<LocalDate> days(List<CollectionFact> facts, Set<String> customers) {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (CollectionFact fact : facts) {
            days.add(fact.date());
            if (fact instanceof PromiseToPay promise) {
                days.add(promise.payBy().plusDays(options.graceDays() + 1L));
            }
            if (fact instanceof PaymentPlan plan) {
                plan.instalments().forEach(instalment -> {
                    LocalDate late = instalment.dueDate().plusDays(options.graceDays() + 1L);
                    days.add(late);
                    days.add(late.plusDays(options.toleranceDays()));
                });
            }
        }
        LocalDate first = days.first();
        for (int row = 0; row < columns.rows(); row++) {
            if (customers.contains(customer(row))) {
                moneyDays(row, days);
            }
        }
        return new TreeSet<>(days.subSet(first, true, options.asOf(), true));
    }

    private void moneyDays(int row, Set<LocalDate> days) {
        if (columns.kindCode(row) == ItemKind.PAYMENT.code()) {
            days.add(LocalDate.ofEpochDay(columns.issueDay(row)));
        }
        for (int s = columns.settlementsFrom(row); s < columns.settlementsTo(row); s++) {
            days.add(LocalDate.ofEpochDay(Math.max(columns.issueDay(row), columns.settlementDay(s))));
        }
    }

    // ---- what came of them

    private void note(Map<String, CaseTrigger> known, LocalDate day, PromiseState state) {
        CaseTrigger now = switch (state.status()) {
            case OPEN -> CaseTrigger.PROMISE_MADE;
            case KEPT -> CaseTrigger.PROMISE_KEPT;
            case PARTLY_KEPT, BROKEN -> CaseTrigger.PROMISE_BROKEN;
            case CANCELLED -> CaseTrigger.PROMISE_CANCELLED;
        };
        note(
                known,
                day,
                state.promise().id(),
                state.promise().amount(),
                now,
                CaseTrigger.PROMISE_MADE,
                CaseTrigger.PROMISE_REOPENED);
    }

    private void note(Map<String, CaseTrigger> known, LocalDate day, PlanState state) {
        CaseTrigger now = switch (state.status()) {
            case RUNNING -> CaseTrigger.PLAN_AGREED;
            case BEHIND -> CaseTrigger.INSTALMENT_LATE;
            case BROKEN -> CaseTrigger.INSTALMENT_MISSED;
            case COMPLETED -> CaseTrigger.PLAN_COMPLETED;
            case CANCELLED -> CaseTrigger.PLAN_CANCELLED;
        };
        note(
                known,
                day,
                state.plan().id(),
                state.plan().total(),
                now,
                CaseTrigger.PLAN_AGREED,
                CaseTrigger.PLAN_IN_ORDER);
    }

    /**
     * @param begun what begins it
     * @param again in place of that, what brings it back
     */
    private void note(
            Map<String, CaseTrigger> known,
            LocalDate day,
            String id,
            Money amount,
            CaseTrigger now,
            CaseTrigger begun,
            CaseTrigger again) {
        CaseTrigger before = known.put(id, now);
        if (before == null) {
            moves.add(new OfAgreement(begun, day, id, amount));
        }
        if (now != (before == null ? begun : before)) {
            moves.add(new OfAgreement(now == begun ? again : now, day, id, amount));
        }
    }
}
