package io.receivables.dunning.work;

import io.receivables.core.Money;
import io.receivables.core.collection.CollectionLog;
import io.receivables.core.collection.CollectionOptions;
import io.receivables.core.collection.ItemReference;
import io.receivables.core.collection.PaymentPlan;
import io.receivables.core.collection.PlanState;
import io.receivables.core.collection.PromiseState;
import io.receivables.core.collection.PromiseToPay;
import io.receivables.core.ledger.OpenItem;
import io.receivables.dunning.cases.CaseState;
import io.receivables.dunning.cases.Cases;
import io.receivables.dunning.cases.CustomerState;
import io.receivables.dunning.cases.Stage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What may be collected on a day of each item, and what stands against collecting it. */
final class Collectables {
    /** What one customer has in one currency. */
    private record Account(String customerId, String currency) {
        static Account of(OpenItem item) {
            return new Account(item.customerId(), item.open().currency().getCurrencyCode());
        }
    }

    static final Comparator<OpenItem> OLDEST_FIRST =
            Comparator.comparing(OpenItem::dueDate).thenComparing(OpenItem::id).thenComparingInt(OpenItem::instalment);

    private final Cases cases;
    private final LocalDate date;
    private final List<PromiseState> promises;
    private final List<PlanState> plans;
    private final Map<ItemReference, OpenItem> open = new HashMap<>();
    private final Map<ItemReference, Money> collectable = new HashMap<>();
    private final Map<Account, List<OpenItem>> accounts = new HashMap<>();

    Collectables(CollectionLog log, Cases cases, CollectionOptions judged) {
        this.cases = cases;
        this.date = judged.asOf();
        this.promises = log.promises(judged);
        this.plans = log.plans(judged);
        for (OpenItem item : log.ledger().openItems(date)) {
            accounts.computeIfAbsent(Account.of(item), each -> new ArrayList<>())
                    .add(item);
        }
        accounts.values().forEach(this::spendCredits);
        promises.stream()
                .filter(promise -> promise.status() == PromiseState.Status.OPEN)
                .forEach(this::awaitPromise);
        plans.stream()
                .filter(plan -> plan.status() == PlanState.Status.RUNNING || plan.status() == PlanState.Status.BEHIND)
                .forEach(plan -> leaveAlone(plan.plan().items()));
    }

    /** What is promised is waited for: named items as a whole, otherwise as much as is missing. */
    private void awaitPromise(PromiseState promise) {
        if (promise.promise().items().isEmpty()) {
            spend(promise.missing(), items(promise.promise()));
        } else {
            leaveAlone(promise.promise().items());
        }
    }

    private void leaveAlone(List<ItemReference> named) {
        collectable.replaceAll((item, amount) ->
                named.stream().anyMatch(each -> names(each, item)) ? Money.zero(amount.currency()) : amount);
    }

    /** Credits of an account stand against what is due first. */
    private void spendCredits(List<OpenItem> account) {
        Currency currency = account.get(0).open().currency();
        Money credits = account.stream()
                .filter(item -> item.signedOpen().isNegative())
                .map(item -> item.signedOpen().negated())
                .reduce(Money.zero(currency), Money::plus);
        account.removeIf(item -> !item.signedOpen().isPositive());
        account.sort(OLDEST_FIRST);
        for (OpenItem item : account) {
            open.put(reference(item), item);
            collectable.put(reference(item), item.open().minus(item.disputed()));
        }
        spend(credits, account);
    }

    /** What is covered otherwise needs not be collected, oldest due date first. */
    private void spend(Money amount, List<OpenItem> items) {
        Money left = amount;
        for (OpenItem item : items) {
            Money claim = collectable(reference(item));
            Money covered = claim.min(left);
            collectable.put(reference(item), claim.minus(covered));
            left = left.minus(covered);
        }
    }

    // ---- answers

    static ItemReference reference(OpenItem item) {
        return ItemReference.of(item.id(), item.instalment());
    }

    List<PromiseState> promises() {
        return promises;
    }

    List<PlanState> plans() {
        return plans;
    }

    /** The item if anything is open of it. */
    Optional<OpenItem> open(ItemReference item) {
        return Optional.ofNullable(open.get(item));
    }

    /** What may be collected of an open item. */
    Money collectable(ItemReference item) {
        Money amount = collectable.get(item);
        if (amount == null) {
            throw new IllegalArgumentException("nothing is open of item " + item);
        }
        return amount;
    }

    /** Whether a customer may be asked for an item now. */
    boolean mayCollect(ItemReference reference) {
        return open(reference)
                .filter(item -> collectable(reference).isPositive())
                .filter(item -> !isSuspended(item))
                .isPresent();
    }

    private boolean isSuspended(OpenItem item) {
        CaseState state = cases.state(reference(item));
        CustomerState customer = cases.customer(item.customerId());
        boolean isHeld =
                Stream.concat(state.holds().stream(), customer.holds().stream()).anyMatch(hold -> hold.isInForce(date));
        boolean isOffered = state.offerUntil() != CaseState.NEVER && date.toEpochDay() <= state.offerUntil();
        return state.stage() == Stage.HANDED_OVER || isHeld || isOffered || customer.insolvent();
    }

    /** What a promise is about, as far as it is open, oldest due date first: its items, or all that the account owes. */
    List<OpenItem> items(PromiseToPay promise) {
        List<OpenItem> account = account(promise.customerId(), promise.amount());
        return promise.items().isEmpty() ? account : named(promise.items(), account);
    }

    /** What a plan is about, as far as it is open, oldest due date first. */
    List<OpenItem> items(PaymentPlan plan) {
        return named(plan.items(), account(plan.customerId(), plan.total()));
    }

    private List<OpenItem> account(String customerId, Money inCurrency) {
        return accounts.getOrDefault(
                new Account(customerId, inCurrency.currency().getCurrencyCode()), List.of());
    }

    private static List<OpenItem> named(List<ItemReference> named, List<OpenItem> items) {
        return items.stream()
                .filter(item -> named.stream().anyMatch(each -> names(each, reference(item))))
                .toList();
    }

    private static boolean names(ItemReference named, ItemReference item) {
        return named.equals(item) || named.equals(ItemReference.of(item.documentId()));
    }
}
